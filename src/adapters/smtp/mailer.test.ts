import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { MailError, type Mail } from '../../platform/mail/mail.ts';
import { createMailer } from './mailer.ts';
import { startFakeSmtp, type FakeSmtp } from './testing/fake-smtp.ts';

const from = 'Laksa <laksa@example.go.id>';
const mail: Mail = {
  to: 'warga@example.org',
  subject: 'Laporan 123-456-7890: jawaban – “selesai”',
  text: 'Halo,\n\n.titik di awal baris\nJalan Merdeka sudah diperbaiki.\n',
  messageId: 'notice-1@laksa.example.go.id',
  date: new Date('2026-11-21T03:04:05Z'),
  tenantSlug: 'demo',
  fileName: '0001-answered',
};

const bodyOf = (letter: string): string =>
  Buffer.from(letter.split('\r\n\r\n').slice(1).join('\r\n\r\n'), bodyEncoding(letter)).toString();
const bodyEncoding = (letter: string) => (/transfer-encoding: base64/i.test(letter) ? 'base64' : 'utf8');
const wordsOf = (letter: string): string => bodyOf(letter).replaceAll('=\r\n', '').replaceAll('\r\n', '\n').trim();

const errorOf = async (work: Promise<unknown>): Promise<MailError> => {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof MailError)) throw new Error('no MailError', { cause: error });
  return error;
};

describe('through a mail server', () => {
  let server: FakeSmtp;
  beforeEach(async () => {
    server = await startFakeSmtp();
  });
  afterEach(() => server.stop());
  const mailer = (timeoutMs = 2000) => createMailer({ smtpUrl: server.url, from, outboxDir: '/nowhere', timeoutMs });

  test('a letter arrives once, whole, with the id and date it was given', async () => {
    await mailer()(mail);
    expect(server.received).toHaveLength(1);
    const [letter] = server.received;
    expect(letter).toMatchObject({ from: 'laksa@example.go.id', to: ['warga@example.org'] });
    expect(letter?.data).toContain('Message-ID: <notice-1@laksa.example.go.id>');
    expect(letter?.data).toContain('Date: Sat, 21 Nov 2026 03:04:05 +0000');
    expect(letter?.data).toContain('Auto-Submitted: auto-generated');
    expect(wordsOf(letter?.data ?? '')).toBe(mail.text.trim());
  });

  test('is shown as from whoever signs it, at the address of the installation', async () => {
    await mailer()({ ...mail, fromName: 'LAKSA, Kota "Satu"' });
    expect(server.received[0]?.data).toContain('From: "LAKSA, Kota \\"Satu\\"" <laksa@example.go.id>');
    expect((await errorOf(mailer()({ ...mail, fromName: 'Kota\r\nBcc: x@y.example' }))).isPermanent).toBe(true);
  });

  test('says how to stop it, in one line that a mail program finds, where it was not asked for', async () => {
    const url = `https://laksa.example.go.id/pemberitahuan/${'a'.repeat(43)}`;
    await mailer()({ ...mail, unsubscribeUrl: url });
    await mailer()(mail);
    const [letter, asked] = server.received.map(({ data }) => data);
    expect(letter).toContain(`\r\nList-Unsubscribe: <${url}>\r\n`);
    expect(letter).toContain('\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n');
    expect(asked).not.toContain('List-Unsubscribe');
  });

  test.each(['javascript:alert(1)', 'https://a.example/>\r\nBcc: x@y.example', 'https://a.example/ b'])(
    'no letter goes with %s to stop it at',
    async (unsubscribeUrl) => {
      expect((await errorOf(mailer()({ ...mail, unsubscribeUrl }))).isPermanent).toBe(true);
      expect(server.received).toEqual([]);
    },
  );

  test.each([
    ['450 4.2.1 warga@example.org is over quota', 'RCPT', false],
    ['550 5.1.1 warga@example.org no such user', 'RCPT', true],
    ['554 5.7.1 looks like spam', 'BODY', true],
    ['451 try later', 'BODY', false],
    ['550 you may not send as laksa@example.go.id', 'MAIL', false],
    ['421 too busy', 'CONNECT', false],
  ] as const)('"%s" to %s fails, for good: %s, without repeating the address', async (answer, at, isPermanent) => {
    server.misbehave({ at, answer });
    const error = await errorOf(mailer()(mail));
    expect(error.isPermanent).toBe(isPermanent);
    expect(error.message).toContain(answer.slice(0, 3));
    expect(error.message).not.toContain('@');
    expect(error.cause).toBeUndefined();
    expect(server.received).toHaveLength(0);
  });

  test.each(['CONNECT', 'RCPT', 'BODY'] as const)(
    'a server that falls silent at %s is given up in time, for another try',
    async (at) => {
      server.misbehave({ at, answer: 'silence' });
      const error = await errorOf(mailer(300)(mail));
      expect(error.isPermanent).toBe(false);
      expect(error.message).toContain('ETIMEDOUT');
    },
  );

  test.each(['CONNECT', 'DATA', 'BODY'] as const)(
    'a connection dropped at %s is no success, and the next try arrives',
    async (at) => {
      server.misbehave({ at, answer: 'drop' });
      const send = mailer();
      expect((await errorOf(send(mail))).isPermanent).toBe(false);
      await send(mail);
      expect(server.received).toHaveLength(1);
    },
  );

  test('a server that asks for TLS and does not offer it gets nothing', async () => {
    const send = createMailer({
      smtpUrl: `${server.url}?requireTLS=true`,
      from,
      outboxDir: '/nowhere',
      timeoutMs: 2000,
    });
    expect((await errorOf(send(mail))).isPermanent).toBe(false);
    expect(server.received).toHaveLength(0);
  });

  test.each([
    { subject: 'Halo\r\nBcc: everyone@example.org' },
    { subject: 'Halo\nX-Injected: 1' },
    { to: 'warga@example.org\r\nBcc: other@example.org' },
    { to: 'warga@example.org, other@example.org' },
    { to: 'Name <warga@example.org>' },
    { to: 'warga' },
    { messageId: 'a@b>\r\nX-Injected: <1' },
    { fileName: '../../etc/cron' },
    { tenantSlug: '..' },
  ])('%o is refused before anything is sent', async (change) => {
    expect((await errorOf(mailer()({ ...mail, ...change }))).isPermanent).toBe(true);
    expect(server.received).toHaveLength(0);
  });
});

