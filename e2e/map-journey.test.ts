import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';

import { eventually, onOwnPage } from './own-page.ts';
import { openStage } from './stage.ts';

const stage = openStage();

const onForm = (options: BrowserContextOptions, visit: (page: Page) => Promise<void>): Promise<void> =>
  onOwnPage(stage, { path: '/lapor', options }, visit);

const valueOf = (page: Page, name: string) => page.locator(`[name="${name}"]`).inputValue();
const offer = (page: Page) => page.locator('button[data-map]');
const dialog = (page: Page) => page.locator('dialog.map-dialog');
const under = (page: Page) => dialog(page).locator('output');
const isOnOffer = (page: Page) => page.evaluate('document.activeElement?.hasAttribute("data-map") ?? false');

const tabToOffer = async (page: Page): Promise<void> => {
  for (let tabs = 0; tabs < 60 && (await isOnOffer(page)) !== true; tabs += 1) await page.keyboard.press('Tab');
  expect(await isOnOffer(page)).toBe(true);
};

describe('the map beside the form', () => {
  it('is not offered without script', async () => {
    await onForm({ javaScriptEnabled: false }, async (page) => {
      expect(await offer(page).isVisible()).toBe(false);
    });
  }, 60_000);

  it('is moved and chosen from by keyboard alone, and the kelurahan is said aloud', async () => {
    await onForm({}, async (page) => {
      await tabToOffer(page);
      await page.keyboard.press('Enter');
      await eventually(() => under(page).textContent()).toMatch(/^Kelurahan \S/);
      const before = await under(page).textContent();
      for (const key of ['+', '+', ...Array<string>(6).fill('ArrowUp')]) {
        await page.keyboard.press(key);
        await page.waitForTimeout(400); // the glide of one key
      }
      await eventually(() => under(page).textContent()).not.toBe(before);
      const said = (await under(page).textContent()) ?? '';
      await page.keyboard.press('Enter');
      await eventually(() => valueOf(page, 'village_words')).toMatch(/^\S.*, \S/);
      expect(await dialog(page).count()).toBe(0);
      expect(await valueOf(page, 'lat')).toMatch(/^-6\.\d{5}$/);
      expect(await valueOf(page, 'lng')).toMatch(/^106\.\d{5}$/);
      const told = (await page.locator('[data-position] output').textContent()) ?? '';
      expect(told).toContain(said.replace('Kelurahan ', ''));
      expect(await isOnOffer(page)).toBe(true);
    });
  }, 60_000);

  it('brings what is tapped under the cross, begins again where it was left, and says so when that is outside', async () => {
    await onForm({ hasTouch: true }, async (page) => {
      await offer(page).tap();
      await eventually(() => under(page).textContent()).toMatch(/^Kelurahan \S/);
      const { width } = (await dialog(page).locator('.map-place').boundingBox()) ?? { width: 0 };
      await dialog(page)
        .locator('.map-place')
        .tap({ position: { x: width - 80, y: 150 } });
      await page.waitForTimeout(700); // the glide
      await dialog(page).locator('.buttons button').first().tap();
      await eventually(() => valueOf(page, 'lng')).not.toBe('');
      const chosen = [await valueOf(page, 'lat'), await valueOf(page, 'lng')];
      await offer(page).tap();
      await eventually(() => under(page).textContent()).not.toBe('');
      await dialog(page).locator('.buttons button').first().tap();
      await eventually(() => dialog(page).count()).toBe(0);
      for (const [at, name] of ['lat', 'lng'].entries())
        expect(Number(await valueOf(page, name))).toBeCloseTo(Number(chosen[at]), 4);
      await page.locator('details:has([name="lat"]) > summary').tap();
      await page.locator('[name="lat"]').fill('-6.1754');
      await page.locator('[name="lng"]').fill('106.8272');
      await offer(page).tap();
      await eventually(() => under(page).textContent()).toContain('Di luar Kota Tangerang');
      await dialog(page).locator('.buttons button').first().tap();
      await eventually(() => page.locator('[data-position] output').textContent()).toContain('di luar Kota Tangerang');
    });
  }, 60_000);

  it('is left with Escape: nothing is filled in, and the focus is where it was', async () => {
    await onForm({}, async (page) => {
      await tabToOffer(page);
      await page.keyboard.press('Enter');
      await eventually(() => under(page).textContent()).toMatch(/^Kelurahan \S/);
      await page.keyboard.press('Escape');
      await eventually(() => dialog(page).count()).toBe(0);
      expect(await valueOf(page, 'lat')).toBe('');
      expect(await isOnOffer(page)).toBe(true);
    });
  }, 60_000);

  it.each(['light', 'dark'] as const)(
    'has no fault that axe sees, in %s, and fits a window of 320 by 256',
    async (colorScheme) => {
      await onForm({ colorScheme }, async (page) => {
        await offer(page).click();
        await eventually(() => under(page).textContent()).toMatch(/^Kelurahan \S/);
        const { violations } = await new AxeBuilder({ page }).include('dialog.map-dialog').analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
        await page.setViewportSize({ width: 320, height: 256 });
        expect(await page.evaluate('document.querySelector(".map-dialog").scrollWidth <= innerWidth')).toBe(true);
      });
    },
    60_000,
  );
});
