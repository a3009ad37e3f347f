import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';

import { closeSession, openSession, type Session } from './session.ts';
import { within } from './within.ts';

export type KeptSessionOptions = {
  readonly url: string;
  /** What a new session begins with, the first one included. */
  readonly begin: (client: pg.ClientBase) => Promise<void>;
  /** Done at once and then every `everyMs`; after a lost session not at once: what cut it cut the others too, and they need a moment to be back. */
  readonly look: (client: pg.ClientBase) => Promise<void>;
  readonly everyMs: number;
  readonly onError: (error: Error) => void;
};

/** A session that is opened again whenever it is lost. */
export type KeptSession = {
  /** Asks between two looks, one question at a time. Rejects when there is no session at the moment. */
  ask<T>(question: (client: pg.ClientBase) => Promise<T>): Promise<T>;
  close(): Promise<void>;
};

const reopenAfterMs = 500;

/** Rejects when the first session cannot be opened. */
export async function keepSession(options: KeptSessionOptions): Promise<KeptSession> {
  const closing = new AbortController();
  const inTurn = takeTurns();
  let session: Session | undefined = await openAndBegin(options);

  function ask<T>(question: (client: pg.ClientBase) => Promise<T>): Promise<T> {
    return inTurn(() => {
      if (session === undefined) throw new Error('the job runner has no connection to the database at the moment');
      return question(session.client);
    });
  }

  /** Ends by throwing when the session is lost. */
  async function lookOn(): Promise<void> {
    const isReopened = session === undefined;
    session ??= await openAndBegin(options);
    const { lost } = session;
    for (let isFirst = true; !closing.signal.aborted; isFirst = false) {
      if (!isFirst || !isReopened) await ask(options.look);
      await rest(options.everyMs, AbortSignal.any([closing.signal, lost]));
      lost.throwIfAborted();
    }
  }

  async function reopenLater(error: unknown): Promise<void> {
    options.onError(error instanceof Error ? error : new Error(String(error)));
    await drop();
    await rest(reopenAfterMs, closing.signal);
  }

  async function drop(): Promise<void> {
    const lost = session;
    session = undefined;
    if (lost !== undefined) await closeSession(lost);
  }

  const looking = repeat(lookOn, reopenLater, closing.signal);
  const close = async () => {
    closing.abort();
    await within(1_000, looking);
    await drop();
  };
  return { ask, close };
}

/** One at a time, in order: a look is a transaction, and nothing may come between its statements. */
function takeTurns(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const result = last.then(work);
    last = result.catch(() => undefined);
    return result;
  };
}

async function repeat(
  work: () => Promise<void>,
  afterFailure: (error: unknown) => Promise<void>,
  until: AbortSignal,
): Promise<void> {
  while (!until.aborted) {
    try {
      await work();
    } catch (error) {
      if (!until.aborted) await afterFailure(error);
    }
  }
}

async function openAndBegin({ url, begin }: KeptSessionOptions): Promise<Session> {
  const session = await openSession(url);
  try {
    await begin(session.client);
    return session;
  } catch (error) {
    await closeSession(session);
    throw error;
  }
}

/** Sleeps, unless woken. */
async function rest(ms: number, wake: AbortSignal): Promise<void> {
  await pause(ms, undefined, { signal: wake }).catch(() => undefined);
}
