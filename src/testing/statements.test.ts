import type { InjectOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { verifyLedger } from '../features/verify-ledger/verify-ledger.ts';
import type { JobIds } from '../platform/jobs/job-ids.ts';
import type { Tenant } from '../platform/tenant/tenant.ts';
import { changeCalendar } from '../store/change-calendar.ts';
import { openLetterPass } from '../store/letter-pass.ts';
import { sweeps, tasksOf } from '../worker.ts';
import { fillWithWords, type Holdings } from './fences/city-with-words.ts';
import { startFenceSite, type FenceSite } from './fences/fence-site.ts';
import { probes } from './fences/probes.ts';
import { reportsInEveryState } from './fences/reports-in-every-state.ts';
import { readCity } from './report-life.ts';
import { leavesTenantOpen, statementsOf, tablesIn } from './heard-statements.ts';
import { workOnPicture } from './work-on-picture.ts';

/** Nothing follows the feed by a cursor yet; neither city is a rehearsal; the words are searched by processes of the version before, while a new one is rolled out. */
const unheard = ['feed_cursor', 'rehearsal_letter', 'report_public_words'];

let site: FenceSite;
let tables: readonly string[];
let heard: readonly string[];

beforeAll(async () => {
  site = await startFenceSite();
  tables = await tablesOfTenants();
  const [city] = site.cities;
  heard = await statementsOf(async () => {
    const holdings = await fillWithWords(site, city);
    await reportsInEveryState(site.laksa, city);
    await knockEverywhere(city, holdings);
    await workOnce(city, holdings);
  });
}, 240_000);
afterAll(() => site.close());

const tablesOfTenants = async (): Promise<readonly string[]> => {
  const { rows } = await site.admin.query<{ name: string }>(
    `select table_name as name from information_schema.columns where column_name = 'tenant_id' and table_schema in ('laksa', 'find')`,
  );
  return rows.map(({ name }) => name);
};

/** Every door of the site, by somebody who may come in. */
const knockEverywhere = async (city: Tenant, own: Holdings): Promise<void> => {
  const host = new URL(city.origin).host;
  for (const probe of Object.values(probes).flat()) {
    const { headers, ...request }: InjectOptions = probe(own, own);
    const { statusCode } = await site.app.inject({ ...request, headers: { ...headers, host } });
    expect(statusCode, JSON.stringify(request)).toBeLessThan(500);
  }
};

/** Every job and every sweep, when much is due, and the walk through the ledger. */
const workOnce = async (city: Tenant, own: Holdings): Promise<void> => {
  const { reportId, photoId } = own;
  const { rows } = await site.admin.query<{ generation: number; holder: string }>(
    `select claim_generation as generation, (select h.id from laksa.post_holder h where h.tenant_id = r.tenant_id limit 1) as holder
     from laksa.report r where r.id = $1`,
    [reportId],
  );
  const changeId = await calendarChanged(city);
  const writtenAt = site.clock.now().toISOString();
  const { generation = 0, holder = '' } = rows[0] ?? {};
  const ids: JobIds = {
    tenantId: city.id,
    reportId,
    photoId,
    generation,
    writtenAt,
    changeId,
    handoverId: own.handoverId,
    holderId: holder,
    ...idsOfLetters(city, own),
  };
  const job = { jobId: '1', attempts: 1, signal: new AbortController().signal };
  for (const task of Object.values(tasksOf({ ...site.laksa, sendMail: async () => undefined, workOnPicture })))
    await task.run(ids, job);
  site.clock.advance(120 * 24 * 3_600_000);
  for (const sweep of sweeps) await sweep.run(site.laksa, city);
  await verifyLedger(site.laksa, city);
};

/** What their letters are about. */
const idsOfLetters = (
  city: Tenant,
  { followPass, contactBackPass, signInPass, linkPass, invitationId, batchId, keyId }: Holdings,
) => {
  const holder = { keyring: site.laksa.keyring, tenantId: city.id };
  return {
    requestId: openLetterPass({ ...holder, kind: 'follow' }, followPass) ?? '',
    contactChangeId: openLetterPass({ ...holder, kind: 'contact_back' }, contactBackPass) ?? '',
    side: 'old',
    eventId: openLetterPass({ ...holder, kind: 'sign_in' }, signInPass) ?? '',
    linkId: openLetterPass({ ...holder, kind: 'sign_in_anew' }, linkPass) ?? '',
    invitationId,
    batchId,
    keyId,
  };
};

/** A day off that moves the clocks that run. */
const calendarChanged = async (city: Tenant): Promise<string> => {
  const { posts } = await readCity(site.laksa, city);
  const by = posts.find(({ roles }) => roles.includes('city_admin'))?.id ?? '';
  const add = [{ day: '2026-12-01', kind: 'regional', name: 'Pilkada', source: 'Keputusan kota' }] as const;
  const change = { by, reason: 'Pilkada', add, remove: [], at: city.clock.now() };
  const made = await site.laksa.database.inTenant(city.id, (tx) => changeCalendar(tx, site.laksa, city, change));
  return made.ok ? made.value.changeId : '';
};

describe('whose rows are meant', () => {
  it('is said by every statement of the application, beside the fence', () => {
    expect(heard.filter((statement) => leavesTenantOpen(statement, tables))).toEqual([]);
  });

  it('is said by every statement that locks rows', () => {
    const locking = heard.filter((statement) => /\bfor (?:no key )?(?:update|share)\b/.test(statement.toLowerCase()));
    expect(locking.length).toBeGreaterThan(0);
    expect(locking.filter((statement) => !/\btenant_id\b/.test(statement))).toEqual([]);
  });

  it('was listened to at every table', () => {
    const named = new Set(heard.flatMap((statement) => tablesIn(statement, tables)));
    expect(tables.filter((table) => !named.has(table)).toSorted()).toEqual(unheard);
  });

  it.each([
    ['select number from laksa.report where id = $1'],
    ['select "tenant_id", "number" from "report" where "id" = $1'],
    ['select r.id from laksa.report r join laksa.assignment a on a.report_id = r.id where r.tenant_id = $1'],
    ['select id from laksa.report where tenant_id = $1 and id in (select report_id from laksa.assignment)'],
    ['select r.id from laksa.report r, laksa.assignment a where r.tenant_id = $1 and a.report_id = r.id'],
    ['update "report" set "state" = $1 where "id" = $2 returning "tenant_id"'],
    ['delete from laksa.notice where id = $1'],
    ['insert into laksa.limit_count (key, count) values ($1, 1) on conflict (tenant_id, key) do nothing'],
    ['select id from laksa.report where id = $1 for update'],
  ])('would be missed in: %s', (statement) => {
    expect(leavesTenantOpen(statement, tables)).toBe(true);
  });
});