test('a letter to an invented address stays in the outbox, though there is a mail server', async () => {
  const [server, outboxDir] = await Promise.all([startFakeSmtp(), mkdtemp(join(tmpdir(), 'laksa-invented-'))]);
  await createMailer({ smtpUrl: server.url, from, outboxDir })({ ...mail, to: 'verifikator@demo.invalid' });
  expect(server.received).toEqual([]);
  expect(await readdir(join(outboxDir, 'demo'))).toEqual(['0001-answered.eml']);
  await Promise.all([server.stop(), rm(outboxDir, { recursive: true })]);
});

describe('into the outbox', () => {
  let outboxDir: string;
  beforeEach(async () => {
    outboxDir = await mkdtemp(join(tmpdir(), 'out box '));
  });
  afterEach(() => rm(outboxDir, { recursive: true }));

  test('a letter lies in the folder of its tenant, as a mail program reads it, and only for its owner', async () => {
    await createMailer({ from, outboxDir })(mail);
    const path = join(outboxDir, 'demo', '0001-answered.eml');
    const letter = await readFile(path, 'utf8');
    expect(letter).toMatch(/^From: Laksa <laksa@example\.go\.id>\r\nTo: warga@example\.org\r\n/m);
    expect(letter).toContain('Date: Sat, 21 Nov 2026 03:04:05 +0000');
    expect(wordsOf(letter)).toBe(mail.text.trim());
    expect((await stat(path)).mode & 0o077).toBe(0);
  });

  test('the same letter written many times, also at once, is one file', async () => {
    const send = createMailer({ from, outboxDir });
    await Promise.all(Array.from({ length: 20 }, () => send(mail)));
    await send({ ...mail, text: 'once more' });
    expect(await readdir(join(outboxDir, 'demo'))).toEqual(['0001-answered.eml']);
    expect(wordsOf(await readFile(join(outboxDir, 'demo', '0001-answered.eml'), 'utf8'))).toBe('once more');
  });

  test('a file name that leads out of the folder is refused', async () => {
    const send = createMailer({ from, outboxDir });
    await errorOf(send({ ...mail, fileName: '../0001' }));
    await errorOf(send({ ...mail, tenantSlug: '.hidden' }));
    expect(await readdir(outboxDir)).toEqual([]);
  });
});
