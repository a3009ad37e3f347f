import type { Config } from '../config.ts';

/** One word or two name a command; what follows are its arguments. */
export type Command = {
  readonly name: string;
  readonly usage: string;
  readonly summary: string;
  readonly run: (config: Config, args: readonly string[]) => Promise<void>;
};
