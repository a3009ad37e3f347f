import { sql } from 'kysely';

/**
 * Whether a picture belongs to an answer that was approved as it stood: one that was sent back first shows what nobody approved, whatever the report has
 * come to since. `photo`: how the statement calls the picture's row.
 */
export const isApprovedProof = (photo: string) => sql<boolean>`exists (
  select from laksa.report_event given
  join laksa.report_event approved on approved.tenant_id = given.tenant_id and approved.report_id = given.report_id
    and approved.kind = 'approved' and approved.seq > given.seq
  where given.tenant_id = ${sql.ref(photo)}.tenant_id and given.report_id = ${sql.ref(photo)}.report_id and given.kind = 'answered'
    and given.payload -> 'proof' @> to_jsonb(${sql.ref(photo)}.id::text)
    and not exists (
      select from laksa.report_event returned
      where returned.tenant_id = given.tenant_id and returned.report_id = given.report_id and returned.kind = 'sent_back'
        and returned.seq > given.seq and returned.seq < approved.seq))`;
