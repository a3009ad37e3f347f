import { setTimeout as pause } from 'node:timers/promises';

/** Resolves when the work has settled or the time is up, whichever comes first, and leaves no timer behind. Never rejects. */
export async function within(ms: number, work: Promise<unknown>): Promise<void> {
  const settled = new AbortController();
  const end = () => settled.abort();
  work.then(end, end);
  await pause(ms, undefined, { signal: settled.signal }).catch(() => undefined);
}
