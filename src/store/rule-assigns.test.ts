import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { MoveCommand } from '../domain/move.ts';
import type { ReportClass } from '../domain/report.ts';
import type { Tenant } from '../platform/tenant/tenant.ts';
import { fileSample, moved, readCity } from '../testing/report-life.ts';
import { startTestInstallation, type TestInstallation } from '../testing/test-installation.ts';
import type { Tx } from './tx.ts';

let site: TestInstallation;
beforeAll(async () => {
  site = await startTestInstallation();
});
afterAll(() => site.close());

const within = <T>({ id }: Tenant, work: (tx: Tx) => Promise<T>): Promise<T> => site.laksa.database.inTenant(id, work);

const postOf = async (city: Tenant, slug: string) => {
  const found = (await readCity(site.laksa, city)).posts.find((post) => post.slug === slug);
  if (found === undefined) throw new Error(`no post ${slug}`);
  return found;
};

/** A damaged road, verified: in the second city a rule gives such a report to its agency at once, in the first it only proposes. */
const verifiedIn = async (city: Tenant, as: ReportClass = 'complaint') => {
  const { categories } = await readCity(site.laksa, city);
  const categoryId = categories.find(({ slug }) => slug === 'jalan-rusak')?.id ?? '';
  const publish = { title: 'Lubang', description: 'Lubang besar.', photos: [] };
  const command: MoveCommand = { move: 'verify', class: as, categoryId, publish };
  const { number, reportId } = await fileSample(site.laksa, city);
  return { ...(await moved(site.laksa, city, { number, by: 'verifikator', command })), reportId };
};

const eventsOf = (city: Tenant, reportId: string) =>
  within(city, (tx) =>
    tx
      .selectFrom('report_event')
      .select(['seq', 'kind', 'actor_kind', 'actor_post', 'payload'])
      .where('tenant_id', '=', city.id)
      .where('report_id', '=', reportId)
      .where('seq', '>', 1)
      .orderBy('seq')
      .execute(),
  );

const assignmentsOf = (city: Tenant, reportId: string) =>
  within(city, (tx) =>
    tx
      .selectFrom('assignment')
      .select(['post_id', 'agency_id', 'state'])
      .where('tenant_id', '=', city.id)
      .where('report_id', '=', reportId)
      .execute(),
  );

const rowOf = (city: Tenant, reportId: string) =>
  within(city, (tx) =>
    tx
      .selectFrom('report')
      .select(['state', 'holder_post_id', 'version'])
      .where('tenant_id', '=', city.id)
      .where('id', '=', reportId)
      .executeTakeFirstOrThrow(),
  );

const lettersOf = (city: Tenant, reportId: string) =>
  within(city, (tx) =>
    tx
      .selectFrom('notice')
      .select(['seq', 'kind', 'state'])
      .where('tenant_id', '=', city.id)
      .where('report_id', '=', reportId)
      .where('seq', '>', 1)
      .orderBy('seq')
      .execute(),
  );

describe('a category whose rule assigns at once', () => {
  it('gives the verified report to its agency in the same move: two events, the second by the rule', async () => {
    const city = site.cities[1];
    const officer = await postOf(city, 'petugas-pupr');
    const verifier = await postOf(city, 'verifikator');
    const { reportId, state, version } = await verifiedIn(city);
    expect({ state, version }).toEqual({ state: 'assigned', version: 3 });
    const [verified, assigned, ...more] = await eventsOf(city, reportId);
    expect(more).toEqual([]);
    expect(verified).toMatchObject({ kind: 'verified', actor_kind: 'post', actor_post: verifier.id });
    expect(verified?.payload).toMatchObject({ from: 'received', to: 'verified', publication: 'public' });
    expect(assigned).toMatchObject({ kind: 'assigned', actor_kind: 'rule', actor_post: null });
    expect(assigned?.payload).toEqual({
      from: 'verified',
      to: 'assigned',
      postId: officer.id,
      agencyId: officer.agencyId,
    });
    expect(await assignmentsOf(city, reportId)).toEqual([
      { post_id: officer.id, agency_id: officer.agencyId, state: 'offered' },
    ]);
    expect(await rowOf(city, reportId)).toEqual({ state: 'assigned', holder_post_id: officer.id, version: 3 });
  });

  it('tells the reporter of both, in order', async () => {
    const { reportId } = await verifiedIn(site.cities[1]);
    expect(await lettersOf(site.cities[1], reportId)).toEqual([
      { seq: 2, kind: 'verified', state: 'waiting' },
      { seq: 3, kind: 'assigned', state: 'waiting' },
    ]);
  });

  it('lets the agency go on from there', async () => {
    const city = site.cities[1];
    const { number } = await verifiedIn(city);
    const accepted = await moved(site.laksa, city, { number, by: 'petugas-pupr', command: { move: 'accept' } });
    expect(accepted.state).toBe('in_progress');
  });

  it('gives it to no agency when it is berkadar', async () => {
    const city = site.cities[1];
    const inspectorate = await postOf(city, 'inspektorat');
    const { reportId } = await verifiedIn(city, 'berkadar');
    expect(await assignmentsOf(city, reportId)).toEqual([]);
    expect(await rowOf(city, reportId)).toEqual({ state: 'verified', holder_post_id: inspectorate.id, version: 2 });
  });

  it('gives it to nobody where the rule only proposes', async () => {
    const city = site.cities[0];
    const coordinator = await postOf(city, 'koordinator');
    const { reportId } = await verifiedIn(city);
    expect(await assignmentsOf(city, reportId)).toEqual([]);
    expect((await lettersOf(city, reportId)).map(({ kind }) => kind)).toEqual(['verified']);
    expect(await rowOf(city, reportId)).toEqual({ state: 'verified', holder_post_id: coordinator.id, version: 2 });
  });
});
