import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

import { startRunner } from '../runner.ts';

/** A runner in a process of its own, for tests that kill it: says "taken" when it has begun a job, then sits on it for ten minutes. */
const [url, adminUrl] = process.argv.slice(2);
if (url === undefined || adminUrl === undefined) throw new Error('usage: runner-process.ts URL ADMIN_URL');

const admin = new pg.Pool({ connectionString: adminUrl, max: 1 });
const runner = await startRunner({
  url,
  concurrency: 2,
  tasks: {
    record: {
      access: 'system',
      async run(_ids, { jobId, attempts, signal }) {
        await admin.query('insert into public.done (name, job_id, attempts, pid) values ($1, $2, $3, $4)', [
          'taken',
          jobId,
          attempts,
          process.pid,
        ]);
        process.stdout.write('taken\n');
        await pause(600_000, undefined, { signal });
      },
    },
  },
  log: (line) => process.stderr.write(`${line}\n`),
  onError: (error) => process.stderr.write(`${error.message}\n`),
  stopWithinMs: 1_000,
});
process.stdout.write('up\n');
process.once('SIGTERM', () => void runner.stop().then(() => process.exit(0)));
