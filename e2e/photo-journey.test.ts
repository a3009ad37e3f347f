import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';

import { plainPicture, telephonePicture } from '../src/features/take-photos/testing/pictures.ts';
import { codeOf, loginOf } from './officer.ts';
import { openStage } from './stage.ts';

const stage = openStage();

const onPhone = async (javaScriptEnabled: boolean, visit: (page: Page) => Promise<void>): Promise<void> => {
  const context = await stage.browser.newContext({
    viewport: { width: 360, height: 740 },
    locale: 'id-ID',
    javaScriptEnabled,
  });
  context.setDefaultTimeout(15_000);
  try {
    const page = await context.newPage();
    await page.goto(`${stage.service.origin}/lapor`);
    await page.locator('[name="description"]').fill('Lampu jalan mati di depan warung.');
    await visit(page);
  } finally {
    await context.close();
  }
};

const press = (page: Page, step: string) => page.locator(`button[name="step"][value="${step}"]`).click();
const choose = async (page: Page, files: readonly (readonly [string, Buffer])[]) =>
  page
    .locator('input[name="photos"]')
    .setInputFiles(files.map(([name, buffer]) => ({ name, mimeType: 'image/jpeg', buffer })));

/** Presses "again" until the worker is through with it. */
const seePictures = async (page: Page, count: number): Promise<void> => {
  for (let looks = 0; looks < 100; looks += 1) {
    if ((await page.locator('main .photo img').count()) === count) return;
    await page.waitForTimeout(500);
    await press(page, 'preview');
  }
  expect(await page.locator('main .photo img').count()).toBe(count);
};

describe('photos with a report', () => {
  it.each([
    ['without script', false],
    ['with script', true],
  ])(
    'are seen before they are sent, and one is left out: %s',
    async (_, hasScript) => {
      await onPhone(hasScript, async (page) => {
        await choose(page, [
          ['jalan.jpg', await telephonePicture()],
          ['lain.jpg', await plainPicture('green', 'jpeg')],
        ]);
        if (hasScript) await page.getByText('lain.jpg siap').waitFor();
        await press(page, 'preview');
        await seePictures(page, 2);
        await page.locator('main .photo img').first().scrollIntoViewIfNeeded();
        await page.waitForFunction(`document.querySelector('main .photo img').naturalWidth === 240`);
        await page.locator('input[name="drop"]').nth(1).check();
        await press(page, 'preview');
        await seePictures(page, 1);
        await press(page, 'send');
        await page.locator('[data-number]').waitFor();
        await page.locator('main a[href^="/lapor/lacak"]').first().click();
        await page.locator('main .photo').first().waitFor();
        expect(await page.locator('main .photo img').count()).toBe(1);
      });
    },
    90_000,
  );

  it.each([
    ['at once', 0],
    ['when the answer has come', 3_000],
  ])(
    'are left out where their sender removes them before the answer has come, and sends the form %s',
    async (_, waits) => {
      await onPhone(true, async (page) => {
        const { promise: hasArrived, resolve: arrives } = Promise.withResolvers<void>();
        await page.route('**/lapor/foto', async (route) => {
          const response = await route.fetch();
          arrives();
          await page.waitForTimeout(2_000);
          await route.fulfill({ response });
        });
        await choose(page, [['jalan.jpg', await telephonePicture()]]);
        await hasArrived;
        await page.locator('ul.photos button').first().click();
        await page.waitForTimeout(waits);
        await press(page, 'send');
        await page.locator('[data-number]').waitFor();
        await page.locator('main a[href^="/lapor/lacak"]').first().click();
        await page.waitForURL('**/lacak/**');
        expect(await page.locator('main .photo').count()).toBe(0);
      });
    },
    60_000,
  );

  it('that the script cannot send are named, and the report goes without', async () => {
    await onPhone(true, async (page) => {
      await choose(page, [['teks.jpg', Buffer.from('ini bukan foto')]]);
      await page.getByText('teks.jpg: Ini bukan foto yang dapat kami baca.').waitFor();
      await press(page, 'send');
      await page.locator('[data-number]').waitFor();
      const said = await page.locator('[aria-labelledby="refused-photos"]').textContent();
      expect(said).toContain('teks.jpg: Ini bukan foto');
    });
  }, 60_000);

  it('that got lost on the way are tried again with the form, and it does not leave without them unasked', async () => {
    await onPhone(true, async (page) => {
      await page.locator('[name="description"]').fill('Asap dari tempat sampah.');
      await page.route('**/lapor/foto', (route) => route.abort());
      await choose(page, [['asap.jpg', await telephonePicture()]]);
      await press(page, 'send');
      await page.locator('form .notice-warning[role="status"]').waitFor({ timeout: 40_000 });
      await page.unroute('**/lapor/foto');
      await press(page, 'send');
      await page.locator('[data-number]').waitFor();
      expect(await page.textContent('main')).toContain('1 foto ikut diterima');
    });
  }, 90_000);

  it('that are still on their way are spoken of beside the button', async () => {
    await onPhone(true, async (page) => {
      const line = await page.context().newCDPSession(page);
      await page.locator('[name="description"]').fill('Banjir di gang.');
      await choose(page, [['jalan.jpg', await telephonePicture()]]);
      await page.getByText('jalan.jpg siap').waitFor();
      await line.send('Network.emulateNetworkConditions', {
        offline: false,
        latency: 400,
        downloadThroughput: 20_000,
        uploadThroughput: 20_000,
      });
      await choose(page, [['gang.jpg', await telephonePicture()]]);
      await press(page, 'send');
      await page.locator('form .notice-info[role="status"]').waitFor();
      await page.locator('[data-number]').waitFor({ timeout: 30_000 });
    });
  }, 90_000);
});

