/** A key under which something was handed out. */
export type HandedOutKey = {
  readonly version: number;
  readonly key: Buffer;
  /** What it made is no longer taken, but may still have to be read to be made anew. */
  readonly isEnded: boolean;
};

/** By which new ones are made. */
export const keyInUse = ([first]: readonly HandedOutKey[]): Buffer => {
  if (first === undefined) throw new Error('an installation has a key of each kind');
  return first.key;
};
