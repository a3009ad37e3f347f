import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { lengthOf, type PolicyRule } from '../domain/policy.ts';
import type { Tenant } from '../platform/tenant/tenant.ts';
import { fileSample, moved, readCity } from '../testing/report-life.ts';
import { startTestInstallation, type TestInstallation } from '../testing/test-installation.ts';
import { changePolicy, type PolicyChange } from './change-policy.ts';
import { openCities, type City } from './city.ts';
import { lockReport } from './report.ts';

let site: TestInstallation;

beforeAll(async () => {
  site = await startTestInstallation();
});
afterAll(() => site.close());

const rule = (key: string, value: unknown): PolicyRule => ({ key, value, source: 'Perwal contoh', confidence: 'own' });

const admin = async (tenant: Tenant): Promise<string> => {
  const post = (await readCity(site.laksa, tenant)).posts.find(({ roles }) => roles.includes('city_admin'));
  if (post === undefined) throw new Error('the city has an administrator');
  return post.id;
};

const change = async (tenant: Tenant, more: Partial<PolicyChange>) => {
  const whole = { by: await admin(tenant), reason: 'Keputusan wali kota', rules: [], at: tenant.clock.now(), ...more };
  return site.laksa.database.inTenant(tenant.id, (tx) => changePolicy(tx, site.laksa, tenant, whole));
};

const reportOf = async (tenant: Tenant, number: string) => {
  const stored = await site.laksa.database.inTenant(tenant.id, (tx) => lockReport(tx, tenant.id, { number }));
  if (stored === null) throw new Error(`no report ${number}`);
  return stored.report;
};

