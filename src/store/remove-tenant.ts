import { asRole, pastFence } from '../platform/db/admin.ts';
import type { Connection } from '../platform/db/connection.ts';
import { recordMaintenance } from '../platform/db/maintenance.ts';

/** A tenant as the owner finds it, also one whose removal was begun. */
export type Removable = {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly isDemo: boolean;
  readonly isRehearsal: boolean;
};

/** `admin` is a connection that may become `laksa_owner`, here and below. Null: there is none of this slug. */
export const findRemovable = async (admin: Connection, slug: string): Promise<Removable | null> => {
  const { rows } = await admin.query<Removable>(
    `select id, slug, name, is_demo as "isDemo", is_rehearsal as "isRehearsal" from laksa.tenant where slug = $1`,
    [slug],
  );
  return rows[0] ?? null;
};

/** From now on no process finds it, as soon as each has looked again. Recorded. */
export const hideTenant = async (admin: Connection, { id, slug }: Removable, at: Date): Promise<void> => {
  await asRole(admin, 'laksa_owner', async () => {
    await admin.query('update laksa.tenant set removed_at = $2 where id = $1 and removed_at is null', [id, at]);
    await recordMaintenance(admin, 'tenant remove', slug, at);
  });
};

/** The accounts that hold posts here, now or once, and nowhere else. */
export const accountsOnlyHere = (admin: Connection, { id }: Removable): Promise<readonly string[]> =>
  pastFence(admin, async () => {
    const { rows } = await admin.query<{ readonly user_id: string }>(
      `select distinct h.user_id from laksa.post_holder h where h.tenant_id = $1
         and not exists (select from laksa.post_holder o where o.user_id = h.user_id and o.tenant_id <> $1)`,
      [id],
    );
    return rows.map(({ user_id }) => user_id);
  });

/** Deletes its rows in every table, some thousand at a time, and tells of each table that had any. Safe to repeat. */
export const removeRows = (
  admin: Connection,
  { id }: Removable,
  tell: (table: string, rows: number) => void,
): Promise<void> =>
  batchByBatch(admin, async () => {
    // What was under way when it began may still write beside a table that is empty already: then all are gone through once more.
    for (let round = 1; !(await removeRound(admin, id, tell)); round += 1)
      if (round === mostRounds) throw new Error('something goes on writing: stop the service, and run this again');
  });

/** Its own row, which is the last of it. */
export const removeTenantRow = async (admin: Connection, { id }: Removable): Promise<void> => {
  await asRole(admin, 'laksa_owner', () => admin.query('delete from laksa.tenant where id = $1', [id]));
};

const mostRounds = 20;
const batch = 5_000;

/** True: not a row was left, nor came. */
const removeRound = async (
  admin: Connection,
  tenantId: string,
  tell: (table: string, rows: number) => void,
): Promise<boolean> => {
  let removed = 0;
  for (const table of await tablesOf(admin)) {
    const rows = await emptyTable(admin, table, tenantId);
    if (rows === null) return false;
    if (rows > 0) tell(table.name, rows);
    removed += rows;
  }
  return removed === 0;
};

/** How many rows went; rows that stand on others of their own table go with them, all at once; null: others were written meanwhile that stand on them. */
const emptyTable = async (
  admin: Connection,
  { name: table, standsOnItself }: RemovedTable,
  tenantId: string,
): Promise<number | null> => {
  const most = standsOnItself ? 'all' : batch;
  let removed = 0;
  try {
    for (;;) {
      const { rowCount } = await admin.query(
        `delete from ${table} where tenant_id = $1 and ctid = any (array(select ctid from ${table} where tenant_id = $1 limit ${most}))`,
        [tenantId],
      );
      if (rowCount === null || rowCount === 0) return removed;
      removed += rowCount;
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === foreignKeyBroken) return null;
    throw error;
  }
};

const foreignKeyBroken = '23503';

type RemovedTable = { readonly name: string; readonly standsOnItself: boolean };

/** Every table with rows of tenants, by the catalogue; whoever stands on another comes before it. */
const tablesOf = async (admin: Connection): Promise<readonly RemovedTable[]> => {
  const { rows: tables } = await admin.query<RemovedTable>(
    `select c.oid::regclass::text as name, exists (select from pg_constraint where conrelid = c.oid and confrelid = c.oid) as "standsOnItself"
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
     where c.relkind = 'r' and c.relnamespace = 'laksa'::regnamespace order by 1`,
  );
  const { rows: keys } = await admin.query<{ readonly from: string; readonly to: string }>(
    `select conrelid::regclass::text as "from", confrelid::regclass::text as "to" from pg_constraint
     where contype = 'f' and connamespace = 'laksa'::regnamespace and conrelid <> confrelid`,
  );
  const ordered: RemovedTable[] = [];
  const waiting = new Set(tables);
  while (waiting.size > 0) {
    const free = [...waiting].filter(
      ({ name }) => ![...waiting].some((other) => keys.some(({ from, to }) => to === name && from === other.name)),
    );
    if (free.length === 0)
      throw new Error(`tables that stand on one another in a ring: ${[...waiting].map(({ name }) => name).join(', ')}`);
    for (const table of free) waiting.delete(table);
    ordered.push(...free);
  }
  return ordered;
};

/** Past the fence as well, but each statement for itself: what is removed stays removed. */
const batchByBatch = async (admin: Connection, work: () => Promise<void>): Promise<void> => {
  await admin.query(`set role laksa_owner; set laksa.maintenance = 'on'`);
  try {
    await work();
  } finally {
    await admin.query('reset role; reset laksa.maintenance');
  }
};
