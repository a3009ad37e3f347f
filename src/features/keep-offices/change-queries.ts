import { sql } from 'kysely';

import type { FieldChanges } from '../../domain/city-event.ts';
import type { OfficeKind } from '../../domain/office.ts';
import type { Tx } from '../../store/tx.ts';

export type ChangeRow = {
  readonly id: string;
  readonly at: Date;
  readonly kind: string;
  readonly subjectId: string;
  readonly byUser: string | null;
  readonly byPost: string | null;
  readonly changes: FieldChanges;
  readonly undoes: string | null;
  readonly isUndone: boolean;
  /** Of a span: whose, and in which post. */
  readonly userId: string | null;
  readonly postId: string | null;
};

export const changesOnPage = 50;

/** What happens to an office: an event is of the kind `post.closed`. */
export const verbs = ['opened', 'changed', 'closed', 'reopened', 'handed_over', 'handed_back'] as const;

type Asked = { readonly about: OfficeKind | null; readonly before: string | null };

/** The changes before one, the newest first, and one more than a page holds where there are more. */
export const readChanges = async (tx: Tx, tenantId: string, asked: Asked): Promise<readonly ChangeRow[]> => {
  const { rows } = await sql<ChangeRow>`
    select e.id, e.at, e.kind, e.subject_id as "subjectId", e.by_user as "byUser", p.name as "byPost", e.changes, e.undoes,
      exists (select from laksa.city_event u where u.tenant_id = e.tenant_id and u.undoes = e.id) as "isUndone",
      h.user_id as "userId", h.post_id as "postId"
    from (${newest(tenantId, asked)}) e
      left join laksa.post p on p.tenant_id = e.tenant_id and p.id = e.by_post
      left join laksa.post_holder h on h.tenant_id = e.tenant_id and h.id = e.subject_id
    order by e.id desc limit ${changesOnPage + 1}`.execute(tx);
  return rows;
};

/** Of each kind that is asked for its newest: a kind that is seldom is not looked for among all others. */
const newest = (tenantId: string, { about, before }: Asked) => {
  const page = sql`${before === null ? sql`` : sql`and c.id < ${before}`} order by c.id desc limit ${changesOnPage + 1}`;
  if (about === null) return sql`select c.* from laksa.city_event c where c.tenant_id = ${tenantId} ${page}`;
  const kinds = verbs.map((verb) => `${about}.${verb}`);
  return sql`select one.* from unnest(${kinds}::text[]) k(kind) cross join lateral
    (select c.* from laksa.city_event c where c.tenant_id = ${tenantId} and c.kind = k.kind ${page}) one`;
};

/** What offices are called, those that are closed too. */
export const readNames = async (tx: Tx, tenantId: string): Promise<ReadonlyMap<string, string>> => {
  const { rows } = await sql<{ readonly id: string; readonly name: string }>`
    select id, name from laksa.agency where tenant_id = ${tenantId}
    union all select id, name from laksa.post where tenant_id = ${tenantId}`.execute(tx);
  return new Map(rows.map(({ id, name }) => [id, name]));
};
