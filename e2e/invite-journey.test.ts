import { setTimeout as pause } from 'node:timers/promises';
import { TOTP } from 'otpauth';
import type { BrowserContext, Page } from 'playwright-core';
import { expect, it } from 'vitest';

import { writeWorkbook } from '../src/features/import-staff/write-list.ts';
import { faultsOn, keep } from './faults-on-page.ts';
import { codeOf, loginOf } from './officer.ts';
import { openStage } from './stage.ts';

const stage = openStage();

const look = async (page: Page, name: string): Promise<void> => expect(await faultsOn(page, name), name).toEqual([]);

type State = Awaited<ReturnType<BrowserContext['storageState']>>;

const open = async (width: number, javaScriptEnabled: boolean, storageState?: State): Promise<Page> => {
  const context = await stage.browser.newContext({
    ...(storageState === undefined ? {} : { storageState }),
    javaScriptEnabled,
    viewport: { width, height: 800 },
    locale: 'id-ID',
  });
  context.setDefaultTimeout(40_000);
  return context.newPage();
};

const main = async (page: Page): Promise<string> => (await page.textContent('main')) ?? '';
const press = (page: Page): Promise<void> => page.locator('main form[method="post"] .button').last().click();

/** Signed in once: a code is taken once. */
let signedIn: State | undefined;

const administrator = async (width: number): Promise<Page> => {
  const page = await open(width, true, signedIn);
  if (signedIn !== undefined) {
    await page.goto(`${stage.service.origin}/kelola/orang`);
    return page;
  }
  const login = loginOf(await stage.service.logins(), { role: 'city_admin' });
  await page.goto(`${stage.service.origin}/petugas/masuk?next=/kelola/orang`);
  await page.locator('[name="login"]').fill(login.login);
  await page.locator('[name="password"]').fill(login.password);
  await page.locator('main form button').click();
  await page.locator('form[action="/petugas/masuk/kode"] [name="code"]').fill(await codeOf(login));
  await page.locator('main form button').click();
  await page.waitForURL(`${stage.service.origin}/kelola/orang`);
  signedIn = await page.context().storageState();
  return page;
};

/** The address in the newest letter to somebody, once it is there. */
const linkFor = async (address: string): Promise<string> => {
  for (let round = 0; round < 150; round += 1) {
    for (const name of (await stage.service.letters()).toReversed()) {
      const letter = await stage.service.readLetter(name);
      const [link] =
        /https?:\/\/\S+\/petugas\/undangan\/\S+/.exec(letter.replaceAll('=\r\n', '').replaceAll('=\n', '')) ?? [];
      if (letter.includes(address) && link !== undefined) return link;
    }
    await pause(200);
  }
  throw new Error(`no letter to ${address}`);
};

const address = 'siti.aminah@kota.example';
const password = 'kuda biru makan roti';

/** Through the steps behind an invitation's link; gives what the app shows from then on. */
const accept = async (page: Page, link: string, see: typeof look): Promise<() => string> => {
  await page.goto(link);
  await see(page, 'accept-password');
  await page.locator('[name="password"]').fill(password);
  await page.locator('[name="repeated"]').fill(password);
  await press(page);
  await see(page, 'accept-factor');
  const secret = (await page.textContent('main code')) ?? '';
  const code = (): string => new TOTP({ secret }).generate();
  await page.locator('[name="code"]').fill(code());
  await press(page);
  await see(page, 'accept-codes');
  await press(page);
  await page.waitForURL('**/petugas/undangan/*?selesai=1');
  await see(page, 'accepted');
  return code;
};

