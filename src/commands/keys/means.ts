import type { Tx } from '../../platform/db/tx.ts';

/** What a command about keys works with. */
export type KeyMeans = {
  /** `$LAKSA_DATA/keys`. */
  readonly dir: string;
  readonly at: Date;
  /** Lets so many milliseconds go by. */
  readonly wait: (ms: number) => Promise<unknown>;
  readonly print: (line: string) => void;
  /** One transaction past the fence, that is written down with its reason. */
  readonly maintain: <T>(reason: string, work: (tx: Tx) => Promise<T>) => Promise<T>;
};
