import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { fileReport, type Slip } from '../src/commands/replay/citizen.ts';
import { openHttp } from '../src/commands/replay/http-client.ts';
import { launchChromium } from './chromium.ts';
import { faultsOn } from './faults-on-page.ts';
import { codeOf, loginOf } from './officer.ts';
import { startService, type Service } from './service.ts';
import { handleThroughPages, typedReport, typeReport } from './story.ts';

let service: Service;
let browser: Browser;
let answered: Slip;
let waiting: Slip;
/** Where somebody sets a password and a second factor anew. */
let anew: string;

beforeAll(async () => {
  [service, browser] = await Promise.all([startService(), launchChromium()]);
  const http = openHttp({ origin: service.origin, connections: 1 });
  answered = await fileReport(http, { ...typedReport, nonce: crypto.randomUUID() });
  waiting = await fileReport(http, { ...typedReport, nonce: crypto.randomUUID() });
  http.close();
  const logins = await service.logins();
  await handleThroughPages(service.origin, logins, answered.number);
  const said = await service.laksa('user', 'reset', '--login', loginOf(logins, { role: 'field_crew' }).login);
  anew = /\/petugas\/akun-baru\/\S+/.exec(said)?.[0] ?? '/tidak-ada';
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await service?.remove();
}, 60_000);

const pagesOfCitizens = async (page: Page, look: (name: string) => Promise<void>): Promise<void> => {
  const { origin } = service;
  const paths = [
    '/',
    '/lapor',
    '/laporan',
    `/laporan/${answered.number}`,
    `/laporan/${waiting.number}`,
    '/laporan?keadaan=selesai&instansi=dinas-pupr',
    '/laporan?q=lampu+pupr+sukarasa',
    `/laporan/${waiting.number}/ikuti`,
    `/laporan/${waiting.number}/laporkan`,
    '/peta',
    '/wilayah',
    '/wilayah/36.71.01',
    '/wilayah/36.71.01.1001',
    '/instansi',
    '/instansi/dinas-pupr',
    '/lacak',
    '/lacak/kode-baru',
    '/laporan-saya',
    '/bantuan/dasar-hukum',
    '/api',
    '/tidak-ada',
  ];
  for (const path of paths) {
    await page.goto(`${origin}${path}`);
    await look(path);
  }
  await page.goto(`${origin}/lapor`);
  await page.locator('[name="email"]').fill('bukan surat');
  await page.locator('button[value="send"]').click();
  await look('the form with its mistakes');
  await typeReport(page);
  await page.locator('button[value="preview"]').click();
  await look('the preview');
  await page.locator('button[value="send"]').click();
  await page.waitForURL('**/lapor/terkirim?**');
  await look('the page after filing');
  const success = page.url();
  await page.locator('a[href^="/lapor/tanda-terima"]').first().click();
  await look('the receipt');
  await page.goto(success);
  await page.locator('main a[href*="ke=perbaiki"]').click();
  await look('the correction');
  await page.goto(`${origin}/laporan-saya`);
  await look('the own reports on this device');
  await page.goto(`${origin}/lapor`);
  await typeReport(page);
  await page.locator('button[value="preview"]').click();
  await page.locator('button[name="support"]').first().click();
  await page.waitForURL('**/lapor/didukung?**');
  await look('the support');
  await page.goto(`${origin}/lacak`);
  await page.locator('[name="nomor"]').fill(answered.number);
  await page.locator('[name="kode"]').fill(answered.claimCode);
  await page.locator('main form button').first().click();
  await look('the own report');
  for (const part of ['kontak', 'pemberitahuan']) {
    await page.goto(`${origin}/lacak/${answered.number}/${part}`);
    await look(part);
  }
};

const pagesOfStaff = async (page: Page, look: (name: string) => Promise<void>): Promise<void> => {
  const { origin } = service;
  const login = loginOf(await service.logins(), { role: 'verifier' });
  await page.goto(`${origin}/petugas/masuk`);
  await look('signing in');
  for (const path of ['/petugas/lupa-sandi', '/petugas/akun-baru/tidak-ada', anew]) {
    await page.goto(`${origin}${path}`);
    await look(path);
  }
  expect(await page.locator('[name="password"]').count()).toBe(1);
  await page.goto(`${origin}/petugas/masuk`);
  await page.locator('[name="login"]').fill(login.login);
  await page.locator('[name="password"]').fill(login.password);
  await page.locator('main form button').click();
  await look('the second factor');
  await page.locator('form[action="/petugas/masuk/kode"] [name="code"]').fill(await codeOf(login));
  await page.locator('main form button').click();
  await page.waitForURL(`${origin}/petugas`);
  await look('the queue');
  await page.goto(`${origin}/petugas/kabar`);
  await look('what the post was told');
  for (const path of ['', '/sandi', '/aplikasi', '/kode', '/kunci']) {
    await page.goto(`${origin}/petugas/akun${path}`);
    await look(`the account${path}`);
  }
  for (const { number } of [waiting, answered]) {
    await page.goto(`${origin}/petugas/laporan/${number}`);
    await look(number === waiting.number ? 'a report that waits' : 'a report that was answered');
  }
};

