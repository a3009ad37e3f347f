import { sql, type RawBuilder } from 'kysely';

import type { Post } from '../../domain/role.ts';
import type { Tx } from '../../store/tx.ts';
import type { Cursor } from './cursor.ts';
import { countedUpTo, filedWords, whatMayBeSeen, type ListedRow } from './queries.ts';

export type FlaggedRow = ListedRow & {
  /** How many have flagged it since an officer last looked, and when the first of them did. */
  readonly flags: number;
  readonly since: Date;
  readonly is_hidden: boolean;
};

export type FlaggedQuery = {
  readonly tenantId: string;
  readonly post: Post;
  readonly after: Cursor;
  readonly limit: number;
};

/** One page of what people have flagged and nobody has looked at, the longest waiting first. Few wait at a time: all of them are grouped by `report_flag_open_idx`. */
export const readFlagged = async (tx: Tx, query: FlaggedQuery): Promise<readonly FlaggedRow[]> => {
  const { tenantId, post, after, limit } = query;
  const { rows } = await sql<FlaggedRow>`
    with flagged as (${openFlags(tenantId)})
    select r.id, r.number, r.state, r.class, r.is_secret, r.category_id, r.village_code, f.flags, f.since,
      r.publication not in ('public', 'title_only') as is_hidden,
      ${filedWords('title')} as title, ${filedWords('description')} as words
    from flagged f join laksa.report r on r.tenant_id = ${tenantId} and r.id = f.report_id
    where (f.since, r.id) > (${after.dueAt}::timestamptz, ${after.id}::uuid) ${whatMayBeSeen(post)}
    order by f.since, r.id limit ${limit}`.execute(tx);
  return rows;
};

/** How many wait to be looked at. */
export const countFlagged = async (tx: Tx, tenantId: string, post: Post): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    with flagged as (${openFlags(tenantId)})
    select count(*)::int as count from (
      select from flagged f join laksa.report r on r.tenant_id = ${tenantId} and r.id = f.report_id
      where true ${whatMayBeSeen(post)} limit ${countedUpTo}) seen`.execute(tx);
  return rows[0]?.count ?? 0;
};

/** In whole milliseconds, as a cursor carries them. */
const openFlags = (tenantId: string): RawBuilder<unknown> => sql`
  select report_id, count(*)::int as flags, date_trunc('milliseconds', min(flagged_at)) as since
  from laksa.report_flag where tenant_id = ${tenantId} and settled_at is null group by report_id`;
