import { sql } from 'kysely';

import type { Actor } from '../domain/actor.ts';
import { seesReport } from '../domain/permission.ts';
import type { Report } from '../domain/report.ts';
import type { Tx } from './tx.ts';

type Seen = Pick<Report, 'class' | 'isSecret' | 'isAnonymous' | 'holderPostId' | 'assignments'>;

/** Whether somebody may name this report in a merge: a post that may not read it must not learn that it exists, nor tie another one to it. */
export const mayName = async (tx: Tx, tenantId: string, actor: Actor, reportId: string): Promise<boolean> => {
  if (actor.kind !== 'post') return true;
  const { rows } = await sql<Seen>`
    select r.class, r.is_secret as "isSecret", r.is_anonymous as "isAnonymous", r.holder_post_id as "holderPostId",
      (select coalesce(json_agg(json_build_object('id', a.id, 'postId', a.post_id, 'agencyId', a.agency_id, 'state', a.state)), '[]')
        from laksa.assignment a where a.tenant_id = r.tenant_id and a.report_id = r.id) as assignments
    from laksa.report r where r.tenant_id = ${tenantId} and r.id = ${reportId}`.execute(tx);
  return rows.some((report) => seesReport(actor.post, report));
};
