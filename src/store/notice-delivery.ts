import { sql } from 'kysely';

import { uuid7 } from '../platform/db/uuid7.ts';
import type { Language } from '../platform/i18n/language.ts';
import { jobs } from '../platform/jobs/jobs.ts';
import type { Tx } from './tx.ts';

/** Notices of one report and addressee that share a fate. */
type Notices = { readonly tenantId: string; readonly noticeIds: readonly string[] };

/** One hand at a time delivers for a report, until the end of the transaction; the next one waits. */
export const lockDelivery = async (tx: Tx, reportId: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`laksa notices ${reportId}`}, 0))`.execute(tx);
};

export type NewLetter = {
  readonly reportId: string;
  /** Null: to the reporter. */
  readonly followId: string | null;
  /** Of the address it goes to. */
  readonly lookup: Buffer;
  readonly language: Language;
  readonly wordingVersion: number | null;
  readonly writtenAt: Date;
};

/**
 * From here on these notices are one letter, and stay it however often it is sent: also what the report is about by then. That is kept of nothing
 * confidential, and of no kind of thing that is sensitive: a letterbox is read by others.
 */
export const settleLetter = async (tx: Tx, { tenantId, noticeIds }: Notices, letter: NewLetter): Promise<void> => {
  const id = uuid7(letter.writtenAt);
  await sql`
    insert into laksa.notice_letter (tenant_id, id, report_id, follow_id, lookup, language, wording_version, written_at, topic, is_public)
    select r.tenant_id, ${id}::uuid, r.id, ${letter.followId}::uuid, ${letter.lookup}::bytea, ${letter.language}, ${letter.wordingVersion}::int,
      ${letter.writtenAt}::timestamptz,
      case when not r.is_secret and r.class is distinct from 'berkadar' and c.is_sensitive is not true and coalesce(c.id::text, v.code) is not null
        then jsonb_build_object('category', c.name, 'village', v.name, 'isDesa', split_part(v.code, '.', 4) like '2%') end,
      exists (select from laksa.report_public p where p.tenant_id = r.tenant_id and p.id = r.id and p.publication in ('public', 'title_only'))
    from laksa.report r
      left join laksa.category c on c.tenant_id = r.tenant_id and c.id = r.category_id
      left join laksa.village v on v.tenant_id = r.tenant_id and v.code = r.village_code
    where r.tenant_id = ${tenantId} and r.id = ${letter.reportId}`.execute(tx);
  await change(tx, { tenantId, noticeIds }, { letter_id: id, look_at: null });
};

/** The address is another by now: a letter of their own is made of them again. */
export const unsettleLetter = (tx: Tx, notices: Notices): Promise<void> =>
  change(tx, notices, { letter_id: null, look_at: null });

/** Handed over for good: they are never sent again. */
export const markSent = async (tx: Tx, { tenantId, noticeIds }: Notices, at: Date): Promise<void> => {
  await tx
    .updateTable('notice')
    .set((notice) => ({ state: 'sent', attempts: notice('attempts', '+', 1), last_error: null, sent_at: at }))
    .where('tenant_id', '=', tenantId)
    .where('id', 'in', noticeIds)
    .execute();
};

/** Given up: no way leads to this person, they want none, or the letter was refused for good. */
export const markDropped = (tx: Tx, notices: Notices, reason: string): Promise<void> =>
  change(tx, notices, { state: 'dropped', last_error: reason, look_at: null });

/** Not yet: a sweep comes back at this moment of the city's clock. */
export const markToLook = (tx: Tx, notices: Notices, at: Date): Promise<void> => change(tx, notices, { look_at: at });

/** Still waiting; the next attempt comes with the job, and not with the sweep. */
export const recordFailure = async (tx: Tx, { tenantId, noticeIds }: Notices, reason: string): Promise<void> => {
  await tx
    .updateTable('notice')
    .set((notice) => ({ attempts: notice('attempts', '+', 1), last_error: reason, look_at: null }))
    .where('tenant_id', '=', tenantId)
    .where('id', 'in', noticeIds)
    .execute();
};

/** Has what waits for the letters of a report looked at. */
export const lookNow = (tx: Tx, tenantId: string, reportId: string): Promise<void> =>
  jobs.add(tx, 'deliver-notices', { tenantId, reportId }, { key: `notices ${reportId}` });

/** The same for all that waits for a person, as reporter or follower, after they changed how they want it. */
export const lookNoticesAgain = async (tx: Tx, tenantId: string, personId: string): Promise<void> => {
  const { rows } = await sql<{ readonly report_id: string }>`
    select distinct n.report_id from laksa.notice n
      join (
        select r.id as report_id, null::uuid as follow_id from laksa.report r where r.tenant_id = ${tenantId} and r.reporter_id = ${personId}
        union all
        select f.report_id, f.id from laksa.follow f where f.tenant_id = ${tenantId} and f.person_id = ${personId}
      ) theirs on theirs.report_id = n.report_id and theirs.follow_id is not distinct from n.follow_id
    where n.tenant_id = ${tenantId} and n.state = 'waiting'`.execute(tx);
  for (const { report_id: reportId } of rows) await lookNow(tx, tenantId, reportId);
};

type Change = {
  readonly state?: string;
  readonly last_error?: string;
  readonly letter_id?: string | null;
  readonly look_at?: Date | null;
};

const change = async (tx: Tx, { tenantId, noticeIds }: Notices, changed: Change): Promise<void> => {
  await tx.updateTable('notice').set(changed).where('tenant_id', '=', tenantId).where('id', 'in', noticeIds).execute();
};
