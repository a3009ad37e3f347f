import pg from 'pg';

/** One connection past any pooler, which lives as long as its process; `lost` fires when it ends without being asked to. */
export type Session = { readonly client: pg.Client; readonly lost: AbortSignal };

export async function openSession(url: string): Promise<Session> {
  const lost = new AbortController();
  const client = new pg.Client({
    connectionString: url,
    application_name: 'laksa job runner',
    connectionTimeoutMillis: 5_000,
    // Beyond the server's own limit: for a server that no longer says anything.
    query_timeout: 25_000,
    keepAlive: true,
  });
  client.on('error', (error) => lost.abort(error));
  client.on('end', () => lost.abort(new Error('the session of the job runner has ended')));
  await client.connect();
  try {
    // A machine that lost its power closes nothing: after 25 silent seconds the server ends the session, and with it the locks.
    await client.query(`set statement_timeout = '20s'; set idle_session_timeout = 0;
      set tcp_keepalives_idle = 10; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 3`);
    return { client, lost: lost.signal };
  } catch (error) {
    await closeSession({ client });
    throw error;
  }
}

/** Never rejects: what cannot be closed is gone. */
export async function closeSession({ client }: Pick<Session, 'client'>): Promise<void> {
  await client.end().catch(() => undefined);
}