it('an administrator invites somebody, who accepts on a telephone without script and works at the desk', async () => {
  const admin = await administrator(1280);
  await look(admin, 'people');
  await admin.locator('summary', { hasText: 'Undang orang' }).click();
  await admin.locator('[name="name"]').fill('Siti Aminah');
  await admin.locator('[name="address"]').fill(address);
  await press(admin);
  await look(admin, 'invitation-refused');
  await admin.locator('[name="post"]').selectOption('petugas-pupr');
  await press(admin);
  await admin.waitForURL('**/kelola/orang?selesai=invited');
  await look(admin, 'invited');
  await admin.setViewportSize({ width: 360, height: 800 });
  await look(admin, 'invited');

  const phone = await open(360, false);
  const code = await accept(phone, await linkFor(address), keep);
  await phone.locator('main a.button').click();
  await phone.locator('[name="login"]').fill(address);
  await phone.locator('[name="password"]').fill(password);
  await press(phone);
  await phone.locator('[name="code"]').fill(code());
  await phone.locator('main form button').click();
  await phone.waitForURL(`${stage.service.origin}/petugas`);
  expect(await main(phone)).toContain('Petugas penghubung Dinas PUPR');

  await admin.goto(`${stage.service.origin}/kelola/orang?cari=siti`);
  await admin.locator('main a', { hasText: 'Siti Aminah' }).click();
  await look(admin, 'person');
  await admin.setViewportSize({ width: 1280, height: 800 });
  await look(admin, 'person');
}, 300_000);

it('the steps of an invitation are clean to axe', async () => {
  const admin = await administrator(1280);
  await admin.locator('summary', { hasText: 'Undang orang' }).click();
  await admin.locator('[name="name"]').fill('Budi Santoso');
  await admin.locator('[name="address"]').fill('budi.santoso@kota.example');
  await admin.locator('[name="post"]').selectOption('petugas-lh');
  await press(admin);
  await accept(await open(360, true), await linkFor('budi.santoso@kota.example'), look);
}, 300_000);

it('a list of people is checked, mended and brought in', async () => {
  const admin = await administrator(360);
  await admin.goto(`${stage.service.origin}/kelola/orang/impor`);
  await look(admin, 'import');
  const lines = Array.from({ length: 200 }, (_, index) => ({
    instansi: '',
    jabatan: 'verifikator',
    peran: '',
    nama: `Petugas ${index}`,
    email: `petugas.${index}@kota.example`,
    mulai: '',
    sampai: '',
  }));
  const upload = async (changed: typeof lines): Promise<void> => {
    await admin.goto(`${stage.service.origin}/kelola/orang/impor`);
    const file = { name: 'orang.xlsx', mimeType: 'application/octet-stream', buffer: await writeWorkbook(changed) };
    await admin.locator('[name="file"]').setInputFiles(file);
    await press(admin);
    await admin.waitForURL(/impor\/[0-9a-f-]{36}$/);
  };
  await upload(lines.map((line, index) => (index % 17 === 3 ? { ...line, email: 'bukan alamat' } : line)));
  expect(await main(admin)).toContain('12 salah');
  await look(admin, 'import-faulty');
  await admin.setViewportSize({ width: 1280, height: 800 });
  await upload(lines);
  expect(await main(admin)).toContain('200 baru');
  await look(admin, 'import-good');
  await press(admin);
  for (let round = 0; round < 100 && !(await main(admin)).includes('Selesai'); round += 1) {
    await pause(200);
    await admin.reload();
  }
  expect(await main(admin)).toContain('200 diundang');
  await look(admin, 'imported');
}, 300_000);

it('a key for a program is made, shown once and revoked', async () => {
  const admin = await administrator(1280);
  await admin.goto(`${stage.service.origin}/kelola/kunci`);
  await look(admin, 'keys');
  await admin.locator('[name="post"]').selectOption('koordinator');
  await admin.locator('[name="scopes"][value="report:read"]').check();
  await press(admin);
  expect(await admin.textContent('main code')).toMatch(/^laksa_/);
  await look(admin, 'key-made');
  await admin.setViewportSize({ width: 360, height: 800 });
  await look(admin, 'key-made');
  await admin.reload();
  expect(await main(admin)).not.toContain('laksa_');
  await admin.locator('form[action$="/cabut"] button').first().click();
  await admin.waitForURL('**/kelola/kunci?selesai=revoked');
  const visitor = await open(360, true);
  await visitor.goto(`${stage.service.origin}/petugas/lupa-sandi`);
  await look(visitor, 'forgotten');
}, 300_000);
