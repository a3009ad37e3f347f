import { openKeyring } from '../keyring.ts';

/** Tells its parent what key it opened, for tests that start many at once. */
const [dir] = process.argv.slice(2);
if (dir === undefined) throw new Error('usage: print-key.ts FOLDER');
const keyring = await openKeyring({ dir });
process.send?.(keyring.derive('session').toString('hex'));
