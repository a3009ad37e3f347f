import { startStopwatch } from '../log/stopwatch.ts';

/** A statement as the log may hold it: its own words, in which `$1` stands for what was typed, and how long it took. */
export type SlowStatement = { readonly statement: string; readonly ms: number };
export type OnSlow = (slow: SlowStatement) => void;

const slowMs = 500;
const longestShown = 160;

/** Runs a statement and tells of it, also when it failed, if it took longer than half a second. */
export const timed = async <T>(
  named: { readonly name?: string | undefined; readonly sql: string },
  onSlow: OnSlow | undefined,
  run: () => Promise<T>,
): Promise<T> => {
  if (onSlow === undefined) return run();
  const elapsed = startStopwatch();
  try {
    return await run();
  } finally {
    const ms = elapsed();
    if (ms > slowMs) onSlow({ statement: nameOf(named), ms });
  }
};

/** Literals are cut out too: a statement of ours holds codes in them, and nobody has to trust that. */
const nameOf = ({ name, sql }: { readonly name?: string | undefined; readonly sql: string }): string =>
  name ??
  sql
    .replaceAll(/'[^']*'/g, "'…'")
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, longestShown);
