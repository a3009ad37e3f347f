import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, it } from 'vitest';

import { createMailer } from '../../adapters/smtp/mailer.ts';
import { deliverNoticesTask } from '../../features/deliver-notices/jobs.ts';
import { sendClaimCodeTask } from '../../features/deliver-notices/send-claim-code.ts';
import { openBrowser } from '../../features/sign-in/testing/officer.ts';
import { fileSample, moved, readCity } from '../report-life.ts';
import { startTestSite, type TestSite } from '../test-site.ts';

let site: TestSite;
let outboxDir: string;
beforeAll(async () => {
  site = await startTestSite();
  outboxDir = await mkdtemp(join(tmpdir(), 'laksa-outbox-'));
});
afterAll(async () => {
  await rm(outboxDir, { recursive: true, force: true });
  await site.close();
});

const breaks = [
  '\r\nBcc: jahat@evil.example',
  '\nBcc: jahat@evil.example',
  '\r\n\r\nIsi lain',
  '\u2028Bcc: a@evil.example',
  '=?utf-8?B?DQpCY2M6IGFAZXZpbC5leGFtcGxl?=',
];
const running = { jobId: '1', attempts: 1, signal: new AbortController().signal };

/** The heads of all letters that lie in the outbox, each line whole. */
const heads = async (): Promise<readonly (readonly string[])[]> => {
  const files = (await readdir(outboxDir, { recursive: true })).filter((name) => name.endsWith('.eml'));
  const letters = await Promise.all(files.map((name) => readFile(join(outboxDir, name), 'latin1')));
  return letters.map((letter) => (letter.split('\r\n\r\n')[0] ?? '').replaceAll(/\r\n[ \t]+/g, ' ').split('\r\n'));
};

const known =
  /^(?:From|To|Subject|Date|Message-ID|MIME-Version|Content-Type|Content-Transfer-Encoding|Content-Language|Auto-Submitted|List-Unsubscribe|List-Unsubscribe-Post): /i;

it.each(breaks)('nobody’s words end a line of the head of a letter: %j', async (end) => {
  const [city] = site.cities;
  const sendMail = createMailer({ from: 'Laksa <laksa@example.go.id>', outboxDir, timeoutMs: 2_000 });
  const typed = { name: `Siti${end}`, title: `Jalan${end}`, place: `Pasar${end}`, description: `Berlubang.${end}` };
  const browser = openBrowser(site, city);
  for (const email of [`siti@contoh.id${end}`, `siti${end}@contoh.id`]) {
    const answer = await browser.post('/lapor', { ...typed, email });
    expect([303, 422]).toContain(answer.statusCode);
  }
  const { number, reportId } = await fileSample(site.laksa, city, {
    ...typed,
    identity: { name: typed.name, email: 'siti@contoh.id' },
  });
  const { categories } = await readCity(site.laksa, city);
  const categoryId = categories.find(({ slug }) => slug === 'sampah')?.id ?? '';
  const publish = { title: typed.title, description: typed.description, photos: [] };
  await moved(site.laksa, city, {
    number,
    by: 'verifikator',
    command: { move: 'verify', class: 'complaint', categoryId, publish },
  });
  await moved(site.laksa, city, {
    number,
    by: 'verifikator',
    command: { move: 'ask_reporter', reason: 'unclear', message: `Di mana?${end}` },
  }).catch(() => undefined);
  site.clock.advance(10 * 60_000);
  const before = (await heads()).length;
  await deliverNoticesTask({ ...site.laksa, sendMail }).run({ tenantId: city.id, reportId }, running);
  await openBrowser(site, city).post('/lacak/kode-baru', { nomor: number, kontak: `siti@contoh.id${end}` });
  const renewal = { tenantId: city.id, reportId, generation: 2, writtenAt: city.clock.now().toISOString() };
  await sendClaimCodeTask({ ...site.laksa, sendMail }).run(renewal, running);
  const all = await heads();
  expect(all.length).toBeGreaterThan(before);
  for (const head of all) {
    expect(head.filter((line) => !known.test(line))).toEqual([]);
    expect(head.filter((line) => /^to:/i.test(line))).toEqual(['To: siti@contoh.id']);
    for (const name of ['From', 'Subject', 'Message-ID', 'Date'])
      expect(head.filter((line) => line.toLowerCase().startsWith(`${name.toLowerCase()}:`))).toHaveLength(1);
    expect(head.join('\n')).not.toContain('evil.example');
  }
});
