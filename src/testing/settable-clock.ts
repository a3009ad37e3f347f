import type { Clock } from '../platform/clock/clock.ts';

export type SettableClock = Clock & { readonly set: (iso: string) => void; readonly advance: (ms: number) => void };

/** A clock that stands still until it is told otherwise. */
export const settableClock = (iso: string): SettableClock => {
  let time = Date.parse(iso);
  return {
    now: () => new Date(time),
    set: (next) => {
      time = Date.parse(next);
    },
    advance: (ms) => {
      time += ms;
    },
  };
};
