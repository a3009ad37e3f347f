import { afterAll, beforeAll, expect, it } from 'vitest';

import { markDropped } from '../../store/notice-delivery.ts';
import { fileSample } from '../../testing/report-life.ts';
import { startTestSite, type TestSite } from '../../testing/test-site.ts';
import { signedIn } from '../sign-in/testing/officer.ts';

let site: TestSite;
beforeAll(async () => {
  site = await startTestSite();
});
afterAll(() => site.close());

it('an officer is told that letters to the reporter did not arrive, and why, but not where they went', async () => {
  const [city] = site.cities;
  const { number, reportId } = await fileSample(site.laksa, city, { identity: { email: 'tidak.ada@example.org' } });
  const officer = await signedIn(site, city, 'verifikator');
  const page = async (): Promise<string> => (await officer.get(`/petugas/laporan/${number}`)).body;
  expect(await page()).not.toContain('tidak sampai');
  const drop = (reason: string): Promise<void> =>
    site.laksa.database.inTenant(city.id, async (tx) => {
      const { id } = await tx
        .selectFrom('notice')
        .select('id')
        .where('tenant_id', '=', city.id)
        .where('report_id', '=', reportId)
        .executeTakeFirstOrThrow();
      await markDropped(tx, { tenantId: city.id, noticeIds: [id] }, reason);
    });
  await drop('the mail server answered 550 to RCPT TO');
  const refused = await page();
  expect(refused).toContain('1 surat kepada pelapor tidak sampai: the mail server answered 550 to RCPT TO');
  expect(refused).not.toContain('tidak.ada@example.org');
  await drop('no_address');
  expect(await page()).toContain('1 surat kepada pelapor tidak sampai: pelapor tidak memberi alamat email');
});
