import { gzipSync } from 'node:zlib';
import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';

import { fileReport } from '../src/commands/replay/citizen.ts';
import { openHttp } from '../src/commands/replay/http-client.ts';
import { loginOf, signIn } from './officer.ts';
import { openStage } from './stage.ts';
import { moveThroughPage, officesDo, typedReport } from './story.ts';

const stage = openStage();

/** Two in one street, the third across the city. */
const places = [
  { lat: '-6.17012', lng: '106.63498' },
  { lat: '-6.17031', lng: '106.63471' },
  { lat: '-6.22144', lng: '106.70355' },
] as const;

const numbers: string[] = [];

beforeAll(async () => {
  const { origin } = stage.service;
  const http = openHttp({ origin, connections: 1 });
  for (const [at, place] of places.entries()) {
    const said = { ...typedReport, ...place, title: `Lampu ke-${at}`, nonce: crypto.randomUUID() };
    numbers.push((await fileReport(http, said)).number);
  }
  http.close();
  const verifier = await signIn(origin, loginOf(await stage.service.logins(), { role: 'verifier' }));
  const [verify] = officesDo;
  for (const number of numbers) await moveThroughPage(verifier, number, verify);
  verifier.close();
}, 120_000);

/** The page on a phone; fails when the browser refuses something, or asks anybody but us for anything. */
const onPage = async (options: BrowserContextOptions, visit: (page: Page) => Promise<void>): Promise<void> => {
  const context = await stage.browser.newContext({
    viewport: { width: 360, height: 740 },
    locale: 'id-ID',
    reducedMotion: 'reduce',
    ...options,
  });
  context.setDefaultTimeout(15_000);
  try {
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('console', (message) => void (message.type() === 'error' && faults.push(message.text())));
    page.on('pageerror', (error) => void faults.push(error.message));
    page.on(
      'request',
      (request) => void (request.url().startsWith(stage.service.origin) || faults.push(request.url())),
    );
    await page.goto(`${stage.service.origin}/peta`);
    await visit(page);
    expect(faults).toEqual([]);
  } finally {
    await context.close();
  }
};

/** A busy machine takes its time. */
const eventually = <Answer>(ask: () => Promise<Answer>) => expect.poll(ask, { timeout: 15_000 });

const offer = (page: Page) => page.locator('button[data-map]');
const marks = (page: Page) => page.locator('.map-mark');
const said = (page: Page) => page.locator('[data-map-said]').textContent();
const openMap = async (page: Page): Promise<void> => {
  await offer(page).click();
  await eventually(() => said(page)).toBe('3 laporan tampak di peta.');
};
const focused = (page: Page, property: string) => page.evaluate(`document.activeElement?.${property} ?? ''`);

describe('where the reports are', () => {
  it('is read without script, by kecamatan and kelurahan, and leads to the list', async () => {
    await onPage({ javaScriptEnabled: false }, async (page) => {
      expect(await offer(page).isVisible()).toBe(false);
      await page.locator('main details.disclosure:not(form *) summary').first().click();
      await page.locator('main .rows a').first().click();
      expect(new URL(page.url()).pathname).toBe('/laporan');
      expect(await page.locator('main tbody tr, main .rows li').count()).toBeGreaterThan(0);
    });
  }, 60_000);

  it('is cut without script as the list is', async () => {
    await onPage({ javaScriptEnabled: false }, async (page) => {
      await page.locator('form.form summary').click();
      await page.locator('[name="keadaan"]').selectOption('selesai');
      await page.locator('form.form button').click();
      expect(page.url()).toContain('keadaan=selesai');
      expect(await page.locator('main').textContent()).toContain('Tidak ada laporan dengan saringan ini.');
    });
  }, 60_000);
});

describe('the map of the reports', () => {
  it('comes when it is asked for, shows counts and beside them the same as a list', async () => {
    await onPage({}, async (page) => {
      expect(await page.locator('link[href*="map"]').count()).toBe(0);
      await openMap(page);
      const names = await marks(page).evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? ''));
      expect(names.some((name) => name.startsWith('2 laporan'))).toBe(true);
      const items = await page.locator('[data-map-list] li').count();
      expect(items).toBe(names.length);
    });
  }, 60_000);

  it('is walked by keyboard alone: into a mark, nearer, and to the page of a report', async () => {
    await onPage({}, async (page) => {
      await offer(page).focus();
      await page.keyboard.press('Enter');
      await eventually(() => said(page)).toBe('3 laporan tampak di peta.');
      expect(await focused(page, 'className')).toContain('map-place');
      for (let tabs = 0; tabs < 12; tabs += 1) {
        await page.keyboard.press('Tab');
        if (String(await focused(page, 'ariaLabel')).startsWith('2 laporan')) break;
      }
      expect(await focused(page, 'ariaLabel')).toMatch(/^2 laporan/);
      for (let presses = 0; presses < 5 && (await page.locator('a.map-mark').count()) === 0; presses += 1) {
        await page.locator('button.map-mark').first().press('Enter');
        await page.waitForTimeout(600); // the answer for the new window
      }
      await eventually(() => said(page)).toBe('2 laporan tampak di peta.');
      await page.locator('[data-map-list] a').first().press('Enter');
      await page.waitForURL(/\/laporan\/\d{10}$/);
      expect(numbers).toContain(new URL(page.url()).pathname.split('/').at(-1));
    });
  }, 60_000);

  it('follows arrows, + and - while it has the focus, and says what is in sight', async () => {
    await onPage({ viewport: { width: 1280, height: 800 } }, async (page) => {
      await openMap(page);
      await page.locator('.map-place').focus();
      for (const key of ['+', '+', '+', '+', '+']) {
        await page.keyboard.press(key);
        await page.waitForTimeout(300);
      }
      await eventually(() => said(page)).not.toBe('3 laporan tampak di peta.');
      for (let presses = 0; presses < 6; presses += 1) {
        await page.keyboard.press('-');
        await page.waitForTimeout(300);
      }
      await eventually(() => said(page)).toBe('3 laporan tampak di peta.');
    });
  }, 60_000);

  it.each([
    [360, 'light'],
    [320, 'dark'],
    [1280, 'dark'],
  ] as const)(
    'has no fault that axe sees at %i px, %s, and is no wider than the window',
    async (width, colorScheme) => {
      await onPage({ viewport: { width, height: 740 }, colorScheme }, async (page) => {
        await openMap(page);
        const { violations } = await new AxeBuilder({ page })
          .setLegacyMode(true)
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
          .analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
        expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
      });
    },
    60_000,
  );

  it('weighs less than 15 kB before the map is asked for, and the map less than 60 kB', async () => {
    await onPage({}, async (page) => {
      const parts = new Map<string, number>();
      page.on('response', async (answer) => {
        if (answer.request().resourceType() === 'image') return;
        parts.set(answer.url(), gzipSync(await answer.body(), { level: 9 }).length);
      });
      const weight = (): number => [...parts.values()].reduce((sum, bytes) => sum + bytes, 0);
      await page.reload({ waitUntil: 'networkidle' });
      const before = weight();
      await openMap(page);
      await page.waitForLoadState('networkidle');
      console.log(`/peta ${before} B, its map ${weight() - before} B`);
      expect(parts.size).toBeGreaterThan(4);
      expect(before).toBeLessThan(15_000);
      expect(weight() - before).toBeLessThan(60_000);
    });
  }, 60_000);
});
