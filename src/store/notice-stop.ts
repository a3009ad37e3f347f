import { sql } from 'kysely';

import { uuid7 } from '../platform/db/uuid7.ts';
import { jobs } from '../platform/jobs/jobs.ts';
import type { Tx } from './tx.ts';

type Stop = {
  readonly tenantId: string;
  readonly reportId: string;
  readonly personId: string;
  readonly at: Date;
};

/** So often at most does one address hear of it, however often somebody stops and starts its letters. */
const dayMs = 24 * 60 * 60_000;

/** Whether the address on record was told within a day: a stop that comes now is not told of once more. */
export const wasToldOfStop = async (tx: Tx, { tenantId, reportId, at }: Omit<Stop, 'personId'>): Promise<boolean> => {
  const { rows } = await sql<{ was_told: boolean }>`
    select exists (select from laksa.notice_letter told
        join laksa.report r on r.tenant_id = told.tenant_id and r.id = told.report_id
        join laksa.person_field f on f.tenant_id = r.tenant_id and f.person_id = r.reporter_id and f.field = 'email' and f.lookup = told.lookup
      where told.tenant_id = ${tenantId} and told.report_id = ${reportId} and told.follow_id is null
        and told.written_at > ${new Date(at.getTime() - dayMs)}
        and not exists (select from laksa.notice n where n.tenant_id = told.tenant_id and n.letter_id = told.id)) as was_told`.execute(
    tx,
  );
  return rows[0]?.was_told === true;
};

/**
 * Has the owner of a report hear that its letters were stopped: a letter of no step, settled now, to the address of now. Nothing where there is none,
 * or it was told.
 */
export const tellOfStop = async (tx: Tx, { tenantId, reportId, personId, at }: Stop): Promise<void> => {
  if (await wasToldOfStop(tx, { tenantId, reportId, at })) return;
  const { rows } = await sql<{ id: string }>`
    insert into laksa.notice_letter (tenant_id, id, report_id, follow_id, lookup, language, wording_version, written_at)
    select r.tenant_id, ${uuid7(at)}::uuid, r.id, null, f.lookup, p.language,
      (select max(w.version) from laksa.letter_wording w where w.tenant_id = r.tenant_id), ${at}::timestamptz
    from laksa.report r
      join laksa.person p on p.tenant_id = r.tenant_id and p.id = r.reporter_id
      join laksa.person_field f on f.tenant_id = p.tenant_id and f.person_id = p.id and f.field = 'email'
    where r.tenant_id = ${tenantId} and r.id = ${reportId} and r.reporter_id = ${personId}
    returning id`.execute(tx);
  for (const { id } of rows) await jobs.add(tx, 'deliver-notices', { tenantId, reportId, stopLetterId: id });
};