const pagesOfAdministration = async (page: Page, look: (name: string) => Promise<void>): Promise<void> => {
  const { origin } = service;
  await signIn(page, 'city_admin');
  await page.goto(`${origin}/kelola/surat`);
  await look('the words of letters');
  await page.locator('main a[href*="bagian="]').first().click();
  await look('other words for one of them');
  const paths = [
    '/kelola',
    '/kelola/instansi',
    '/kelola/instansi/bpbd',
    '/kelola/jabatan',
    '/kelola/jabatan/koordinator',
    '/kelola/jabatan/koordinator/ubah',
    '/kelola/jabatan/koordinator/pemegang',
    '/kelola/serah-terima',
    '/kelola/serah-terima?jabatan=koordinator',
    '/kelola/perubahan',
    '/kelola/pekerjaan',
    '/kelola/janji',
    '/kelola/janji/aturan',
    '/kelola/janji/kalender',
    '/petugas/kabar',
    '/kelola/piket',
    '/kelola/siap',
    '/kelola/kesehatan',
    '/kelola/orang',
    '/kelola/orang/impor',
    '/kelola/kunci',
  ];
  for (const path of paths) {
    await page.goto(`${origin}${path}`);
    await look(path);
  }
  await page.goto(`${origin}/kelola/piket`);
  await page.locator('main form .button').last().click();
  await look('a duty with nothing in it');
  await page.locator('[name="post"]').selectOption('koordinator');
  for (const [name, value] of Object.entries(night)) await page.locator(`[name="${name}"]`).fill(value);
  await page.locator('main form .button').last().click();
  await look('the duty roster');
  await page.goto(`${origin}/kelola/janji/aturan?aturan=clock.verify&aturan=reject.needs_second`);
  await look('two rules');
  await page.locator('[name="clock.verify.value"]').fill('9');
  await page.locator('button[value="preview"]').click();
  await look('two rules without a reason');
  await page.locator('[name="reason"]').fill('Uji.');
  await page.locator('button[value="preview"]').click();
  await look('the difference of the rules');
  await page.goto(`${origin}/kelola/janji/kalender?tahun=2027`);
  await page.locator('[name="lines"]').fill('2027-01-01;nasional;Tahun Baru 2027 Masehi');
  await page.locator('button[value="preview"]').click();
  await look('a calendar without its source');
  await page.locator('[name="source"]').fill('SKB 3 Menteri');
  await page.locator('[name="reason"]').fill('Uji.');
  await page.locator('button[value="preview"]').click();
  await look('what a calendar would move');
};

const night = { fromDay: '2031-01-01', fromTime: '20.00', untilDay: '2031-01-02', untilTime: '06.00' };

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;
const signedIn = new Map<string, Cookies>();

/** With password and code once; after that with the same session. */
const signIn = async (page: Page, role: string): Promise<void> => {
  const context = page.context();
  const cookies = signedIn.get(role);
  if (cookies !== undefined) return context.addCookies(cookies);
  const login = loginOf(await service.logins(), { role });
  await page.goto(`${service.origin}/petugas/masuk`);
  await page.locator('[name="login"]').fill(login.login);
  await page.locator('[name="password"]').fill(login.password);
  await page.locator('main form button').click();
  await page.locator('form[action="/petugas/masuk/kode"] [name="code"]').fill(await codeOf(login));
  await page.locator('main form button').click();
  await page.waitForURL(`${service.origin}/petugas`);
  signedIn.set(role, await context.cookies());
};

describe.each([
  [360, 'light'],
  [360, 'dark'],
  [1280, 'light'],
  [1280, 'dark'],
] as const)('%i px wide, %s', (width, colorScheme) => {
  it('every component in every state can be used by everyone', async () => {
    const context = await browser.newContext({ viewport: { width, height: 800 }, locale: 'id-ID', colorScheme });
    const page = await context.newPage();
    await signIn(page, 'verifier');
    await page.goto(`${service.origin}/petugas/ui`);
    expect(await faultsOn(page, 'components')).toEqual([]);
    await context.close();
  }, 60_000);
});

