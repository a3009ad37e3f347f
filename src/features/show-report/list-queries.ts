import { sql } from 'kysely';

import type { ClockKind } from '../../domain/clocks.ts';
import type { ReportState } from '../../domain/report.ts';
import type { Words } from '../../store/city.ts';
import type { Tx } from '../../store/tx.ts';
import { isInFilter, type ReportFilter } from '../../store/report-filter.ts';

export type ListedReport = {
  readonly id: string;
  readonly number: string;
  readonly title: string | null;
  readonly category: Words | null;
  readonly state: ReportState;
  readonly village: string | null;
  readonly filed_at: Date;
  readonly next_clock: ClockKind | null;
  readonly next_due_at: Date | null;
};

/** Where a page of the list ended: the next one begins after it. */
export type Cursor = { readonly filedAt: Date; readonly id: string };

export const pageSize = 20;
export type Order = 'newest' | 'oldest';

export type ListAsked = { readonly filter: ReportFilter; readonly order: Order; readonly after: Cursor | null };

export const everything: ListAsked = { filter: {}, order: 'newest', after: null };

const listed = sql`r.id, r.number, r.title, r.state, r.filed_at, r.next_clock, r.next_due_at,
  (select v.name from laksa.village v where v.tenant_id = r.tenant_id and v.code = r.village_code) as village,
  (select c.name from laksa.category c where c.tenant_id = r.tenant_id and c.id = r.category_id) as category`;

const isListed = sql`r.publication in ('public', 'title_only')`;

/** One page of the public reports, and one row more when there is a next page. */
export const readPage = async (
  tx: Tx,
  tenantId: string,
  { filter, order, after }: ListAsked,
): Promise<readonly ListedReport[]> => {
  const direction = order === 'newest' ? sql`r.filed_at desc, r.id` : sql`r.filed_at, r.id desc`;
  const { rows } = await sql<ListedReport>`
    select ${listed} from laksa.report_public r
    where r.tenant_id = ${tenantId} and ${isListed} and ${isInFilter(filter)} and ${isAfter(after, order)}
    order by ${direction} limit ${pageSize + 1}`.execute(tx);
  return rows;
};

/** Counted no further: nobody reads on. */
export const countedTo = 1_000;

/** How many there are; one more than `countedTo` stands for all above. */
export const countPublic = async (tx: Tx, tenantId: string, filter: ReportFilter): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (
      select r.id from laksa.report_public r
      where r.tenant_id = ${tenantId} and ${isListed} and ${isInFilter(filter)}
      order by r.filed_at desc limit ${countedTo + 1}) counted`.execute(tx);
  return rows[0]?.count ?? 0;
};

export type FoundReport = ListedReport & { readonly description: string | null };

/** These reports, as everyone may read them, in this order. */
export const readListed = async (tx: Tx, tenantId: string, ids: readonly string[]): Promise<readonly FoundReport[]> => {
  if (ids.length === 0) return [];
  const { rows } = await sql<FoundReport>`
    select ${listed}, r.description from laksa.report_public r
    where r.tenant_id = ${tenantId} and ${isListed} and r.id = any (${ids}::uuid[])
    order by array_position(${ids}::uuid[], r.id)`.execute(tx);
  return rows;
};

/** By time, and by id among those of one instant. The first comparison is the one the index answers. */
const isAfter = (cursor: Cursor | null, order: Order) => {
  if (cursor === null) return sql`true`;
  const { filedAt, id } = cursor;
  return order === 'newest'
    ? sql`r.filed_at <= ${filedAt} and (r.filed_at < ${filedAt} or r.id > ${id})`
    : sql`r.filed_at >= ${filedAt} and (r.filed_at > ${filedAt} or r.id < ${id})`;
};
