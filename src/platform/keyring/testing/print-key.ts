import { systemClock } from '../../clock/clock.ts';
import { openDatabase } from '../../db/database.ts';
import { openKeyring } from '../keyring.ts';

/** Tells its parent what key it opened, for tests that start many at once. */
const [dir, url] = process.argv.slice(2);
if (dir === undefined || url === undefined) throw new Error('usage: print-key.ts FOLDER URL');
const database = openDatabase({ url, maxConnections: 1, applicationName: 'print-key', onError: () => undefined });
const keyring = await openKeyring({ dir, database, clock: systemClock });
await database.close();
process.send?.(keyring.derive('session').toString('hex'));
