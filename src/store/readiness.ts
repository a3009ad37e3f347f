import { sql } from 'kysely';

import { yearOf } from '../domain/calendar.ts';
import type { ReadinessFacts, ReadinessMark } from '../domain/readiness.ts';
import { localDay } from '../domain/time.ts';
import { uuid7 } from '../platform/db/uuid7.ts';
import type { Tenant } from '../platform/tenant/tenant.ts';
import type { City } from './city.ts';
import type { Tx } from './tx.ts';

export type CityReadiness = Omit<ReadinessFacts, 'sendsMail' | 'isReached' | 'isBackedUp'>;

/** What the rows of a region tell of its readiness. */
export const readCityReadiness = async (tx: Tx, tenant: Tenant, { calendar }: City): Promise<CityReadiness> => {
  const now = tenant.clock.now();
  const thisYear = yearOf(localDay(now.toISOString(), tenant.zone));
  return {
    ...(await readSeen(tx, tenant.id, now)),
    knowsThisYear: calendar.yearsKnown.has(thisYear),
    knowsNextYear: calendar.yearsKnown.has(thisYear + 1),
    isMarked: tenant.isDemo || tenant.isRehearsal,
  };
};

type Seen = Omit<CityReadiness, 'knowsThisYear' | 'knowsNextYear' | 'isMarked'>;

const readSeen = async (tx: Tx, tenantId: string, now: Date): Promise<Seen> => {
  const { rows } = await sql<Seen>`
    with held as (
        select distinct post_id as id from laksa.post_holder
        where tenant_id = ${tenantId} and from_at <= ${now} and coalesce(until_at > ${now}, true)),
      needed as (
        select post_id as id from laksa.routing_rule where tenant_id = ${tenantId} and closed_at is null
        union
        select id from laksa.post where tenant_id = ${tenantId} and closed_at is null and roles && '{verifier,coordinator,validator}')
    select
      exists (
        select from laksa.post p join laksa.post_seen s on s.tenant_id = p.tenant_id and s.post_id = p.id
        where p.tenant_id = ${tenantId} and 'city_admin' = any (p.roles) and p.id in (select id from held)) as "hasAdministrator",
      (select count(*)::int from needed where id not in (select id from held)) as "postsUnheld",
      exists (
        select from laksa.post
        where tenant_id = ${tenantId} and 'data_protection' = any (roles) and id in (select id from held)) as "hasDataProtection",
      exists (select from laksa.duty where tenant_id = ${tenantId} and until_at > ${now}) as "hasDuty",
      (select count(*)::int from laksa.village v
        where v.tenant_id = ${tenantId} and not exists (
          select from laksa.village_area a
          where a.tenant_id = v.tenant_id and a.village_code = v.code and not a.is_approximate)) as "villagesWithoutBoundary"`.execute(
    tx,
  );
  const [seen] = rows;
  if (seen === undefined) throw new Error('a question without a table has one answer');
  return seen;
};

export type KeptMark = ReadinessMark & {
  readonly note: string;
  /** The name of the post; null: it was said by a command. */
  readonly post: string | null;
  readonly markedAt: Date;
};

/** The newest mark of each item. */
export const readMarks = async (tx: Tx, tenantId: string): Promise<readonly KeptMark[]> => {
  const { rows } = await sql<KeptMark>`
    select distinct on (m.item) m.item, m.is_confirmed as "isConfirmed", m.note, p.name as post, m.marked_at as "markedAt"
    from laksa.readiness_mark m left join laksa.post p on p.tenant_id = m.tenant_id and p.id = m.post_id
    where m.tenant_id = ${tenantId} order by m.item, m.id desc`.execute(tx);
  return rows;
};

export type NewMark = ReadinessMark & {
  readonly note: string;
  /** Null: a command says it. */
  readonly by: { readonly postId: string; readonly userId: string } | null;
  readonly at: Date;
};

/** Adds the word of a person; those before it are kept. */
export const addMark = async (
  tx: Tx,
  tenantId: string,
  { item, isConfirmed, note, by, at }: NewMark,
): Promise<void> => {
  await tx
    .insertInto('readiness_mark')
    .values({
      tenant_id: tenantId,
      id: uuid7(at),
      item,
      is_confirmed: isConfirmed,
      note,
      post_id: by?.postId ?? null,
      user_id: by?.userId ?? null,
      marked_at: at,
    })
    .execute();
};

/** Opens the region to its citizens, and keeps who did it when; `note`: why, where something was missing. */
export const openTenant = async (
  tx: Tx,
  tenantId: string,
  { note, by, at }: Pick<NewMark, 'note' | 'by' | 'at'>,
): Promise<void> => {
  await sql`select laksa.open_tenant(${at})`.execute(tx);
  await addMark(tx, tenantId, { item: 'opened', isConfirmed: true, note, by, at });
};
