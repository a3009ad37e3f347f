import type { PlannedMigration, PlannedStatement } from '../platform/db/plan-migrations.ts';

/** What a disk of a small server reads or writes in a second, so that an estimate errs to the long side. */
const bytesASecond = 50 * 1024 ** 2;

/** The plan of `migrate`, for whoever decides when it runs. */
export const describePlan = (plan: readonly PlannedMigration[]): string => {
  if (plan.length === 0) return 'nothing to do: the schema is up to date\n';
  const lines = plan.flatMap(({ name, statements }) => [name, ...statements.map((planned) => `  ${lineOf(planned)}`)]);
  const isTried = plan.some(({ statements }) => statements.some(({ tried }) => tried !== null));
  return `${[...lines, '', ...legend, isTried ? triedHere : estimated].join('\n')}\n`;
};

const legend = [
  'Each migration is one transaction: what it locks stays locked until its last statement is done. Even an instant change first waits for',
  'the transactions at its table to end, and all others wait behind it: run it in a quiet hour.',
];

const estimated =
  'Seconds are counted from the size of the tables, at 50 MB a second. --try does it all and takes it back, and measures; its locks are real while it lasts.';

const triedHere = 'Tried and taken back here: nothing has changed. The locks are those the server gave.';

const lineOf = ({ statement, effect, table, size, tried }: PlannedStatement): string => {
  const about =
    size === null ? '' : ` (${table}: ${size.rows} rows, ${megabytes(size.bytes)}${longest(effect, size.bytes)})`;
  const found =
    tried === null
      ? ''
      : `; took ${tried.milliseconds} ms, ${tried.locks.length === 0 ? 'locked nothing' : `locked ${tried.locks.join(', ')}`}`;
  return `${effect}${about}: ${shortened(statement)}${found}`;
};

const longest = (effect: PlannedStatement['effect'], bytes: number): string => {
  const seconds = Math.ceil(bytes / bytesASecond);
  return effect.startsWith('scans') || effect.startsWith('rewrites') || effect === 'changes rows'
    ? `, about ${seconds} s`
    : '';
};

const megabytes = (bytes: number): string => `${(bytes / 1024 ** 2).toFixed(1)} MB`;

const shortened = (statement: string): string => {
  const line = statement.replaceAll(/\s+/g, ' ');
  return line.length > 100 ? `${line.slice(0, 97)}...` : line;
};
