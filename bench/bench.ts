import type { Ground } from './ground.ts';

export type Asked = {
  /** Reports that lie there already, in two cities. */
  readonly rows: number;
  /** How long one round of one run lasts. */
  readonly seconds: number;
  readonly rounds: number;
  /** Where a bench measures the service on more than one. */
  readonly ground: Ground;
  /** What goes wrong meanwhile, where a bench knows of such things. */
  readonly trouble?: string | undefined;
  readonly say: (line: string) => void;
};

export type Found = {
  readonly metrics: Readonly<Record<string, number>>;
  /** What the numbers do not say. */
  readonly notes: readonly string[];
  readonly isGood?: boolean;
};

/** Measures, and asserts nothing about speed: a slow machine is no bug. */
export type Bench = (asked: Asked) => Promise<Found>;
