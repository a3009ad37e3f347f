import pg from 'pg';

/** One question put to PostgreSQL, as it went over the wire. */
export type Statement = {
  readonly text: string;
  readonly values: readonly unknown[];
  /** The role it was asked as. */ readonly by: string;
};

/** Hears every statement of every connection of this process, from now on; nothing else changes. */
export const hearStatements = (hear: (statement: Statement) => void): void => {
  const original = pg.Client.prototype.query;
  const heard = function (this: pg.Client, ...args: unknown[]): unknown {
    const [asked, given] = args;
    const named = typeof asked === 'object' && asked !== null && 'text' in asked ? asked : undefined;
    const text = named === undefined ? asked : named.text;
    const values = named !== undefined && 'values' in named ? named.values : given;
    if (typeof text === 'string') hear({ text, values: Array.isArray(values) ? values : [], by: this.user ?? '' });
    return Reflect.apply(original, this, args);
  };
  Object.defineProperty(pg.Client.prototype, 'query', { value: heard, writable: true, configurable: true });
};

export type Recorder = {
  /** What was asked while the work was done, by this process alone. */
  readonly during: (work: () => Promise<unknown>) => Promise<readonly Statement[]>;
};

export const recordStatements = (): Recorder => {
  let heard: Statement[] | undefined;
  hearStatements((statement) => heard?.push(statement));
  return {
    during: async (work) => {
      const own: Statement[] = [];
      heard = own;
      try {
        await work();
      } finally {
        heard = undefined;
      }
      return own;
    },
  };
};
