import { runMigrations } from 'graphile-worker';
import pg from 'pg';

import { jobFunctions } from './job-functions.ts';
import { quietLogger } from './graphile-logger.ts';

/**
 * Installs or updates the job tables and the application's doors to them. `client` may act as laksa_owner and laksa_jobs and may grant on the
 * database. Both own what is theirs afterwards, and neither keeps a right it had for the installation only. Safe to repeat.
 */
export async function installJobs(client: pg.ClientBase): Promise<void> {
  await installTables(client);
  await installFunctions(client);
}

async function installTables(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ database: string }>('select quote_ident(current_database()) as database');
  const database = rows[0]?.database ?? '';
  // Its first migration says "create schema if not exists", which asks for the right before it looks.
  await client.query(`grant create on database ${database} to laksa_jobs; set role laksa_jobs`);
  try {
    await runMigrations({ pgPool: poolOver(client), logger: quietLogger });
  } finally {
    await client.query(`reset role; revoke create on database ${database} from laksa_jobs`);
  }
}

async function installFunctions(client: pg.ClientBase): Promise<void> {
  await client.query('begin');
  try {
    await client.query(
      'set local role laksa_owner; grant usage, create on schema laksa to laksa_jobs; set local role laksa_jobs',
    );
    await client.query(jobFunctions);
    await client.query('set local role laksa_owner; revoke create on schema laksa from laksa_jobs; commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

/** graphile-worker migrates through a pool only: this one never connects and lends the one connection it is given. */
function poolOver(client: pg.ClientBase): pg.Pool {
  const lent = new Proxy(client, {
    get: (target, key) => (key === 'release' ? () => undefined : Reflect.get(target, key)),
  });
  const pool = new pg.Pool({ max: 1 });
  // Without listeners graphile-worker adds its own and warns; a lent connection belongs to whoever lent it.
  pool.on('error', () => undefined).on('connect', () => undefined);
  return Object.assign(pool, { connect: () => Promise.resolve(lent) });
}
