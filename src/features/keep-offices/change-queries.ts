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

/** The changes before one, the newest first, and one more than a page holds where there are more. */
export const readChanges = async (
  tx: Tx,
  tenantId: string,
  { about, before }: { readonly about: OfficeKind | null; readonly before: string | null },
): Promise<readonly ChangeRow[]> => {
  const { rows } = await sql<ChangeRow>`
    select e.id, e.at, e.kind, e.subject_id as "subjectId", e.by_user as "byUser", p.name as "byPost", e.changes, e.undoes,
      exists (select from laksa.city_event u where u.tenant_id = e.tenant_id and u.undoes = e.id) as "isUndone",
      h.user_id as "userId", h.post_id as "postId"
    from laksa.city_event e
      left join laksa.post p on p.tenant_id = e.tenant_id and p.id = e.by_post
      left join laksa.post_holder h on h.tenant_id = e.tenant_id and h.id = e.subject_id
    where e.tenant_id = ${tenantId} ${before === null ? sql`` : sql`and e.id < ${before}`}
      ${about === null ? sql`` : sql`and starts_with(e.kind, ${`${about}.`})`}
    order by e.id desc limit ${changesOnPage + 1}`.execute(tx);
  return rows;
};

/** What offices are called, those that are closed too. */
export const readNames = async (tx: Tx, tenantId: string): Promise<ReadonlyMap<string, string>> => {
  const { rows } = await sql<{ readonly id: string; readonly name: string }>`
    select id, name from laksa.agency where tenant_id = ${tenantId}
    union all select id, name from laksa.post where tenant_id = ${tenantId}`.execute(tx);
  return new Map(rows.map(({ id, name }) => [id, name]));
};
