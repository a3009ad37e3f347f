import { sql } from 'kysely';

import type { Assignment } from '../../domain/assignment.ts';
import type { PhotoMediaType } from '../../domain/photo.ts';
import type { Report } from '../../domain/report.ts';
import { isApprovedProof } from '../../store/approved-proof.ts';
import type { Tx } from '../../store/tx.ts';

/** A picture of a report, with what decides who may see it. */
export type SeenPhoto = Pick<
  Report,
  'class' | 'isSecret' | 'isAnonymous' | 'holderPostId' | 'state' | 'closedReason' | 'publication'
> & {
  readonly id: string;
  readonly purpose: 'report' | 'proof';
  readonly reportId: string;
  readonly number: string;
  readonly claimGeneration: number;
  readonly mediaType: PhotoMediaType;
  /** Among those of its purpose, from 1. */
  readonly position: number;
  readonly assignments: readonly Assignment[];
  /** Of proof: of an answer that was approved. */
  readonly isApproved: boolean;
  /** Null until it was worked on. */
  readonly size: { readonly width: number; readonly height: number } | null;
  /** Boxes were drawn whose files are not there yet. */
  readonly isBlurPending: boolean;
  /** It was looked at and chosen for everyone. */
  readonly isPublic: boolean;
  readonly publicAnswer: string | null;
};

/** A picture that belongs to a report. Null: there is none. */
export const readPhoto = async (tx: Tx, tenantId: string, id: string): Promise<SeenPhoto | null> => {
  const { rows } = await sql<SeenPhoto>`
    select p.id, p.purpose, p.media_type as "mediaType", r.id as "reportId", r.number, r.class, r.state, r.closed_reason as "closedReason", r.publication, r.public_answer as "publicAnswer", r.is_secret as "isSecret", r.is_anonymous as "isAnonymous",
      r.holder_post_id as "holderPostId", r.claim_generation as "claimGeneration",
      (select count(*)::int from laksa.photo q where q.tenant_id = p.tenant_id and q.report_id = p.report_id and q.purpose = p.purpose and q.id <= p.id) as position,
      (select coalesce(json_agg(json_build_object('id', a.id, 'postId', a.post_id, 'agencyId', a.agency_id, 'state', a.state)), '[]')
        from laksa.assignment a where a.tenant_id = r.tenant_id and a.report_id = r.id) as assignments,
      ${isApprovedProof('p')} as "isApproved",
      case when p.state = 'ready' then json_build_object('width', p.width, 'height', p.height) end as size,
      p.blurred_version is distinct from p.blur_version as "isBlurPending", p.is_public as "isPublic"
    from laksa.photo p join laksa.report r on r.tenant_id = p.tenant_id and r.id = p.report_id
    where p.tenant_id = ${tenantId} and p.id = ${id}`.execute(tx);
  return rows[0] ?? null;
};

/** Whether this post has taken the picture as proof and not answered with it yet. */
export const isDraftOf = async (
  tx: Tx,
  { tenantId, id, postId }: { readonly tenantId: string; readonly id: string; readonly postId: string },
): Promise<boolean> => {
  const row = await tx
    .selectFrom('photo')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('post_id', '=', postId)
    .where('report_id', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
};

export type PublicPhoto = { readonly tenantId: string; readonly number: string; readonly id: string };

/** The version of this picture that everyone may see now; 0: boxes were never drawn on it. Null: there is nothing to see. */
export const publicVersion = async (tx: Tx, { tenantId, number, id }: PublicPhoto): Promise<number | null> => {
  const row = await tx
    .selectFrom('photo_public')
    .select('blurred_version')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('number', '=', number)
    .executeTakeFirst();
  return row === undefined ? null : (row.blurred_version ?? 0);
};
