import { startEmbeddedPostgres } from '../embedded-postgres.ts';

/** A process of its own that supervises a data folder, for tests that kill it. Prints one line of JSON when the server is up. */
const [dataDir] = process.argv.slice(2);
if (dataDir === undefined) throw new Error('usage: supervisor.ts DATA_FOLDER');
const postgres = await startEmbeddedPostgres({ dataDir, log: (line) => console.error(line) });
console.log(JSON.stringify({ url: postgres.url, pid: postgres.pid }));
process.once('SIGTERM', () => void postgres.stop().then(() => process.exit(0)));
setInterval(() => undefined, 60_000);
