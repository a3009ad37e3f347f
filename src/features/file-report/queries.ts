import { sql } from 'kysely';

import type { ClockKind } from '../../domain/clocks.ts';
import type { ReportKind } from '../../domain/report.ts';
import type { Words } from '../../store/city.ts';
import type { LikelySame } from '../../store/likely-same.ts';
import type { PersonField } from '../../store/person.ts';
import type { Tx } from '../../store/tx.ts';
import { happenedTo } from '../../store/report.ts';
import { saidNow } from '../../store/words-now.ts';

/** A report as its reporter has just filed it. */
export type FiledReport = {
  readonly id: string;
  readonly number: string;
  readonly kind: ReportKind;
  readonly filed_at: Date;
  readonly occurred_on: string | null;
  readonly claim_generation: number;
  readonly claim_hash: Buffer;
  readonly is_secret: boolean;
  readonly reporter_id: string | null;
  /** Which fields of identity were told; none of them is opened. */
  readonly told: readonly PersonField[];
  readonly category: Words | null;
  readonly village: string | null;
  readonly district: string | null;
  readonly words: Readonly<Partial<Record<'title' | 'description' | 'place' | 'latitude' | 'longitude', string>>>;
  /** The kinds of its events. */
  readonly happened: readonly string[];
  readonly clock: ClockKind | null;
  readonly due_at: Date | null;
  /** Every clock that runs, the nearest first; the instant in ISO 8601. */
  readonly promises: readonly { readonly clock: ClockKind; readonly due_at: string }[];
  readonly photos: readonly { readonly media_type: string; readonly pictures: number }[];
  readonly channel: 'web' | 'api' | 'counter';
  /** The post that took it down; null: the reporter sent it themselves. */
  readonly received_by: string | null;
};

/** Everything the page after filing and the receipt say, but for the identity. */
export const readFiledReport = async (tx: Tx, tenantId: string, reportId: string): Promise<FiledReport | null> => {
  const { rows } = await sql<FiledReport>`
    select r.id, r.number, r.kind, r.filed_at, r.occurred_on, r.claim_generation, r.claim_hash, r.is_secret, r.reporter_id,
      r.next_clock as clock, r.next_due_at as due_at,
      array(select f.field from laksa.person_field f where f.tenant_id = r.tenant_id and f.person_id = r.reporter_id) as told,
      (select c.name from laksa.category c where c.tenant_id = r.tenant_id and c.id = r.category_id) as category,
      v.name as village, v.district_name as district,
      coalesce((select json_object_agg(s.field, s.value) from laksa.report_event e
        join laksa.event_secret s on s.tenant_id = e.tenant_id and s.event_id = e.id
        where e.tenant_id = r.tenant_id and e.report_id = r.id and ${saidNow}), '{}') as words,
      ${happenedTo} as happened, r.channel,
      coalesce((select json_agg(json_build_object('clock', k.kind, 'due_at', k.due_at) order by k.due_at, k.id)
        from laksa.report_clock k
        where k.tenant_id = r.tenant_id and k.report_id = r.id and k.stopped_at is null and k.paused_at is null), '[]') as promises,
      coalesce((select json_agg(json_build_object('media_type', f.media_type, 'pictures', f.pictures) order by f.pictures desc, f.media_type)
        from (select p.media_type, count(*)::integer as pictures from laksa.photo p
          where p.tenant_id = r.tenant_id and p.report_id = r.id and p.purpose = 'report' and p.state <> 'receiving'
          group by p.media_type) f), '[]') as photos,
      (select p.name from laksa.report_event e join laksa.post p on p.tenant_id = e.tenant_id and p.id = e.actor_post
        where e.tenant_id = r.tenant_id and e.report_id = r.id and e.seq = 1) as received_by
    from laksa.report r
    left join laksa.village v on v.tenant_id = r.tenant_id and v.code = r.village_code
    where r.tenant_id = ${tenantId} and r.id = ${reportId}`.execute(tx);
  return rows[0] ?? null;
};

type NearBy = { readonly villageCode: string; readonly since: Date; readonly atMost: number };

/** Public reports of a kelurahan that are still worked on, the last first, with what everyone may read of them. */
export const readPublicNear = async (
  tx: Tx,
  tenantId: string,
  { villageCode, since, atMost }: NearBy,
): Promise<readonly (LikelySame & { readonly words: string })[]> => {
  const { rows } = await sql<LikelySame & { readonly words: string }>`
    select r.number, r.state, to_char(r.filed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "filedAt",
      concat_ws(' ', p.title, p.description) as words
    from laksa.report r join laksa.report_public p on p.tenant_id = r.tenant_id and p.id = r.id
    where r.tenant_id = ${tenantId} and r.village_code = ${villageCode} and p.publication in ('public', 'title_only')
      and r.filed_at > ${since} and r.state not in ('closed', 'rejected')
    order by r.filed_at desc, r.id limit ${atMost}`.execute(tx);
  return rows;
};

/** What everyone may read of reports, by their numbers. */
export const readPublicWords = (tx: Tx, tenantId: string, numbers: readonly string[]) =>
  tx
    .selectFrom('report_public')
    .select(['number', 'title', 'description'])
    .where('tenant_id', '=', tenantId)
    .where('number', 'in', numbers)
    .execute();

/** How long the last public reports of a category took from filing to the approved answer: half of them no longer than so many days. */
export type UsualTime = { readonly days: number; readonly reports: number };

const lastReports = 20;
/** Of fewer nothing can be said. */
const fewest = 5;
export const readUsualTime = async (tx: Tx, tenantId: string, categoryId: string): Promise<UsualTime | null> => {
  const { rows } = await sql<{ days: number | null; reports: number }>`
    select ceil(percentile_cont(0.5) within group (order by extract(epoch from took)) / 86400)::int as days, count(*)::int as reports
    from (select min(e.at) - r.filed_at as took from laksa.report_public r
      join laksa.report_event e on e.tenant_id = r.tenant_id and e.report_id = r.id and e.kind = 'approved'
      where r.tenant_id = ${tenantId} and r.category_id = ${categoryId} and r.state in ('resolved', 'closed')
        and r.publication in ('public', 'title_only')
      group by r.tenant_id, r.id, r.filed_at order by max(e.at) desc limit ${lastReports}) answered`.execute(tx);
  const [row] = rows;
  return row === undefined || row.days === null || row.reports < fewest
    ? null
    : { days: Math.max(1, row.days), reports: row.reports };
};

/** When the areas were written last; null: none are known. Two imports at one instant differ in nothing that is drawn. */
export const areasWrittenAt = async (tx: Tx, tenantId: string): Promise<Date | null> => {
  const row = await tx
    .selectFrom('village_area')
    .select((eb) => eb.fn.max('imported_at').as('at'))
    .where('tenant_id', '=', tenantId)
    .executeTakeFirst();
  return row?.at ?? null;
};

/** The areas of a city as they were written. */
export const readAreas = (tx: Tx, tenantId: string) =>
  tx
    .selectFrom('village_area')
    .select(['village_code', 'rings', 'is_approximate'])
    .where('tenant_id', '=', tenantId)
    .orderBy('village_code')
    .execute();