describe('a policy that changes', () => {
  it('is a new version with all other rules as they were, and the old one stays', async () => {
    const [tenant, other] = site.cities;
    const before = await readCity(site.laksa, tenant);
    const made = await change(tenant, { rules: [rule('clock.answer.complaint', { n: 7, unit: 'working_days' })] });
    expect(made).toEqual({ ok: true, value: { version: before.policy.version + 1 } });
    const after = await readCity(site.laksa, tenant);
    expect(lengthOf(after.policy, 'answer', 'complaint')).toEqual({ n: 7, unit: 'working_days' });
    const { version, answer } = after.policy;
    expect(after.policy).toEqual({
      ...before.policy,
      version,
      answer: { ...before.policy.answer, complaint: answer.complaint },
    });
    expect(after.policies.get(before.policy.version)).toEqual(before.policy);
    expect((await readCity(site.laksa, other)).policies.size).toBe(1);
  });

  it('holds for what is filed from then on; who filed before keeps what was promised', async () => {
    const [, tenant] = site.cities;
    const early = await fileSample(site.laksa, tenant);
    await change(tenant, { rules: [rule('clock.first_answer', { n: 4, unit: 'office_hours' })] });
    const late = await fileSample(site.laksa, tenant);
    const dueOfFirst = async (number: string) =>
      (await reportOf(tenant, number)).clocks.find(({ kind }) => kind === 'first_answer')?.dueAt;
    // Ten in the morning there: a day later, and four office hours later.
    expect(await dueOfFirst(early.number)).toBe('2026-11-24T02:00:00.000Z');
    expect(await dueOfFirst(late.number)).toBe('2026-11-23T06:00:00.000Z');
  });

  it('says who made it, when and why', async () => {
    const [tenant] = site.cities;
    const made = await change(tenant, {
      reason: ' Janji baru ',
      rules: [rule('clock.verify', { n: 2, unit: 'working_days' })],
    });
    if (!made.ok) throw new Error(made.refusal.kind);
    const row = await site.laksa.database.inTenant(tenant.id, (tx) =>
      tx
        .selectFrom('policy_version')
        .selectAll()
        .where('tenant_id', '=', tenant.id)
        .where('version', '=', made.value.version)
        .executeTakeFirstOrThrow(),
    );
    expect(row).toMatchObject({ reason: 'Janji baru', made_by: await admin(tenant), made_at: tenant.clock.now() });
  });

  it.each([
    ['without a reason', { reason: ' ' }, 'reason', 'required'],
    ['that changes nothing', { rules: [] }, 'rules', 'required'],
    ['of a rule nobody knows', { rules: [rule('clock.lunch', { n: 1, unit: 'hours' })] }, 'clock.lunch', 'unknown'],
    ['without a source', { rules: [{ ...rule('assign.max_open', 4), source: '' }] }, 'assign.max_open', 'required'],
    ['to no length at all', { rules: [rule('clock.verify', { n: 0, unit: 'hours' })] }, 'clock.verify', 'not_allowed'],
    ['of more agencies than there are', { rules: [rule('assign.max_open', 101)] }, 'assign.max_open', 'not_allowed'],
    ['with a whole letter as its reason', { reason: 'a'.repeat(1_001) }, 'reason', 'too_long'],
    [
      'with a whole law as its source',
      { rules: [{ ...rule('assign.max_open', 4), source: 'a'.repeat(501) }] },
      'assign.max_open',
      'too_long',
    ],
    [
      'to offices that close before they open',
      { rules: [rule('office_hours.until', '07:00')] },
      'office_hours.until',
      'not_allowed',
    ],
  ] as const)('is refused %s, and nothing is written', async (_why, more, field, problem) => {
    const [tenant] = site.cities;
    const before = (await readCity(site.laksa, tenant)).policies.size;
    const made = await change(tenant, { rules: [rule('assign.max_open', 3)], ...more });
    expect(made).toMatchObject({ ok: false, refusal: { kind: 'incomplete' } });
    if (!made.ok && made.refusal.kind === 'incomplete')
      expect(made.refusal.problems).toContainEqual({ field, problem });
    site.laksa.cities.forget(tenant.id);
    expect((await readCity(site.laksa, tenant)).policies.size).toBe(before);
  });

  it('changed by two at once becomes two versions, each with what both have changed', async () => {
    const [tenant] = site.cities;
    const made = await Promise.all([
      change(tenant, { rules: [rule('assign.max_open', 5)] }),
      change(tenant, { rules: [rule('merge.max_voices', 50)] }),
    ]);
    expect(made.map(({ ok }) => ok)).toEqual([true, true]);
    const { policy } = await readCity(site.laksa, tenant);
    expect([policy.maxAssignments, policy.maxVoices]).toEqual([5, 50]);
  });

  it('changed by two at once who read the same version is one version: the second one is told', async () => {
    const [tenant] = site.cities;
    const { version } = (await readCity(site.laksa, tenant)).policy;
    const made = await Promise.all([
      change(tenant, { rules: [rule('assign.max_open', 6)], seen: version }),
      change(tenant, { rules: [rule('assign.max_open', 7)], seen: version }),
    ]);
    expect(made.filter(({ ok }) => ok)).toEqual([{ ok: true, value: { version: version + 1 } }]);
    expect(made.find(({ ok }) => !ok)).toEqual({
      ok: false,
      refusal: { kind: 'changed_meanwhile', version: version + 1 },
    });
    site.laksa.cities.forget(tenant.id);
    expect((await readCity(site.laksa, tenant)).policy.version).toBe(version + 1);
  });

  it('is followed by a process that has not heard of it yet', async () => {
    const [tenant] = site.cities;
    const { laksa } = site;
    const elsewhere = openCities();
    const readThere = (report?: { readonly policyVersion: number }): Promise<City> =>
      laksa.database.inTenant(tenant.id, (tx) => elsewhere.read(tx, tenant, laksa.clock.now(), report));
    const stale = await readThere();
    await change(tenant, { rules: [rule('clock.verify', { n: 4, unit: 'working_days' })] });
    const { number } = await fileSample(laksa, tenant);
    const report = await reportOf(tenant, number);
    expect(stale.policies.has(report.policyVersion)).toBe(false);
    const makeThere = { ...laksa, cities: { ...elsewhere, read: async () => stale } };
    await moved(makeThere, tenant, {
      number,
      by: 'verifikator',
      command: { move: 'ask_reporter', reason: 'place_unclear', message: 'Di mana?' },
    });
    expect((await readThere(report)).policies.has(report.policyVersion)).toBe(true);
  });
});
