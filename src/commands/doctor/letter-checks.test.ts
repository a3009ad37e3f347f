import { afterAll, beforeAll, expect, it } from 'vitest';

import { markDropped } from '../../store/notice-delivery.ts';
import { fileSample, readCity } from '../../testing/report-life.ts';
import { startTestInstallation, type TestInstallation } from '../../testing/test-installation.ts';
import { addHolder } from '../../store/post-holder.ts';
import { lookAtAddresses, lookAtLetters } from './letter-checks.ts';

let site: TestInstallation;
beforeAll(async () => {
  site = await startTestInstallation();
});
afterAll(() => site.close());

const giveUp = async (reason: string): Promise<void> => {
  const [{ id: tenantId }] = site.cities;
  const { reportId } = await fileSample(site.laksa, site.cities[0]);
  await site.laksa.database.inTenant(tenantId, async (tx) => {
    const { id } = await tx
      .selectFrom('notice')
      .select('id')
      .where('tenant_id', '=', tenantId)
      .where('report_id', '=', reportId)
      .executeTakeFirstOrThrow();
    await markDropped(tx, { tenantId, noticeIds: [id] }, reason);
  });
};

const look = () => lookAtLetters(site.laksa, site.cities[0]);

it('the doctor counts the letters of a week that were given up, and warns of those a server refused', async () => {
  await giveUp('no_address');
  expect(await look()).toEqual([{ grade: 'ok', says: '0 refused and 1 without an address in 7 days' }]);
  await giveUp('the mail server answered 550 to RCPT TO');
  expect(await look()).toEqual([
    {
      grade: 'warning',
      says: '1 refused and 1 without an address in 7 days',
      whatToDo: 'see /kelola/pekerjaan for the reports and the reasons',
    },
  ]);
  expect(await lookAtLetters(site.laksa, site.cities[1])).toMatchObject([{ grade: 'ok' }]);
  site.clock.advance(8 * 24 * 3_600_000);
  expect(await look()).toEqual([{ grade: 'ok', says: '0 refused and 0 without an address in 7 days' }]);
});

it('the doctor counts who holds a post and gets no letters about work', async () => {
  const [city] = site.cities;
  expect(await lookAtAddresses(site.laksa, city)).toMatchObject([{ grade: 'ok' }]);
  const [post] = (await readCity(site.laksa, city)).posts;
  const holder = { postId: post?.id ?? '', userId: 'wati', from: city.clock.now(), address: null };
  await site.laksa.database.inTenant(city.id, (tx) => addHolder(tx, city.id, holder));
  expect(await lookAtAddresses(site.laksa, city)).toEqual([
    {
      grade: 'warning',
      says: '1 who hold posts have no address, and get no letters',
      whatToDo: `run: laksa user addresses --tenant ${city.slug}`,
    },
  ]);
});
