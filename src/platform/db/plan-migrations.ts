import type pg from 'pg';

import type { Clock } from '../clock/clock.ts';
import { judgeStatement, type Judgement } from './judge-statement.ts';
import { readMigrations } from './migrate.ts';
import { statementsOf } from './sql-statements.ts';

/** How large a table is now: rows as the last `analyze` counted them. */
export type TableSize = { readonly rows: number; readonly bytes: number };

export type PlannedStatement = Judgement & {
  readonly statement: string;
  /** Null: there is no such table yet, or none is meant. */
  readonly size: TableSize | null;
  /** What it took when it was tried: locks that hold others up, of tables that were there before. Null: it was not tried. */
  readonly tried: { readonly milliseconds: number; readonly locks: readonly string[] } | null;
};

export type PlannedMigration = { readonly name: string; readonly statements: readonly PlannedStatement[] };

/** What `migrate` would do here, in its order, without doing it. */
export const planMigrations = async (client: pg.Client, dir: string): Promise<readonly PlannedMigration[]> => {
  const done = await appliedHere(client);
  const pending = (await readMigrations(dir)).filter(({ name }) => !done.has(name));
  const plan: PlannedMigration[] = [];
  for (const { name, text } of pending) {
    const statements: PlannedStatement[] = [];
    for (const statement of statementsOf(text)) {
      const judgement = judgeStatement(statement);
      statements.push({ statement, ...judgement, size: await sizeOf(client, judgement.table), tried: null });
    }
    plan.push({ name, statements });
  }
  return plan;
};

/**
 * Does it all in one transaction, looks after each statement at what it locked and how long it took, and rolls back. Nothing stays of it, but its locks are
 * real while it lasts; it gives up where it would have to wait for one.
 */
export const tryMigrations = async (
  client: pg.Client,
  plan: readonly PlannedMigration[],
  clock: Clock,
): Promise<readonly PlannedMigration[]> => {
  await client.query(
    `begin; set local lock_timeout = '3s'; set local role laksa_owner; set local search_path = laksa, ops; set local laksa.maintenance = 'on'`,
  );
  try {
    const before = await tablesNow(client);
    const tried: PlannedMigration[] = [];
    for (const { name, statements } of plan) {
      const measured: PlannedStatement[] = [];
      for (const planned of statements) measured.push(await tryOne(client, planned, before, clock));
      tried.push({ name, statements: measured });
    }
    return tried;
  } finally {
    await client.query('rollback');
  }
};

const tryOne = async (
  client: pg.Client,
  planned: PlannedStatement,
  before: readonly string[],
  clock: Clock,
): Promise<PlannedStatement> => {
  const held = await locksOn(client, before);
  const startedAt = clock.now().getTime();
  await client.query(planned.statement);
  const milliseconds = clock.now().getTime() - startedAt;
  const locks = (await locksOn(client, before)).filter((lock) => !held.includes(lock));
  return { ...planned, tried: { milliseconds, locks } };
};

const appliedHere = async (client: pg.Client): Promise<ReadonlySet<string>> => {
  const { rows: there } = await client.query<{ yes: boolean }>(
    `select to_regclass('ops.migration') is not null as yes`,
  );
  if (there[0]?.yes !== true) return new Set();
  const { rows } = await client.query<{ name: string }>('select name from ops.migration');
  return new Set(rows.map(({ name }) => name));
};

const sizeOf = async (client: pg.Client, table: string | null): Promise<TableSize | null> => {
  if (table === null) return null;
  const [name = '', schema = 'laksa'] = table.split('.').toReversed();
  const { rows } = await client.query<{ rows: string; bytes: string }>(
    `select greatest(c.reltuples, 0)::bigint as rows, pg_total_relation_size(c.oid) as bytes
     from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = $1 and c.relname = $2`,
    [schema, name],
  );
  return rows[0] === undefined ? null : { rows: Number(rows[0].rows), bytes: Number(rows[0].bytes) };
};

const tablesNow = async (client: pg.Client): Promise<readonly string[]> => {
  const { rows } = await client.query<{ oid: string }>(
    `select c.oid::text from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname in ('laksa', 'ops') and c.relkind = 'r'`,
  );
  return rows.map(({ oid }) => oid);
};

/** Of this transaction: those beside which nobody writes, or nobody does anything. */
const locksOn = async (client: pg.Client, tables: readonly string[]): Promise<readonly string[]> => {
  const { rows } = await client.query<{ lock: string }>(
    `select distinct format('%s.%s: %s', n.nspname, c.relname, l.mode) as lock
     from pg_locks l join pg_class c on c.oid = l.relation join pg_namespace n on n.oid = c.relnamespace
     where l.pid = pg_backend_pid() and l.locktype = 'relation' and l.granted and l.relation = any($1::oid[])
       and l.mode in ('ShareLock', 'ShareRowExclusiveLock', 'ExclusiveLock', 'AccessExclusiveLock') order by 1`,
    [tables],
  );
  return rows.map(({ lock }) => lock);
};
