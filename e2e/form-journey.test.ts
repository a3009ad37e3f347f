import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';

import { plainPicture } from '../src/features/take-photos/testing/pictures.ts';
import { openStage } from './stage.ts';

const stage = openStage();

/** A phone of one's own: nothing of another visit is on it. */
const onPhone = async (options: BrowserContextOptions, visit: (page: Page) => Promise<void>): Promise<void> => {
  const context = await stage.browser.newContext({
    viewport: { width: 360, height: 740 },
    locale: 'id-ID',
    ...options,
  });
  context.setDefaultTimeout(15_000);
  try {
    const page = await context.newPage();
    await page.goto(`${stage.service.origin}/lapor`);
    await visit(page);
  } finally {
    await context.close();
  }
};

const field = (page: Page, name: string) => page.locator(`[name="${name}"]`);
const press = (page: Page, step: string) => page.locator(`button[name="step"][value="${step}"]`).click();
const mainText = async (page: Page): Promise<string> => (await page.textContent('main')) ?? '';

describe.each([
  ['without script', { javaScriptEnabled: false }],
  ['with script', { javaScriptEnabled: true }],
] as const)('the form %s', (_, options) => {
  it('finds a kelurahan that is typed with a mistake, and asks where several may be meant', async () => {
    await onPhone(options, async (page) => {
      await field(page, 'description').fill('Lampu jalan padam sejak Senin.');
      await field(page, 'village_words').fill('nerogtok');
      await press(page, 'preview');
      expect(await mainText(page)).toContain('Neroktog, Pinang');
      await press(page, 'edit');
      await field(page, 'village_words').fill('poris');
      await press(page, 'preview');
      const choices = page.locator('input[type="radio"][name="village"]');
      expect(await choices.count()).toBeGreaterThan(2);
      await choices.first().check();
      await press(page, 'send');
      await page.locator('[data-number]').waitFor();
    });
  }, 60_000);

  it('sent at once with a name that several kelurahan bear, says that officers decide', async () => {
    await onPhone(options, async (page) => {
      await field(page, 'description').fill('Got mampet di depan rumah.');
      await field(page, 'village_words').fill('karawaci');
      await press(page, 'send');
      await page.locator('[data-number]').waitFor();
      expect(await mainText(page)).toContain('dapat berarti beberapa kelurahan');
    });
  }, 60_000);

  it('shows what everyone will read, lets a piece be seen, and mends a mistake afterwards', async () => {
    await onPhone(options, async (page) => {
      await field(page, 'description').fill('Pompa mati. Hubungi 0812-3456-7890, plat B 1234 XYZ.');
      await press(page, 'preview');
      const shown = page.locator('.public-view');
      expect(await shown.textContent()).not.toContain('0812-3456-7890');
      await page.locator('input[name="shown"][value="0812-3456-7890"]').check();
      await press(page, 'preview');
      expect(await shown.textContent()).toContain('0812-3456-7890');
      expect(await shown.textContent()).not.toContain('B 1234 XYZ');
      await press(page, 'send');
      await page.locator('a[href*="ke=perbaiki"]').click();
      await field(page, 'description').fill('Pompa banjir mati.');
      await page.locator('main form button').first().click();
      expect(await mainText(page)).toContain('Laporan Anda sudah diperbaiki');
    });
  }, 60_000);

  it('is filled in and sent by keyboard alone', async () => {
    await onPhone(options, async (page) => {
      const at = () => page.evaluate('document.activeElement?.getAttribute("name") ?? ""');
      for (let tabs = 0; tabs < 40 && (await at()) !== 'description'; tabs += 1) await page.keyboard.press('Tab');
      await page.keyboard.type('Sampah di selokan.');
      const onSend = () =>
        page.evaluate(
          'document.activeElement?.getAttribute("name") === "step" && document.activeElement.value === "send"',
        );
      for (let tabs = 0; tabs < 60 && !(await onSend()); tabs += 1) await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.locator('[data-number]').waitFor();
    });
  }, 60_000);
});

it.each([false, true])(
  'whoever leaves the page after sending has left it, with script: %s',
  async (javaScriptEnabled) => {
    await onPhone({ javaScriptEnabled }, async (page) => {
      await field(page, 'description').fill('Telepon ini dipakai bersama.');
      await press(page, 'send');
      const number = (await page.locator('[data-number]').getAttribute('data-number')) ?? '';
      await page.locator(`form[action="/lacak/${number}/keluar"] button`).click();
      await page.waitForURL('**/lacak?keluar=1');
      await page.goBack();
      expect(await page.locator('[data-claim-code]').count()).toBe(0);
      await page.goto(`${stage.service.origin}/lacak/${number}`);
      expect(page.url()).toContain(`/lacak?nomor=${number}`);
    });
  },
  60_000,
);

