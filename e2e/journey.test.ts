import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';

import { eventOf, lettersAbout } from './letters.ts';
import { codeOf, loginOf } from './officer.ts';
import { openStage } from './stage.ts';
import { lastEvent, officesDo, typeReport } from './story.ts';

const stage = openStage();

describe.each([
  ['without script', false],
  ['with script', true],
])('in a browser %s', (_, javaScriptEnabled) => {
  it('a citizen files and follows a report, the offices handle it, the citizen confirms and rates it', async () => {
    const atHome = await open({ javaScriptEnabled, width: 360 });
    const { number, claimCode } = await fileThroughPages(atHome.page);
    await follow(atHome.page, number, claimCode);

    const desks = new Map<string, Page>();
    for (const step of officesDo) {
      const desk = desks.get(step.by.role) ?? (await open({ javaScriptEnabled, width: 1280 })).page;
      if (!desks.has(step.by.role)) await signIn(desk, step.by);
      desks.set(step.by.role, desk);
      await handle(desk, number, step);
    }
    await Promise.all(Array.from(desks.values(), (desk) => desk.context().close()));

    await atHome.page.goto(`${stage.service.origin}/lacak/${number}`);
    expect(await atHome.page.textContent('main')).toContain('Lampunya sudah diganti.');
    const confirm = atHome.page.locator('form', { has: atHome.page.locator('input[name="move"][value="confirm"]') });
    await confirm.locator('input[name="rating"][value="4"]').check();
    await confirm.locator('button').click();
    await atHome.page.goto(`${stage.service.origin}/laporan/${number}`);
    expect(await atHome.page.textContent('main')).toContain('Lampu jalan di depan puskesmas padam.');
    await atHome.context.close();
    const letters = await lettersAbout(stage.service, number, lastEvent);
    expect(letters.map(eventOf)).toEqual([...new Set(letters.map(eventOf))].toSorted((a, b) => a - b));
    expect(await stage.service.readLetter(letters[0] ?? '')).toContain('Laporan Anda sudah kami terima.');
  }, 120_000);
});

const open = async ({
  javaScriptEnabled,
  width,
}: {
  readonly javaScriptEnabled: boolean;
  readonly width: number;
}): Promise<{ readonly context: BrowserContext; readonly page: Page }> => {
  const context = await stage.browser.newContext({
    javaScriptEnabled,
    viewport: { width, height: 800 },
    locale: 'id-ID',
  });
  context.setDefaultTimeout(20_000);
  return { context, page: await context.newPage() };
};

const fileThroughPages = async (page: Page): Promise<{ readonly number: string; readonly claimCode: string }> => {
  await page.goto(`${stage.service.origin}/lapor`);
  await typeReport(page);
  await page.locator('button[name="step"][value="preview"]').click();
  expect(await page.textContent('main')).toContain('Depan Puskesmas Cibodas');
  await page.locator('button[name="step"][value="send"]').click();
  const proof = page.locator('[data-number]');
  const [number, claimCode] = [await proof.getAttribute('data-number'), await proof.getAttribute('data-claim-code')];
  expect(number).toMatch(/^\d{10}$/);
  expect(claimCode).toMatch(/^\d{8}$/);
  return { number: number ?? '', claimCode: claimCode ?? '' };
};

const follow = async (page: Page, number: string, claimCode: string): Promise<void> => {
  await page.goto(`${stage.service.origin}/lacak`);
  await page.locator('[name="nomor"]').fill(number);
  await page.locator('[name="kode"]').fill(claimCode);
  await page.locator('main form button').first().click();
  await page.waitForURL(`**/lacak/${number}`);
  expect(await page.textContent('main')).toContain('Sudah dua motor jatuh di situ.');
};

const signIn = async (page: Page, who: Parameters<typeof loginOf>[1]): Promise<void> => {
  const login = loginOf(await stage.service.logins(), who);
  await page.goto(`${stage.service.origin}/petugas`);
  await page.locator('[name="login"]').fill(login.login);
  await page.locator('[name="password"]').fill(login.password);
  await page.locator('main form button').click();
  await page.locator('form[action="/petugas/masuk/kode"] [name="code"]').fill(await codeOf(login));
  await page.locator('main form button').click();
  await page.waitForURL(`${stage.service.origin}/petugas`);
};

const handle = async (
  page: Page,
  number: string,
  { move, typed }: { readonly move: string; readonly typed: Readonly<Record<string, string>> },
): Promise<void> => {
  await page.goto(`${stage.service.origin}/petugas/laporan/${number}`);
  const form = page.locator(`form[action$="/${move}"]`);
  // Moves that are seldom made stand folded.
  await form.evaluate((element) => element.closest('details')?.setAttribute('open', ''));
  for (const [name, value] of Object.entries(typed)) {
    const radio = form.locator(`input[type="radio"][name="${name}"][value="${value}"]`);
    const select = form.locator(`select[name="${name}"]`);
    if ((await radio.count()) > 0) await radio.check();
    else if ((await select.count()) > 0) await select.selectOption(value);
    else await form.locator(`[name="${name}"]`).fill(value);
  }
  await form.locator('button').click();
  await page.waitForURL(`**/petugas/laporan/${number}?selesai=${move}`);
};
