import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';

import type { Tenant } from '../platform/tenant/tenant.ts';
import { startTestInstallation, type TestInstallation } from '../testing/test-installation.ts';
import { insertTenant } from './new-tenant.ts';
import { ClockNotStepped, stepClock } from './step-clock.ts';

const from = new Date('2022-01-01T00:00:00Z');
const later = new Date('2022-01-03T07:30:00.123Z');

let site: TestInstallation;
let admin: pg.Client;
let rehearsal: string;

beforeAll(async () => {
  site = await startTestInstallation();
  admin = new pg.Client({ connectionString: site.url });
  await admin.connect();
  const plan = { slug: 'latihan', name: 'Latihan', zone: 'Asia/Jakarta', regionCode: '35.78', isDemo: false };
  const origin = 'http://latihan.localhost';
  rehearsal = (await insertTenant(admin, { ...plan, origin, rehearsalFrom: from }, site.clock.now())) ?? '';
});
afterAll(async () => {
  await admin?.end();
  await site?.close();
});

const known = async (): Promise<Tenant> => {
  const tenant = (await site.laksa.tenants.all()).find(({ id }) => id === rehearsal);
  if (tenant === undefined) throw new Error('the rehearsal is not known');
  return tenant;
};

test('the clock of a rehearsal stands where it was set, and its pages say so', async () => {
  site.clock.advance(3_000);
  const { clock, isClockSet, isClockStepped, isRehearsal } = await known();
  expect([isRehearsal, isClockSet, isClockStepped]).toEqual([true, true, true]);
  expect(clock.now()).toEqual(from);
  site.clock.advance(60_000);
  expect(clock.now()).toEqual(from);
});

test('a step is known with the next question, and whoever asks meanwhile is never told the time before', async () => {
  const asked = known();
  await stepClock(admin, rehearsal, later);
  const after = await Promise.all([known(), known(), known()]);
  await asked;
  expect(after.map(({ clock }) => clock.now())).toEqual([later, later, later]);
  await stepClock(admin, rehearsal, later);
  expect((await known()).clock.now()).toEqual(later);
});

test('it goes forward only, and only in a rehearsal whose clock stands', async () => {
  await expect(stepClock(admin, rehearsal, from)).rejects.toThrow(ClockNotStepped);
  await expect(stepClock(admin, site.cities[0].id, new Date('2030-01-01'))).rejects.toThrow(ClockNotStepped);
  expect((await known()).clock.now()).toEqual(later);
});

test('a real city cannot have a clock that stands', async () => {
  const standing = admin.query('update laksa.tenant set clock_speed = 0 where id = $1', [site.cities[0].id]);
  await expect(standing).rejects.toThrow('tenant_clock_speed_allowed');
});
