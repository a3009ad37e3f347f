import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';

import { plainPicture } from '../src/features/take-photos/testing/pictures.ts';
import { loginOf, signIn } from './officer.ts';
import { openStage } from './stage.ts';
import { moveThroughPage, officesDo, typeReport } from './story.ts';
import type { Visitor } from './visitor.ts';

const stage = openStage();

type Office = {
  readonly by: Parameters<typeof loginOf>[1];
  readonly move: string;
  readonly typed: Readonly<Record<string, string>>;
};

const asked: Office = {
  by: { role: 'verifier' },
  move: 'ask_reporter',
  typed: { reason: 'place_unclear', message: 'Tiang yang mana?' },
};
const [verified, assigned, accepted, answered, approved] = officesDo;
const reopened: Office = {
  by: { role: 'coordinator' },
  move: 'reopen',
  typed: { reason: 'reporter_is_right', message: 'Kami kerjakan lagi: lampunya belum menyala.' },
};
const answeredAgain: Office = { ...answered, typed: { message: 'Kabelnya juga sudah diganti, lampu menyala.' } };

const officers = new Map<string, Visitor>();
afterAll(() => officers.forEach((officer) => officer.close()));

/** Each office with a session of its own, through its pages. */
const offices = async (number: string, steps: readonly Office[]): Promise<void> => {
  for (const step of steps) {
    const login = loginOf(await stage.service.logins(), step.by);
    const officer = officers.get(login.login) ?? (await signIn(stage.service.origin, login));
    officers.set(login.login, officer);
    await moveThroughPage(officer, number, step);
  }
};

const mainOf = async (page: Page): Promise<string> => (await page.textContent('main')) ?? '';
const formOf = (page: Page, move: string) =>
  page.locator('form', { has: page.locator(`input[name="move"][value="${move}"]`) });

/** What stands folded is opened as somebody would. */
const unfold = async (page: Page, move: string): Promise<void> => {
  const form = formOf(page, move);
  if (await form.isVisible()) return;
  await page.locator('details', { has: form }).locator('summary').click();
};

describe.each([
  ['without script', false],
  ['with script', true],
])('a reporter follows a report %s', (_, javaScriptEnabled) => {
  it('through a question, an answer, an objection, another answer, to its end', async () => {
    const context = await stage.browser.newContext({
      javaScriptEnabled,
      viewport: { width: 360, height: 740 },
      locale: 'id-ID',
    });
    context.setDefaultTimeout(20_000);
    const page = await context.newPage();
    const number = await fileAndOpen(page);
    const own = `${stage.service.origin}/lacak/${number}`;
    expect(await mainOf(page)).toContain('Selanjutnya: petugas memeriksanya');

    await offices(number, [asked]);
    await page.goto(own);
    expect(await mainOf(page)).toContain('Tiang yang mana?');
    await answerQuestion(page);
    expect(await mainOf(page)).toContain('Keterangan Anda sudah kami terima.');
    expect(await page.locator('main .photo').count()).toBe(1);

    await offices(number, [verified, assigned, accepted]);
    await page.goto(own);
    expect(await mainOf(page)).toContain('Selanjutnya: Dinas Perhubungan menjawab');
    await offices(number, [answered, approved]);
    await page.goto(own);
    expect(await mainOf(page)).toContain('Lampunya sudah diganti.');
    await object(page);
    expect(await mainOf(page)).toContain('Sanggahan Anda sudah kami terima');

    await offices(number, [reopened, answeredAgain, approved]);
    await page.goto(own);
    expect(await mainOf(page)).toContain('Kabelnya juga sudah diganti');
    await confirm(page);
    expect(await mainOf(page)).toContain('Laporan dinyatakan selesai.');
    expect(await mainOf(page)).not.toContain('Selanjutnya:');
    await context.close();
  }, 240_000);
});

const fileAndOpen = async (page: Page): Promise<string> => {
  await page.goto(`${stage.service.origin}/lapor`);
  await typeReport(page);
  await page.locator('button[name="step"][value="send"]').click();
  const number = (await page.locator('[data-number]').getAttribute('data-number')) ?? '';
  await page.locator('main a[href^="/lapor/lacak"]').first().click();
  await page.waitForURL(`**/lacak/${number}`);
  return number;
};

const answerQuestion = async (page: Page): Promise<void> => {
  const form = formOf(page, 'provide_info');
  await form.locator('[name="message"]').fill('Tiang ketiga dari gerbang, ini fotonya.');
  const buffer = await plainPicture('gray', 'jpeg');
  await form.locator('[name="photos"]').setInputFiles([{ name: 'tiang.jpg', mimeType: 'image/jpeg', buffer }]);
  await form.locator('button').click();
  await page.waitForURL('**?selesai=provide_info');
};

const object = async (page: Page): Promise<void> => {
  await unfold(page, 'dispute');
  const form = formOf(page, 'dispute');
  await form.locator('[name="reason"]').selectOption({ index: 1 });
  await form.locator('[name="message"]').fill('Semalam masih padam.');
  await form.locator('button').click();
  await page.waitForURL('**?selesai=dispute');
};

const confirm = async (page: Page): Promise<void> => {
  const form = formOf(page, 'confirm');
  await form.locator('input[name="rating"][value="5"]').check();
  await form.locator('[name="message"]').fill('Terima kasih.');
  await form.locator('button').click();
  await page.waitForURL('**?selesai=confirm');
};
