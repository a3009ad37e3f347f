/** What a statement of a migration does to those who work meanwhile, as far as its words tell. */
export type Judgement = {
  readonly effect:
    | 'nobody waits'
    | 'instant'
    | 'scans, nobody reads or writes'
    | 'scans, nobody writes'
    | 'rewrites, nobody reads or writes'
    | 'changes rows'
    | 'not known';
  /** The table that it is about, as it is written. */
  readonly table: string | null;
};

type Rule = readonly [pattern: RegExp, effect: Judgement['effect']];

/** Each part of an `alter table`; the first that fits is taken. The manual: "ALTER TABLE", "Explicit Locking". */
const alterations: readonly Rule[] = [
  [/^add column\b.*\b(random|gen_random_uuid|clock_timestamp|nextval)\s*\(/is, 'rewrites, nobody reads or writes'],
  [/^add column\b.*\bgenerated always\b/is, 'rewrites, nobody reads or writes'],
  [/^add column\b.*\b(unique|primary key|references|check)\b/is, 'scans, nobody reads or writes'],
  [/^add column\b/i, 'instant'],
  [/^alter column\s+\S+\s+(set data )?type\b/i, 'rewrites, nobody reads or writes'],
  [/^alter column\s+\S+\s+set not null/i, 'scans, nobody reads or writes'],
  [/^add constraint\b.*\bnot valid$/is, 'instant'],
  [/^add constraint\b.*\bforeign key\b/is, 'scans, nobody writes'],
  [/^add constraint\b/i, 'scans, nobody reads or writes'],
  [/^validate constraint\b/i, 'nobody waits'],
  [/^(alter column|drop|rename|enable|disable|force|no force|owner)\b/i, 'instant'],
];

const statements: readonly Rule[] = [
  [/^create (unique )?index concurrently\b/i, 'nobody waits'],
  [/^create (unique )?index\b/i, 'scans, nobody writes'],
  [
    /^(create (table|or replace|view|function|procedure|schema|policy)|call ops\.fence|grant|revoke|comment on|insert into)\b/i,
    'nobody waits',
  ],
  [/^drop (table|view|index|policy|function|procedure)\b/i, 'instant'],
  [/^(update|delete from)\b/i, 'changes rows'],
];

/** The worst that the statement does, where it does several things at once. */
export const judgeStatement = (statement: string): Judgement => {
  const altered = /^alter table (?:if exists )?(?:only )?([\w.]+)\s+([\s\S]*)$/i.exec(statement);
  if (altered === null) return { effect: effectOf(statements, statement), table: tableOf(statement) };
  const effects = partsOf(altered[2] ?? '').map((part) => effectOf(alterations, part));
  const worst = effects.toSorted((a, b) => severity.indexOf(b) - severity.indexOf(a))[0];
  return { effect: worst ?? 'not known', table: altered[1] ?? null };
};

const severity: readonly Judgement['effect'][] = [
  'nobody waits',
  'instant',
  'changes rows',
  'scans, nobody writes',
  'scans, nobody reads or writes',
  'rewrites, nobody reads or writes',
  'not known',
];

const effectOf = (rules: readonly Rule[], text: string): Judgement['effect'] =>
  rules.find(([pattern]) => pattern.test(text))?.[1] ?? 'not known';

const tableOf = (statement: string): string | null =>
  /^(?:create (?:unique )?index\b.*?\bon|update|delete from|drop table(?: if exists)?)\s+(?:only )?([\w.]+)/is.exec(
    statement,
  )?.[1] ?? null;

/** At the commas that stand in no parentheses. */
const partsOf = (text: string): readonly string[] => {
  const parts: string[] = [''];
  let depth = 0;
  for (const sign of text) {
    if (sign === '(') depth += 1;
    if (sign === ')') depth -= 1;
    if (sign === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += sign;
  }
  return parts.map((part) => part.trim());
};
