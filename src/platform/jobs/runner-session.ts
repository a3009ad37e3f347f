import pg from 'pg';

/** Throws when a runner on this connection would start, poll and silently see nothing, or could not show that it lives. */
export async function refuseUnsuited(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: 'laksa job runner', connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    const { rows } = await client.query<{ role: string; installed: boolean }>(
      "select current_user as role, to_regclass('graphile_worker._private_jobs') is not null as installed",
    );
    if (rows[0]?.installed !== true) throw new Error('the job tables are not installed: run "laksa migrate" first');
    await refuseHiddenRows(client, rows[0].role);
    await refusePooler(client);
  } finally {
    await client.end();
  }
}

async function refuseHiddenRows(client: pg.Client, role: string): Promise<void> {
  const { rows } = await client.query<{ hidden: boolean }>("select row_security_active('graphile_worker._private_jobs') as hidden");
  if (rows[0]?.hidden !== false) throw new Error(`as ${role} the job runner would see no jobs: it connects as laksa_jobs (DATABASE_JOBS_URL)`);
}

/** A session lock taken through a pooler outlives the runner and may belong to somebody else's transaction a moment later. */
async function refusePooler(client: pg.Client): Promise<void> {
  const before = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  const announced = 'processID' in client ? client.processID : undefined;
  if (typeof announced === 'number' && announced !== before.rows[0]?.pid) {
    throw new Error('the job runner needs a direct connection, and there is a pooler in between: set DATABASE_JOBS_URL to the server itself');
  }
}
