import { describe, expect, it } from 'vitest';

import type { RunningClock } from '../../domain/clocks.ts';
import type { ClockTold } from './clocks-told.ts';
import type { Span } from './due-told.ts';
import { matchClocks } from './match-clocks.ts';

const startedAt = '2027-11-23T02:15:00.090Z';
const day = (date: number): string => `2027-11-${date}T17:00:00.000Z`;

const toldBy = (by: string): ClockTold => ({ kind: 'validation', startedAt, by: { kind: by } }) as unknown as ClockTold;
const dueAt = (date: number): RunningClock =>
  ({ id: `due ${date}`, kind: 'validation', startedAt, dueAt: day(date) }) as unknown as RunningClock;

const answered = toldBy('answered');
const disputed = toldBy('disputed');

/** What a match says, in short: which event has which clock. */
const match = (
  told: readonly ClockTold[],
  clocks: readonly RunningClock[],
  spans: { readonly answered: readonly [number, number]; readonly disputed: readonly [number, number] },
) => {
  const dueOf = ({ by }: ClockTold): Span => {
    const [earliest, latest] = spans[by.kind === 'answered' ? 'answered' : 'disputed'];
    return { earliest: day(earliest), latest: day(latest) };
  };
  const { pairs, missing, added } = matchClocks(told, clocks, dueOf);
  return {
    pairs: Object.fromEntries(pairs.map(([one, clock]) => [one.by.kind, clock.id])),
    missing: missing.map(({ by }) => by.kind),
    added: added.map(({ id }) => id),
  };
};

describe('two clocks of one kind that began in the same millisecond', () => {
  const spans = { answered: [25, 30], disputed: [23, 28] } as const;
  const orders = [
    [answered, disputed],
    [disputed, answered],
  ].flatMap((told) =>
    [
      [27, 29],
      [29, 27],
    ].map((due) => ({ told, due })),
  );

  it.each(orders)('are told apart by when they are due, in whatever order they stand (%#)', ({ told, due }) => {
    expect(match(told, due.map(dueAt), spans)).toEqual({
      pairs: { answered: 'due 29', disputed: 'due 27' },
      missing: [],
      added: [],
    });
  });

  it('leave a changed one to the one that it can be', () => {
    expect(match([answered, disputed], [dueAt(10), dueAt(29)], spans).pairs).toEqual({
      answered: 'due 29',
      disputed: 'due 10',
    });
    expect(match([answered, disputed], [dueAt(27), dueAt(12)], spans).pairs).toEqual({
      answered: 'due 12',
      disputed: 'due 27',
    });
  });

  it('stay in their order where neither is what it must be', () => {
    expect(match([answered, disputed], [dueAt(12), dueAt(10)], spans).pairs).toEqual({
      answered: 'due 12',
      disputed: 'due 10',
    });
  });

  it('are missed one by one', () => {
    expect(match([answered, disputed], [dueAt(29)], spans)).toEqual({
      pairs: { answered: 'due 29' },
      missing: ['disputed'],
      added: [],
    });
    expect(match([answered, disputed], [], spans).missing).toEqual(['answered', 'disputed']);
  });

  it('are noticed where only one began', () => {
    expect(match([disputed], [dueAt(29), dueAt(27)], spans)).toEqual({
      pairs: { disputed: 'due 27' },
      missing: [],
      added: ['due 29'],
    });
  });
});