/** The verifier signs in with this stage.browser. */
const signIn = async (page: Page): Promise<void> => {
  const login = loginOf(await stage.service.logins(), { role: 'verifier' });
  await page.goto(`${stage.service.origin}/petugas/masuk`);
  await page.locator('[name="login"]').fill(login.login);
  await page.locator('[name="password"]').fill(login.password);
  await page.locator('main form button').first().click();
  await page.locator('form[action="/petugas/masuk/kode"] [name="code"]').fill(await codeOf(login));
  await page.locator('main form button').first().click();
  await page.waitForURL('**/petugas**');
};

const faultsOn = async (page: Page): Promise<readonly string[]> => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
};

const isWide = (page: Page): Promise<unknown> =>
  page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');

it('a verifier looks at the photos, ticks one, and everyone sees that one until it is taken back', async () => {
  await onPhone(true, async (page) => {
    await choose(page, [
      ['jalan.jpg', await telephonePicture()],
      ['lain.jpg', await plainPicture('green', 'jpeg')],
    ]);
    await page.getByText('lain.jpg siap').waitFor();
    await press(page, 'preview');
    await seePictures(page, 2);
    await press(page, 'send');
    const number = (await page.locator('[data-number]').getAttribute('data-number')) ?? '';
    await signIn(page);
    await page.goto(`${stage.service.origin}/petugas/laporan/${number}`);
    const verify = page.locator('form[action$="/verify"]');
    expect(await verify.locator('input[type="checkbox"][name="photos"]').count()).toBe(2);
    expect(await verify.locator('input[type="checkbox"][name="photos"]:checked').count()).toBe(0);
    expect([await faultsOn(page), await isWide(page)]).toEqual([[], false]);
    await verify.locator('[name="class"]').first().check();
    await verify.locator('select[name="category"]').selectOption({ index: 1 });
    await verify.locator('input[type="checkbox"][name="photos"]').first().check();
    await verify.locator('button').last().click();
    await page.waitForURL('**selesai=verify');
    await page.goto(`${stage.service.origin}/laporan/${number}`);
    expect(await page.locator('main .photo img').count()).toBe(1);
    await page.waitForFunction(`document.querySelector('main .photo img').naturalWidth === 240`);
    expect([await faultsOn(page), await isWide(page)]).toEqual([[], false]);
    const shown = (await page.locator('main .photo img').getAttribute('src')) ?? '';
    await page.goto(`${stage.service.origin}/petugas/laporan/${number}`);
    await page.locator('details:has(form[action$="/mask"]) > summary').click();
    const mask = page.locator('form[action$="/mask"]');
    await mask.locator('input[type="checkbox"][name="photos"]:checked').uncheck();
    await mask.locator('button').last().click();
    await page.waitForURL('**selesai=mask');
    expect((await page.goto(`${stage.service.origin}${shown}`))?.status()).toBe(404);
  });
}, 120_000);