/** A phone in the sun, a screen of 1280 px at 400 % by night, and a desk at night. */
describe.each([
  [360, 'light'],
  [320, 'dark'],
  [1280, 'dark'],
] as const)('%i px wide, %s', (width, colorScheme) => {
  it.each([
    ['citizens', pagesOfCitizens],
    ['staff', pagesOfStaff],
    ['administration', pagesOfAdministration],
  ])(
    'every page of %s can be used by everyone',
    async (_, walk) => {
      const context = await browser.newContext({ viewport: { width, height: 800 }, locale: 'id-ID', colorScheme });
      context.setDefaultTimeout(20_000);
      const page = await context.newPage();
      const faults: string[] = [];
      await walk(page, async (name) => {
        faults.push(...(await faultsOn(page, name)).map((fault) => `${name}: ${fault}`));
      });
      await context.close();
      expect(faults).toEqual([]);
    },
    120_000,
  );
});

/** The longest list of areas, of agencies, and one of each. */
const pagesOfPlaces = ['/wilayah', '/wilayah/36.71.01', '/instansi', '/instansi/dinas-pupr'];

describe('on a slow line', () => {
  const budget = 15_000;

  it('each page a citizen needs weighs less than 15 kB, style and script among it', async () => {
    const http = openHttp({ origin: service.origin, connections: 1 });
    const nonce = crypto.randomUUID();
    const preview = await fetch(`${service.origin}/lapor`, {
      method: 'POST',
      body: new URLSearchParams({ ...typedReport, nonce, step: 'preview' }),
    });
    const sent = await fetch(`${service.origin}/lapor`, {
      method: 'POST',
      body: new URLSearchParams({ ...typedReport, nonce, step: 'send' }),
    });
    const pages = new Map([
      ['preview', await preview.text()],
      ['success', await sent.text()],
    ]);
    for (const path of ['/', '/lapor', '/lacak', `/laporan/${answered.number}`, ...pagesOfPlaces])
      pages.set(path, (await http.send({ path })).body);
    http.close();
    expect(pages.get('success')).toContain('data-claim-code');
    const weights = await Promise.all([...pages].map(async ([name, html]) => [name, await weightOf(html)] as const));
    console.log(
      weights
        .map(([name, bytes]) => `${name.startsWith('/laporan/') ? '/laporan/{number}' : name} ${bytes} B`)
        .join(', '),
    );
    expect(weights.filter(([, bytes]) => bytes > budget)).toEqual([]);
  }, 60_000);

  it('the map comes when it is asked for, and weighs less than 60 kB, its style and its areas among it', async () => {
    const form = await (await fetch(`${service.origin}/lapor`)).text();
    const script = /data-map="([^"]+)"/.exec(form)?.[1] ?? '';
    const areas = await textAt('/lapor/wilayah.json');
    const style = /"style":"([^"]+)"/.exec(areas)?.[1] ?? '';
    expect(form.split(script)).toHaveLength(2); // asked for by its button alone
    const texts = [areas, ...(await scriptsFrom(script)).values(), await textAt(style)];
    const bytes = texts.reduce((sum, text) => sum + packed(text), 0);
    console.log(`the map ${bytes} B`);
    expect(bytes).toBeLessThan(60_000);
  }, 60_000);
});

/** Bytes of the page and of what it cannot be shown without, each as a server with gzip -9 sends it. */
const weightOf = async (html: string): Promise<number> => {
  const parts = [
    ...html.matchAll(
      /(?:<link[^>]+rel="stylesheet"[^>]+href|<link[^>]+href(?="[^"]+\.css)|<script[^>]+src)="([^"]+)"/g,
    ),
  ].map(([, path = '']) => path);
  expect(parts.length).toBeGreaterThan(0);
  const texts = new Map<string, string>();
  for (const path of parts)
    for (const [name, text] of path.endsWith('.js') ? await scriptsFrom(path) : [[path, await textAt(path)] as const])
      texts.set(name, text);
  return [html, ...texts.values()].reduce((sum, text) => sum + packed(text), 0);
};

const packed = (text: string): number => gzipSync(text, { level: 9 }).length;
const textAt = async (path: string): Promise<string> => (await fetch(`${service.origin}${path}`)).text();

/** A script and every piece it imports before it can run. */
const scriptsFrom = async (path: string, found = new Map<string, string>()): Promise<ReadonlyMap<string, string>> => {
  if (found.has(path)) return found;
  const text = await textAt(path);
  found.set(path, text);
  for (const [, piece = ''] of text.matchAll(
    /(?:^|[;}\s])(?:import|export)\s*(?:[\w$*{}\s,]+from\s*)?["'`](\.[^"'`]+)["'`]/g,
  ))
    await scriptsFrom(new URL(piece, `${service.origin}${path}`).pathname, found);
  return found;
};
