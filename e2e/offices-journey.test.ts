import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';

import { fileReport } from '../src/commands/replay/citizen.ts';
import { openHttp } from '../src/commands/replay/http-client.ts';
import { faultsOn } from './faults-on-page.ts';
import { codeOf, loginOf, signIn as signInAs } from './officer.ts';
import { openStage } from './stage.ts';
import { moveThroughPage, officesDo, typedReport } from './story.ts';

const stage = openStage();
const reports = 30;

it('an administrator makes an agency and its posts, puts people in, hands a leaver’s reports over and takes a rename back', async () => {
  await giveWork('dinas-lh');
  const context = await stage.browser.newContext({ viewport: { width: 360, height: 800 }, locale: 'id-ID' });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  await signIn(page);
  const { origin } = stage.service;
  await page.locator('nav a[href="/kelola"]').click();
  await usable(page, 'the first page');
  await page.locator('main a[href="/kelola/instansi"]').click();
  await usable(page, 'the agencies');

  await page.goto(`${origin}/kelola/instansi/baru`);
  await page.locator('[name="name"]').focus();
  await page.keyboard.type('Dinas Pertamanan');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Distaman');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/kelola/instansi?selesai=tersimpan');

  for (const name of ['Petugas taman', 'Petugas taman kedua']) {
    await page.goto(`${origin}/kelola/jabatan/baru`);
    await page.locator('[name="name"]').fill(name);
    await page.locator('[name="agency"]').selectOption('distaman');
    await page.locator('[name="roles"][value="agency_officer"]').check();
    await usable(page, 'a new post');
    await page.locator('main form .button').click();
    await page.waitForURL('**/kelola/jabatan?selesai=tersimpan');
  }

  const leaver = await hold(page, { until: '2031-12-31', acting: '' }, 0);
  await hold(page, { until: '2031-06-30', acting: 'plh' }, 1);
  await page.goto(`${origin}/kelola/jabatan/petugas-taman`);
  await usable(page, 'a post with its holders');
  expect(await page.textContent('main')).toContain('Plh. (pelaksana harian');
  expect(leaver).not.toBe('');

  await page.goto(`${origin}/kelola/serah-terima?jabatan=petugas-lh`);
  await usable(page, 'a handover');
  await page.locator('select').first().selectOption('post:petugas-taman');
  await page.locator('button[value="preview"]').click();
  await usable(page, 'what a handover will do');
  expect(await page.textContent('main')).toMatch(/\d+ laporan terbuka pindah dari .+ ke Petugas taman/);
  await page.locator('button[value="save"]').focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/serah-terima\/[0-9a-f-]{36}$/);
  await expect.poll(() => moved(page), { timeout: 60_000, interval: 1_000 }).toBe(true);
  await usable(page, 'a handover that is done');

  await page.goto(`${origin}/kelola/instansi/distaman`);
  await page.locator('[name="name"]').fill('Dinas Taman');
  await page.locator('main form .button').first().click();
  await page.goto(`${origin}/kelola/perubahan`);
  await usable(page, 'the changes');
  expect(await page.textContent('main')).toContain('Nama: Dinas Pertamanan menjadi Dinas Taman');
  await page.locator('main form .button').first().focus();
  await page.keyboard.press('Enter');
  await page.waitForURL('**/kelola/perubahan?selesai=batal');
  await page.goto(`${origin}/kelola/instansi/distaman`);
  expect(await page.locator('[name="name"]').inputValue()).toBe('Dinas Pertamanan');
  await context.close();
}, 240_000);

/** Thirty reports in the hands of one post. */
const giveWork = async (agency: string): Promise<void> => {
  const { service } = stage;
  const logins = await service.logins();
  const http = openHttp({ origin: service.origin, connections: 1 });
  const verifier = await signInAs(service.origin, loginOf(logins, { role: 'verifier' }));
  const coordinator = await signInAs(service.origin, loginOf(logins, { role: 'coordinator' }));
  for (let count = 0; count < reports; count += 1) {
    const { number } = await fileReport(http, { ...typedReport, nonce: crypto.randomUUID() });
    await moveThroughPage(verifier, number, officesDo[0]);
    await moveThroughPage(coordinator, number, { move: 'assign', typed: { agency } });
  }
  for (const one of [http, verifier, coordinator]) one.close();
};

const signIn = async (page: Page): Promise<void> => {
  const login = loginOf(await stage.service.logins(), { role: 'city_admin' });
  await page.goto(`${stage.service.origin}/petugas/masuk`);
  await page.locator('[name="login"]').fill(login.login);
  await page.locator('[name="password"]').fill(login.password);
  await page.locator('main form button').click();
  await page.locator('form[action="/petugas/masuk/kode"] [name="code"]').fill(await codeOf(login));
  await page.locator('main form button').click();
  await page.waitForURL(`${stage.service.origin}/petugas`);
};

type Span = { readonly until: string; readonly acting: string };

/** Puts one of the people of the city into the post, and gives who it was. */
const hold = async (page: Page, { until, acting }: Span, which: number): Promise<string> => {
  await page.goto(`${stage.service.origin}/kelola/jabatan/petugas-taman/pemegang`);
  await usable(page, 'a new holder');
  // The first line chooses nobody.
  const option = page.locator('[name="person"] option').nth(which + 1);
  const person = (await option.getAttribute('value')) ?? '';
  await page.locator('[name="person"]').selectOption(person);
  await page.locator('[name="until"]').fill(until);
  await page.locator(`[name="acting"][value="${acting}"]`).check();
  await page.locator('main form .button').first().click();
  await page.waitForURL('**/kelola/jabatan/petugas-taman?selesai=tersimpan');
  return person;
};

const moved = async (page: Page): Promise<boolean> => {
  await page.reload();
  const [, done, all] = /(\d+) dari (\d+) laporan/.exec((await page.textContent('main')) ?? '') ?? [];
  return done === all && Number(all) >= reports;
};

const usable = async (page: Page, name: string): Promise<void> => expect(await faultsOn(page, name), name).toEqual([]);
