/** One of the runs that are compared: does its work for so many seconds and says how much it got done a second. */
export type Run = (seconds: number) => Promise<number>;

/**
 * Runs each in turn, round after round, so that what the machine does meanwhile falls on all alike; gives the median of each. The first round, which
 * only warms up, is short and does not count.
 */
export const interleave = async <Name extends string>(
  runs: Readonly<Record<Name, Run>>,
  { seconds, rounds, say }: { readonly seconds: number; readonly rounds: number; readonly say: (line: string) => void },
): Promise<Readonly<Record<Name, number>>> => {
  const names = Object.keys(runs) as Name[];
  const seen = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (const name of names) await runs[name](1);
  for (let round = 1; round <= rounds; round += 1) {
    for (const name of names) seen.get(name)?.push(await runs[name](seconds));
    say(
      `round ${round} of ${rounds}: ${names.map((name) => `${name} ${seen.get(name)?.at(-1)?.toFixed(0)}`).join(', ')}`,
    );
  }
  return Object.fromEntries(names.map((name) => [name, median(seen.get(name) ?? [])])) as Record<Name, number>;
};

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
};

/** Several hands do the same over and over until the time is up; gives how often it was done a second. */
export const handsFor = async (seconds: number, hands: number, work: () => Promise<void>): Promise<number> => {
  const began = performance.now();
  const until = began + seconds * 1000;
  let done = 0;
  const hand = async (): Promise<void> => {
    while (performance.now() < until) {
      await work();
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: hands }, hand));
  return (done * 1000) / (performance.now() - began);
};
