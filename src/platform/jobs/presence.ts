import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

import { runnerLock } from './recovery.ts';

export type PresenceOptions = {
  readonly url: string;
  readonly everyMs: number;
  /** Called at once and then every `everyMs`, with the ids this process holds. */
  readonly look: (client: pg.ClientBase, heldIds: readonly string[]) => Promise<void>;
  readonly onError: (error: Error) => void;
};

/** The session by which the others see that a runner lives. Lost, it is opened again and takes its locks again. */
export type Presence = {
  /** Resolves when the lock of this id is held. */
  hold(id: string): Promise<void>;
  letGo(id: string): Promise<void>;
  /** Runs on the session, between two looks. Throws when there is none at the moment. */
  ask<T>(question: (client: pg.ClientBase) => Promise<T>): Promise<T>;
  close(): Promise<void>;
};

type Session = { readonly client: pg.Client; readonly lost: AbortSignal };

/** Rejects when the first session cannot be opened. */
export async function openPresence(options: PresenceOptions): Promise<Presence> {
  const closing = new AbortController();
  const ids = new Set<string>();
  let session: Session | undefined = await connect(options);
  let turn: Promise<unknown> = Promise.resolve();

  /** One at a time: looks have transactions. */
  function ask<T>(question: (client: pg.ClientBase) => Promise<T>): Promise<T> {
    const answer = turn.then(async () => {
      if (session === undefined) throw new Error('the job runner has no connection to the database at the moment');
      return question(session.client);
    });
    turn = answer.catch(() => undefined);
    return answer;
  }

  async function keep(): Promise<void> {
    while (!closing.signal.aborted) {
      try {
        session ??= await reopen(options, ids);
        await ask((client) => options.look(client, [...ids]));
        await pause(options.everyMs, undefined, { signal: AbortSignal.any([closing.signal, session.lost]) }).catch(() => undefined);
        session.lost.throwIfAborted();
      } catch (error) {
        if (closing.signal.aborted) return;
        options.onError(asError(error));
        await drop();
        await pause(500, undefined, { signal: closing.signal }).catch(() => undefined);
      }
    }
  }

  async function drop(): Promise<void> {
    const { client } = session ?? {};
    session = undefined;
    await client?.end().catch(() => undefined);
  }

  async function hold(id: string): Promise<void> {
    ids.add(id);
    // A session opened later takes the locks of all ids; this one asks for its own until either has it.
    while (!closing.signal.aborted) {
      const isHeld = await ask((client) => lock(client, id)).then(
        () => true,
        () => false,
      );
      if (isHeld) return;
      await pause(200, undefined, { signal: closing.signal }).catch(() => undefined);
    }
    throw new Error('the job runner is stopping');
  }

  async function letGo(id: string): Promise<void> {
    ids.delete(id);
    await ask((client) => client.query('select pg_advisory_unlock($1, hashtext($2))', [runnerLock, id])).catch(() => undefined);
  }

  const keeping = keep();
  return {
    hold,
    letGo,
    ask,
    async close() {
      closing.abort();
      await keeping;
      await drop();
    },
  };
}

async function reopen(options: PresenceOptions, ids: ReadonlySet<string>): Promise<Session> {
  const session = await connect(options);
  try {
    for (const id of ids) await lock(session.client, id);
    return session;
  } catch (error) {
    await session.client.end().catch(() => undefined);
    throw error;
  }
}

async function connect({ url }: PresenceOptions): Promise<Session> {
  const lost = new AbortController();
  const client = new pg.Client({ connectionString: url, application_name: 'laksa job runner', connectionTimeoutMillis: 5_000, keepAlive: true });
  client.on('error', (error) => lost.abort(error));
  client.on('end', () => lost.abort(new Error('the session of the job runner has ended')));
  await client.connect();
  try {
    // A machine that lost its power closes nothing: after 25 silent seconds the server ends the session, and with it the lock.
    await client.query(`set statement_timeout = '20s'; set idle_session_timeout = 0;
      set tcp_keepalives_idle = 10; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 3`);
    return { client, lost: lost.signal };
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
}

/** Counted by the server: twice locked would want two unlocks, so a lock that is held is left as it is. */
async function lock(client: pg.ClientBase, id: string): Promise<void> {
  await client.query(
    `select pg_advisory_lock($1, hashtext($2)) where not exists (
       select from pg_locks where locktype = 'advisory' and pid = pg_backend_pid() and objsubid = 2
         and classid = $1::oid and objid = (hashtext($2)::bigint & 4294967295)::oid)`,
    [runnerLock, id],
  );
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
