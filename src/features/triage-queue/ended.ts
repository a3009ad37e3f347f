import { sql, type RawBuilder } from 'kysely';

import type { ClosedReason, ReportState } from '../../domain/report.ts';
import type { Post } from '../../domain/role.ts';
import type { Tx } from '../../store/tx.ts';
import { fromTheStart, type Cursor } from './cursor.ts';
import { filedWords, whatMayBeSeen, type ListedRow } from './queries.ts';

export type EndedRow = ListedRow & {
  readonly filed_at: Date;
  readonly state_since: Date;
  readonly closed_reason: ClosedReason | null;
};

export type EndedQuery = {
  readonly tenantId: string;
  readonly post: Post;
  readonly state: ReportState;
  readonly after: Cursor;
  readonly limit: number;
};

/**
 * One page of what is over, the newest report first: an id tells when its report was filed. Read backwards along `report_ended_idx`, which stops at
 * the limit. They are not counted: all of them would have to be read.
 */
export const readEnded = async (tx: Tx, query: EndedQuery): Promise<readonly EndedRow[]> => {
  const { rows } = await endedStatement(query).execute(tx);
  return rows;
};

export const endedStatement = ({
  tenantId,
  post,
  state,
  after,
  limit,
}: EndedQuery): RawBuilder<EndedRow> => sql<EndedRow>`
  select r.id, r.number, r.state, r.class, r.is_secret, r.category_id, r.village_code, r.filed_at, r.state_since, r.closed_reason,
    ${filedWords('title')} as title, ${filedWords('description')} as words
  from laksa.report r
  where r.tenant_id = ${tenantId} and r.state = ${state} ${whatMayBeSeen(post)} ${olderThan(after)}
  order by r.id desc limit ${limit}`;

const olderThan = (after: Cursor): RawBuilder<unknown> =>
  after.id === fromTheStart.id ? sql`` : sql`and r.id < ${after.id}`;