describe('on a device', () => {
  it('a draft is kept until it is sent, without who somebody is, and can be deleted', async () => {
    await onPhone({}, async (page) => {
      await field(page, 'description').pressSequentially('Belum selesai');
      await field(page, 'name').fill('Siti');
      await page.locator('[data-draft]').waitFor({ state: 'visible' });
      await page.goto(`${stage.service.origin}/lapor`);
      expect(await field(page, 'description').inputValue()).toBe('Belum selesai');
      expect(await field(page, 'name').inputValue()).toBe('');
      expect(await page.locator('[data-draft-undo]').isVisible()).toBe(false);
      await field(page, 'name').fill('Siti');
      await page.locator('[data-draft-clear]').click();
      expect(await field(page, 'name').inputValue()).toBe('');
      expect(await page.locator('[data-draft-clear]').isVisible()).toBe(false);
      expect(await field(page, 'description').inputValue()).toBe('');
      await page.locator('[data-draft-undo]').click();
      expect(await field(page, 'description').inputValue()).toBe('Belum selesai');
      await page.locator('[data-draft-clear]').click();
      await page.goto(`${stage.service.origin}/lapor`);
      expect(await field(page, 'description').inputValue()).toBe('');
    });
  }, 60_000);

  it('what is to be secret is not kept', async () => {
    await onPhone({}, async (page) => {
      await field(page, 'description').fill('Rahasia saya');
      await page.locator('[data-draft]').waitFor({ state: 'visible' });
      await field(page, 'secret').check();
      await page.locator('[data-draft]').waitFor({ state: 'hidden' });
      await page.goto(`${stage.service.origin}/lapor`);
      expect(await field(page, 'description').inputValue()).toBe('');
    });
  }, 60_000);

  it('without a connection nothing is lost and nothing is sent, from the form and from its preview', async () => {
    await onPhone({}, async (page) => {
      await field(page, 'description').fill('Pohon tumbang di lapangan.');
      for (const step of ['preview', 'send']) {
        await page.context().setOffline(true);
        await press(page, step);
        await page.getByText('Belum terkirim: tidak ada sambungan internet').waitFor();
        await page.context().setOffline(false);
        await press(page, step);
      }
      await page.locator('[data-number]').waitFor();
    });
  }, 60_000);

  it('a photo sent in is there again for who comes back to the form, and goes with the report', async () => {
    await onPhone({}, async (page) => {
      await field(page, 'description').fill('Trotoar pecah.');
      const buffer = await plainPicture('green', 'jpeg');
      const sent = page.waitForResponse((answer) => answer.url().endsWith('/lapor/foto'));
      await page.locator('input[name="photos"]').setInputFiles([{ name: 'a.jpg', mimeType: 'image/jpeg', buffer }]);
      expect((await sent).status()).toBe(201);
      await page.locator('[data-draft]').waitFor({ state: 'visible' });
      await page.goto(`${stage.service.origin}/lapor`);
      expect(await page.locator('main .photo').count()).toBe(1);
      await press(page, 'send');
      await page.locator('[data-number]').waitFor();
      await page.goto(`${stage.service.origin}/lapor`);
      expect(await page.locator('main .photo').count()).toBe(0);
    });
  }, 60_000);

  it('112 stands under the words as soon as they mean danger, and goes with them', async () => {
    await onPhone({}, async (page) => {
      const call = page.locator('[data-danger] a[href="tel:112"]');
      expect(await call.isVisible()).toBe(false);
      await field(page, 'description').fill('Ada kebakaran di gudang belakang pasar');
      await call.waitFor({ state: 'visible' });
      await field(page, 'description').fill('Lampu jalan mati');
      await call.waitFor({ state: 'hidden' });
    });
  }, 60_000);

  it('the way back from what was sent leads to an empty form', async () => {
    await onPhone({}, async (page) => {
      await field(page, 'description').fill('Rahasia saya');
      await field(page, 'name').fill('Siti');
      await press(page, 'send');
      await page.locator('[data-number]').waitFor();
      await page.goBack();
      await field(page, 'description').waitFor();
      expect([await field(page, 'description').inputValue(), await field(page, 'name').inputValue()]).toEqual(['', '']);
      expect(await page.locator('[data-sent]').isVisible()).toBe(true);
    });
  }, 60_000);

  it('the way back from a preview that was sent leads to an empty form too', async () => {
    await onPhone({}, async (page) => {
      await field(page, 'description').fill('Rahasia saya');
      await press(page, 'preview');
      await press(page, 'send');
      await page.locator('[data-number]').waitFor();
      await page.goBack();
      await field(page, 'description').waitFor();
      expect(await field(page, 'description').inputValue()).toBe('');
      const said = page.locator('[data-sent]');
      await said.waitFor({ state: 'visible' });
      await page.waitForTimeout(500);
      const { y = -1 } = (await said.boundingBox()) ?? {};
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y).toBeLessThan(740);
    });
  }, 60_000);

  it('the numbers of what was sent from it are listed, and forgotten when asked', async () => {
    await onPhone({}, async (page) => {
      await field(page, 'description').fill('Halte rusak.');
      await press(page, 'send');
      const number = (await page.locator('[data-number]').getAttribute('data-number')) ?? '';
      await page.waitForLoadState('load');
      await page.goto(`${stage.service.origin}/laporan-saya`);
      await page.locator(`a[href="/lacak?nomor=${number}"]`).waitFor();
      await page.locator('[data-own-forget]').click();
      expect(await page.locator(`a[href="/lacak?nomor=${number}"]`).count()).toBe(0);
      await page.goto(`${stage.service.origin}/lapor`);
      expect(await field(page, 'description').inputValue()).toBe('');
    });
  }, 60_000);

  it('the position fills in the kelurahan', async () => {
    const here = { geolocation: { latitude: -6.171883, longitude: 106.631721 }, permissions: ['geolocation'] };
    await onPhone(here, async (page) => {
      await page.locator('[data-position-use]').click();
      await expect.poll(() => field(page, 'lat').inputValue()).toBe('-6.17188');
      await expect.poll(() => field(page, 'village_words').inputValue()).toBe('Sukarasa, Tangerang');
      expect(await page.locator('[data-position] output').textContent()).toContain('kelurahan');
    });
  }, 60_000);

  it('at four times its size nothing runs out of the window', async () => {
    await onPhone({ viewport: { width: 320, height: 256 } }, async (page) => {
      await field(page, 'description').fill('Jalan rusak di depan sekolah.');
      const fits = () => page.evaluate('document.documentElement.scrollWidth <= document.documentElement.clientWidth');
      expect(await fits()).toBe(true);
      await press(page, 'preview');
      expect(await fits()).toBe(true);
    });
  }, 60_000);
});
