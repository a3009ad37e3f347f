import { gzipSync } from 'node:zlib';
import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';

import { fileReport } from '../src/commands/replay/citizen.ts';
import { openHttp } from '../src/commands/replay/http-client.ts';
import { loginOf, signIn } from './officer.ts';
import { eventually, onOwnPage } from './own-page.ts';
import { openStage } from './stage.ts';
import { moveThroughPage, officesDo, typedReport } from './story.ts';

const stage = openStage();

/** Two in one place, the third some streets on, the fourth across the city. */
const places = [
  { lat: '-6.17012', lng: '106.63498' },
  { lat: '-6.17031', lng: '106.63471' },
  { lat: '-6.17352', lng: '106.63802' },
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

const onPage = (options: BrowserContextOptions, visit: (page: Page) => Promise<void>): Promise<void> =>
  onOwnPage(stage, { path: '/peta', options: { reducedMotion: 'reduce', ...options } }, visit);

const offer = (page: Page) => page.locator('button[data-map]');
const marks = (page: Page) => page.locator('.map-mark');
const said = (page: Page) => page.locator('[data-map-said]').textContent();
const openMap = async (page: Page): Promise<void> => {
  await offer(page).click();
  await eventually(() => said(page)).toBe('4 laporan tampak di peta.');
};
const nextMark = (page: Page, name: RegExp) => page.locator('.map-mark').and(page.getByLabel(name));
const focused = (page: Page, property: string) => page.evaluate(`document.activeElement?.${property} ?? ''`);

type Edges = Readonly<Record<'x' | 'y' | 'width' | 'height', number>>;
/** By more than a pixel of rounding. */
const meet = (one: Edges, other: Edges): boolean =>
  one.x + one.width > other.x + 1 &&
  other.x + other.width > one.x + 1 &&
  one.y + one.height > other.y + 1 &&
  other.y + other.height > one.y + 1;

describe('where the reports are', () => {
  it('is read without script, by kecamatan and kelurahan, and leads to the list', async () => {
    await onPage({ javaScriptEnabled: false }, async (page) => {
      expect(await offer(page).isVisible()).toBe(false);
      expect(await page.locator('main noscript').textContent()).toContain('Peta memerlukan JavaScript.');
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
      expect(names.some((name) => name.startsWith('3 laporan'))).toBe(true);
      const items = await page.locator('[data-map-list] > li').count();
      expect(items).toBe(names.length);
    });
  }, 60_000);

  it('opens a report that stands alone at the first press', async () => {
    await onPage({}, async (page) => {
      await openMap(page);
      await page.locator('a.map-mark').first().click();
      await page.waitForURL(/\/laporan\/\d{10}$/);
      expect(new URL(page.url()).pathname.split('/').at(-1)).toBe(numbers.at(-1));
    });
  }, 60_000);

  it('keeps all reports of a number in sight when it is pressed, until they part', async () => {
    await onPage({}, async (page) => {
      await openMap(page);
      await nextMark(page, /^3 laporan/).click();
      await eventually(() => nextMark(page, /^2 laporan/).count()).toBe(1);
      expect(await said(page)).toBe('3 laporan tampak di peta.');
      const alone = page.locator('a.map-mark');
      expect([await alone.count(), await alone.getAttribute('href')]).toEqual([1, `/laporan/${numbers[2] ?? ''}`]);
    });
  }, 60_000);

  it('is walked by keyboard alone: into a number, nearer, and to one of two reports in one place', async () => {
    await onPage({}, async (page) => {
      await offer(page).focus();
      await page.keyboard.press('Enter');
      await eventually(() => said(page)).toBe('4 laporan tampak di peta.');
      expect(await focused(page, 'className')).toContain('map-place');
      for (let tabs = 0; tabs < 12; tabs += 1) {
        await page.keyboard.press('Tab');
        if (String(await focused(page, 'ariaLabel')).startsWith('3 laporan')) break;
      }
      expect(await focused(page, 'ariaLabel')).toMatch(/^3 laporan/);
      await page.keyboard.press('Enter');
      await eventually(() => nextMark(page, /^2 laporan/).count()).toBe(1);
      expect(await focused(page, 'className')).toContain('map-place');
      await nextMark(page, /^2 laporan/).press('Enter');
      await eventually(() => page.locator('[data-map-list] li li').count()).toBe(2);
      expect(await focused(page, "closest('[data-map-list] ul') !== null")).toBe(true);
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/laporan\/\d{10}$/);
      expect(numbers.slice(0, 2)).toContain(new URL(page.url()).pathname.split('/').at(-1));
    });
  }, 60_000);

  it('is the same again for whoever comes back from a report: as near, in the same place, with the same group open', async () => {
    await onPage({}, async (page) => {
      await openMap(page);
      await nextMark(page, /^3 laporan/).click();
      await eventually(() => nextMark(page, /^2 laporan/).count()).toBe(1);
      await nextMark(page, /^2 laporan/).click();
      await eventually(() => page.locator('[data-map-list] li li').count()).toBe(2);
      const here = page.url();
      expect(here).toMatch(/#peta=1[3-8],-6\.17\d*,106\.6\d*,-6\.17\d*,106\.6\d*$/);
      await page.locator('[data-map-list] li li a').last().click();
      await page.waitForURL(/\/laporan\/\d{10}$/);
      await page.goBack();
      await eventually(() => page.locator('[data-map-list] li li').count()).toBe(2);
      expect([page.url(), await said(page)]).toEqual([here, '3 laporan tampak di peta.']);
      await eventually(() => focused(page, "closest('[data-map-list] li li') !== null")).toBe(true);
      await page.goBack();
      expect(page.url()).toBe('about:blank');
    });
  }, 60_000);

  it('opens by itself where an address names a view, and shows the whole city where it names nonsense', async () => {
    await onPage({}, async (page) => {
      await page.goto(`${page.url()}#peta=16,-6.22144,106.70355`);
      await page.reload();
      await eventually(() => said(page)).toBe('1 laporan tampak di peta.');
      await page.goto(`${stage.service.origin}/peta?x=1#peta=99,nonsense`);
      await eventually(() => said(page)).toBe('4 laporan tampak di peta.');
    });
  }, 60_000);

  it('lets one finger scroll the page, and speaks to fingers of fingers', async () => {
    await onPage({ isMobile: true, hasTouch: true }, async (page) => {
      await openMap(page);
      expect(await page.locator('.map-fingers').isVisible()).toBe(true);
      expect(await page.locator('.map-keys').isVisible()).toBe(false);
      await page.evaluate('scrollTo(0, 100)');
      const { x, y } = (await page.locator('.map-place').boundingBox()) ?? { x: 0, y: 0 };
      const touch = await page.context().newCDPSession(page);
      const put = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: number) =>
        touch.send('Input.dispatchTouchEvent', {
          type,
          touchPoints: at === undefined ? [] : [{ x: x + 40, y: at }],
        });
      await put('touchStart', y + 250);
      for (let step = 1; step <= 10; step += 1) await put('touchMove', y + 250 - step * 20);
      await put('touchEnd');
      await eventually(() => page.evaluate('scrollY > 200')).toBe(true);
      expect(await page.locator('.leaflet-map-pane').getAttribute('style')).toContain('translate3d(0px, 0px, 0px)');
    });
  }, 60_000);

  it('names areas only where their names stand clear of each other and of the edges', async () => {
    await onPage({}, async (page) => {
      await openMap(page);
      await eventually(() => page.locator('.map-name-shown').count()).toBeGreaterThan(2);
      for (let step = 0; step < 4; step += 1) {
        const edge = await page.locator('.map-place').boundingBox();
        const names = await Promise.all((await page.locator('.map-name-shown').all()).map((one) => one.boundingBox()));
        for (const [at, name] of names.entries()) {
          if (name === null || edge === null) throw new Error('a name without a place');
          expect(name.x >= edge.x && name.x + name.width <= edge.x + edge.width + 1).toBe(true);
          for (const other of names.slice(at + 1)) expect(other !== null && meet(name, other)).toBe(false);
        }
        await page.locator('[data-zoom="1"]').click();
        await page.waitForTimeout(400); // the map comes to rest
      }
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
      await eventually(() => said(page)).not.toBe('4 laporan tampak di peta.');
      for (let presses = 0; presses < 6; presses += 1) {
        await page.keyboard.press('-');
        await page.waitForTimeout(300);
      }
      await eventually(() => said(page)).toBe('4 laporan tampak di peta.');
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
