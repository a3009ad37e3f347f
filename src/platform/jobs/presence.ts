import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';

import { keepSession, type KeptSession, type KeptSessionOptions } from './kept-session.ts';
import { runnerLock } from './recovery.ts';

export type PresenceOptions = Pick<KeptSessionOptions, 'url' | 'everyMs' | 'onError'> & {
  /** Done at once and then every `everyMs`, with the ids this process holds. */
  readonly look: (client: pg.ClientBase, heldIds: readonly string[]) => Promise<void>;
};

/** How the others see that a runner lives: by the locks of its session. When that is lost, a new one takes them again. */
export type Presence = {
  /** Resolves when the lock of this id is held. */
  hold(id: string): Promise<void>;
  letGo(id: string): Promise<void>;
  readonly ask: KeptSession['ask'];
  readonly close: KeptSession['close'];
};

/** Rejects when the first session cannot be opened. */
export async function openPresence({ look, ...options }: PresenceOptions): Promise<Presence> {
  const ids = new Set<string>();
  const session = await keepSession({
    ...options,
    begin: async (client) => {
      for (const id of ids) await lock(client, id);
    },
    look: (client) => look(client, [...ids]),
  });
  let isClosed = false;
  return {
    ask: session.ask,
    async hold(id) {
      ids.add(id);
      while (!isClosed && !(await succeeds(session.ask((client) => lock(client, id))))) await pause(200);
      if (isClosed) throw new Error('the job runner is stopping');
    },
    async letGo(id) {
      ids.delete(id);
      // Without a session there is no lock either.
      await succeeds(session.ask((client) => unlock(client, id)));
    },
    close() {
      isClosed = true;
      return session.close();
    },
  };
}

/** The server counts: twice locked would want two unlocks, so a lock that is held is left as it is. */
async function lock(client: pg.ClientBase, id: string): Promise<void> {
  await client.query(
    `select pg_advisory_lock($1, hashtext($2)) where not exists (
       select from pg_locks where locktype = 'advisory' and pid = pg_backend_pid() and objsubid = 2
         and classid = $1::oid and objid = (hashtext($2)::bigint & 4294967295)::oid)`,
    [runnerLock, id],
  );
}

async function unlock(client: pg.ClientBase, id: string): Promise<void> {
  await client.query('select pg_advisory_unlock($1, hashtext($2))', [runnerLock, id]);
}

const succeeds = (work: Promise<unknown>): Promise<boolean> =>
  work.then(
    () => true,
    () => false,
  );
