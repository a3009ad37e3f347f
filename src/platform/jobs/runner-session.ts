import type pg from 'pg';

import { closeSession, openSession } from './session.ts';

/** Throws when a runner on this connection would start, poll and silently see nothing, or could not show that it lives. */
export async function refuseUnsuited(url: string): Promise<void> {
  const { client } = await openSession(url);
  try {
    await refuseHiddenRows(client);
    await refusePooler(client);
  } finally {
    await closeSession({ client });
  }
}

/** Asks the catalogue, which answers every role. */
async function refuseHiddenRows(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ role: string; is_hidden: boolean }>(
    `select current_user as role, row_security_active(c.oid) as is_hidden
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'graphile_worker' and c.relname = '_private_jobs'`,
  );
  const [tables] = rows;
  if (tables === undefined) throw new Error('the job tables are not installed: run "laksa migrate" first');
  if (!tables.is_hidden) return;
  throw new Error(`as ${tables.role} the job runner would see no jobs: it connects as laksa_jobs (DATABASE_JOBS_URL)`);
}

/** A session lock taken through a pooler outlives the runner and may belong to somebody else's transaction a moment later. */
async function refusePooler(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  // What the other end called itself when it answered; a pooler makes up a number.
  const announced = 'processID' in client ? client.processID : undefined;
  if (typeof announced !== 'number' || announced === rows[0]?.pid) return;
  throw new Error('the job runner needs a direct connection, and there is a pooler in between: set DATABASE_JOBS_URL');
}
