import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';

import { createMailer } from '../../adapters/smtp/mailer.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import { checkClaim } from '../../store/claim-check.ts';
import { claimCodeOf } from '../../store/claim.ts';
import { renewLostClaim } from '../../store/renew-claim.ts';
import { fileSample, moved, readCity } from '../../testing/report-life.ts';
import { startTestInstallation, type TestInstallation } from '../../testing/test-installation.ts';
import { createClockSweep } from '../sweep-clocks/sweep.ts';
import { deliverNoticesTask } from './jobs.ts';
import { MailError, type Mail, type SendMail } from '../../platform/mail/mail.ts';
import { sendClaimCodeTask } from './send-claim-code.ts';

let site: TestInstallation;
let city: Tenant;
let sent: Mail[];

beforeEach(async () => {
  site = await startTestInstallation({ maxConnections: 8 });
  [city] = site.cities;
  sent = [];
});
afterEach(() => site.close());

const running = { jobId: '1', attempts: 1, signal: new AbortController().signal };
const take: SendMail = async (mail) => void sent.push(mail);

const deliver = (reportId: string, sendMail: SendMail = take, tenant: Tenant = city): Promise<void> =>
  deliverNoticesTask({ ...site.laksa, sendMail }).run({ tenantId: tenant.id, reportId }, running);

/** Filed, verified, assigned, accepted with words: four letters, a minute apart. */
const fourLetters = async (more: Parameters<typeof fileSample>[2] = {}) => {
  const filed = await fileSample(site.laksa, city, more);
  const { number } = filed;
  const read = await readCity(site.laksa, city);
  const category = read.categories.find(({ slug }) => slug === 'jalan-rusak');
  const officer = read.posts.find(({ slug }) => slug === 'petugas-pupr');
  if (category === undefined || officer?.agencyId == null) throw new Error('the sample city has roads');
  site.clock.advance(60_000);
  await moved(site.laksa, city, {
    number,
    by: 'verifikator',
    command: { move: 'verify', class: 'complaint', categoryId: category.id, publish: { photos: [] } },
  });
  site.clock.advance(60_000);
  await moved(site.laksa, city, {
    number,
    by: 'koordinator',
    command: { move: 'assign', postId: officer.id, agencyId: officer.agencyId },
  });
  site.clock.advance(60_000);
  await moved(site.laksa, city, {
    number,
    by: 'petugas-pupr',
    command: { move: 'accept', message: 'Kami datang besok.' },
  });
  return filed;
};

const noticesOf = (reportId: string) =>
  site.laksa.database.inTenant(city.id, (tx) =>
    tx
      .selectFrom('notice')
      .select(['seq', 'kind', 'state', 'attempts', 'last_error'])
      .where('tenant_id', '=', city.id)
      .where('report_id', '=', reportId)
      .orderBy('seq')
      .execute(),
  );

const readings = () =>
  site.laksa.database.inTenant(city.id, (tx) =>
    tx.selectFrom('vault_read').select(['fields', 'ground', 'report_id']).where('tenant_id', '=', city.id).execute(),
  );

const names = () => sent.map(({ fileName }) => fileName);

describe('the letters of a report', () => {
  it('go out in the order of what happened, once each', async () => {
    const { reportId, number } = await fourLetters();
    await deliver(reportId);
    await deliver(reportId);
    expect(names()).toEqual([
      `20261123T020000Z-${number}-0001`,
      `20261123T020100Z-${number}-0002`,
      `20261123T020200Z-${number}-0003`,
      `20261123T020300Z-${number}-0004`,
    ]);
    expect(sent.every(({ to, tenantSlug }) => to === 'warga@example.org' && tenantSlug === 'satu')).toBe(true);
    expect(sent[3]?.text).toContain('> Kami datang besok.');
    expect(sent[3]?.text).toContain('Instansi: Dinas Pekerjaan Umum dan Penataan Ruang');
    expect(sent[0]?.text).toContain('Tanggapan pertama paling lambat');
    expect((await noticesOf(reportId)).map(({ state }) => state)).toEqual(['sent', 'sent', 'sent', 'sent']);
  });

  it('wait behind one that fails, and go on with it when it can go', async () => {
    const { reportId } = await fourLetters();
    let tries = 0;
    const flaky: SendMail = async (mail) => {
      tries += 1;
      if (tries === 2) throw new Error('the mail server is busy');
      sent.push(mail);
    };
    await expect(deliver(reportId, flaky)).rejects.toThrow('busy');
    expect((await noticesOf(reportId)).map(({ state, attempts, last_error }) => [state, attempts, last_error])).toEqual(
      [
        ['sent', 1, null],
        ['waiting', 1, 'the mail server is busy'],
        ['waiting', 0, null],
        ['waiting', 0, null],
      ],
    );
    await deliver(reportId, flaky);
    expect(sent.map(({ fileName }) => fileName.slice(-4))).toEqual(['0001', '0002', '0003', '0004']);
  });

  it('repeat themselves word for word when the process died between sending and marking', async () => {
    const { reportId } = await fourLetters();
    const dying = new Error('killed');
    const everSent: Mail[] = [];
    const sendAndDie: SendMail = async (mail) => {
      everSent.push(mail);
      throw dying;
    };
    await expect(deliver(reportId, sendAndDie)).rejects.toBe(dying);
    site.clock.advance(3 * 3_600_000);
    await deliver(reportId);
    expect(sent[0]).toEqual(everSent[0]);
    expect(sent[0]?.messageId).toMatch(/^satu-\d{10}-0001@satu\.example$/);
  });

  it('are sent once each, and in order, by five workers at once', async () => {
    const { reportId } = await fourLetters();
    const slowly: SendMail = async (mail) => {
      await new Promise((resolve) => setTimeout(resolve, 10));
      sent.push(mail);
    };
    await Promise.all(Array.from({ length: 5 }, () => deliver(reportId, slowly)));
    expect(sent.map(({ fileName }) => fileName.slice(-4))).toEqual(['0001', '0002', '0003', '0004']);
  });

  it('are given up when refused for good, and the next ones still go', async () => {
    const { reportId } = await fourLetters();
    const refusing: SendMail = async (mail) => {
      if (mail.fileName.endsWith('0002')) throw new MailError('the mail server answered 550', true);
      sent.push(mail);
    };
    await deliver(reportId, refusing);
    expect(sent.map(({ fileName }) => fileName.slice(-4))).toEqual(['0001', '0003', '0004']);
    expect((await noticesOf(reportId))[1]).toMatchObject({
      state: 'dropped',
      last_error: 'the mail server answered 550',
    });
  });

  it('are given up for a reporter who told no mail address', async () => {
    const { reportId } = await fourLetters({ identity: { name: 'Warga', phone: '+6281234567890' } });
    await deliver(reportId);
    expect(sent).toEqual([]);
    expect((await noticesOf(reportId)).map(({ state, last_error }) => [state, last_error])).toEqual(
      Array(4).fill(['dropped', 'no_address']),
    );
    expect(await readings()).toEqual([]);
  });

  it('tell of a promise that passed, and promise no date that has passed', async () => {
    const { reportId, number } = await fourLetters();
    site.clock.set('2027-01-04T02:00:00.000Z');
    while (await createClockSweep()(site.laksa, city));
    await moved(site.laksa, city, { number, by: 'petugas-pupr', command: { move: 'message', message: 'Maaf.' } });
    await moved(site.laksa, city, {
      number,
      by: 'petugas-pupr',
      command: { move: 'postpone', reason: 'weather', until: '2027-01-20' },
    });
    await deliver(reportId);
    const told = sent.slice(4);
    expect(told.map(({ subject }) => subject.split(': ')[1])).toEqual([
      'Batas waktu lewat',
      'Pesan dikirim',
      'Tanggal pengerjaan dijanjikan',
    ]);
    expect(told[0]?.text).toContain('Jawaban atas laporan: seharusnya Jumat 11 Desember 2026 pukul 24.00');
    expect(told[2]?.text).not.toContain('Jawabannya paling lambat');
    expect(names()).toEqual(names().toSorted());
  });

  it('of a secret report say only that there is news', async () => {
    const { reportId } = await fourLetters({ isSecret: true });
    await deliver(reportId);
    expect(sent).toHaveLength(4);
    for (const { subject, text } of sent) {
      expect(subject).toContain('ada kabar');
      expect(text).not.toMatch(/Kami datang besok|Dinas|lubang/);
    }
  });

  it('give the answer that was approved, of all who answered', async () => {
    const { reportId, number } = await fourLetters();
    site.clock.advance(60_000);
    await moved(site.laksa, city, {
      number,
      by: 'petugas-pupr',
      command: { move: 'answer', message: 'Akan ditambal.', proof: [] },
    });
    await moved(site.laksa, city, {
      number,
      by: 'validator',
      command: { move: 'send_back', reason: 'work_not_done', message: 'Belum.' },
    });
    await moved(site.laksa, city, {
      number,
      by: 'petugas-pupr',
      command: { move: 'answer', message: 'Sudah ditambal.', proof: [] },
    });
    await moved(site.laksa, city, { number, by: 'validator', command: { move: 'approve' } });
    await deliver(reportId);
    const approved = sent.at(-1);
    expect(approved?.text).toContain('> Sudah ditambal.');
    expect(approved?.text).not.toContain('Akan ditambal.');
    expect(approved?.text).not.toContain('Belum.');
    expect(approved?.text).toMatch(/Nyatakan selesai atau sanggah paling lambat \S+ \d+ \S+ pukul 24\.00\./);
  });

  it('arrive in order whatever fails, dies and runs beside it, and are repeated only where it is unknown whether they went', async () => {
    const fate = fc.constantFrom('taken', 'taken', 'refused', 'taken, and the process died');
    await fc.assert(
      fc.asyncProperty(fc.array(fate, { maxLength: 8 }), async (fates) => {
        const { reportId } = await fourLetters();
        const arrived: number[] = [];
        const left = [...fates];
        let deaths = 0;
        const sendMail: SendMail = async ({ fileName }) => {
          const next = left.shift() ?? 'taken';
          if (next !== 'refused') arrived.push(Number(fileName.slice(-4)));
          if (next === 'taken, and the process died') deaths += 1;
          if (next !== 'taken') throw new Error(next);
        };
        while ((await noticesOf(reportId)).some(({ state }) => state === 'waiting'))
          await Promise.allSettled([deliver(reportId, sendMail), deliver(reportId, sendMail)]);
        expect(arrived).toEqual(arrived.toSorted((a, b) => a - b));
        expect([...new Set(arrived)]).toEqual([1, 2, 3, 4]);
        expect(arrived).toHaveLength(4 + deaths);
      }),
      { numRuns: 10 },
    );
  });

  it('lie in an outbox in the order of what happened, one file each however often they are sent', async () => {
    const outboxDir = await mkdtemp(join(tmpdir(), 'laksa outbox '));
    const outbox = createMailer({ from: 'Laksa <laksa@example.go.id>', outboxDir });
    const diesAfterwards: SendMail = async (mail) => {
      await outbox(mail);
      throw new Error('killed');
    };
    try {
      const { reportId, number } = await fourLetters();
      await expect(deliver(reportId, diesAfterwards)).rejects.toThrow('killed');
      await deliver(reportId, outbox);
      const files = (await readdir(join(outboxDir, 'satu'))).toSorted();
      expect(files.map((name) => name.slice(-19))).toEqual([1, 2, 3, 4].map((seq) => `${number}-000${seq}.eml`));
    } finally {
      await rm(outboxDir, { recursive: true });
    }
  });

  it('never carry the code', async () => {
    const { reportId, claimCode } = await fourLetters();
    await deliver(reportId);
    const everything = sent.map(({ subject, text }) => subject + text).join('');
    expect(claimCode).toMatch(/^\d{8}$/);
    expect(everything.replaceAll('-', '')).not.toContain(claimCode);
  });

  it('leave a row in the vault for each reading of the address', async () => {
    const { reportId } = await fourLetters();
    await deliver(reportId);
    expect(await readings()).toEqual(
      Array(4).fill({ fields: ['email'], ground: 'deliver_notice', report_id: reportId }),
    );
  });

  it('are not found by a job of the other city', async () => {
    const { reportId } = await fourLetters();
    await deliver(reportId, take, site.cities[1]);
    expect(sent).toEqual([]);
  });

  it('stop where the process is about to stop', async () => {
    const { reportId } = await fourLetters();
    const stopping = new AbortController();
    const once: SendMail = async (mail) => {
      sent.push(mail);
      stopping.abort(new Error('stopping'));
    };
    const task = deliverNoticesTask({ ...site.laksa, sendMail: once });
    await expect(task.run({ tenantId: city.id, reportId }, { ...running, signal: stopping.signal })).rejects.toThrow(
      'stopping',
    );
    await deliver(reportId);
    expect(sent.map(({ fileName }) => fileName.slice(-4))).toEqual(['0001', '0002', '0003', '0004']);
  });
});

describe('a lost code', () => {
  const renew = async (number: string) => {
    const lost = {
      tenantId: city.id,
      number,
      contact: { field: 'email', value: 'warga@example.org' } as const,
      at: city.clock.now(),
      writtenAt: city.clock.now(),
    };
    await site.laksa.database.inTenant(city.id, (tx) => renewLostClaim(tx, site.laksa, lost));
  };
  const send = (reportId: string, generation: number, writtenAt = city.clock.now()) =>
    sendClaimCodeTask({ ...site.laksa, sendMail: take }).run(
      { tenantId: city.id, reportId, generation, writtenAt: writtenAt.toISOString() },
      running,
    );

  test('is replaced by one that goes to the contact on record alone', async () => {
    const { reportId, number, claimCode } = await fileSample(site.laksa, city);
    await renew(number);
    await send(reportId, 2);
    expect(sent).toHaveLength(1);
    const [, code = ''] = /Kode: (\d{4}-\d{4})/.exec(sent[0]?.text ?? '') ?? [];
    expect(code).toMatch(/^\d{4}-\d{4}$/);
    expect(code.replace('-', '')).not.toBe(claimCode);
    expect(sent[0]).toMatchObject({ to: 'warga@example.org', messageId: `satu-${number}-code-0002@satu.example` });
  });

  test('is mailed as the letter of when it was asked for, however late and however often it is sent', async () => {
    const { reportId, number } = await fourLetters();
    await deliver(reportId);
    site.clock.advance(60_000);
    await renew(number);
    const writtenAt = city.clock.now();
    site.clock.advance(3_600_000);
    await send(reportId, 2, writtenAt);
    site.clock.advance(60_000);
    await send(reportId, 2, writtenAt);
    expect(sent.at(-1)).toEqual(sent.at(-2));
    expect(sent.at(-1)).toMatchObject({ fileName: `20261123T020400Z-${number}-code-0002`, date: writtenAt });
    expect(names()).toEqual(names().toSorted());
  });

  test('asked for twice is mailed twice, but not any more once a later one is in use', async () => {
    const { reportId, number } = await fileSample(site.laksa, city);
    await renew(number);
    await renew(number);
    await send(reportId, 2);
    const code = claimCodeOf(site.laksa.claimKeys, { tenantId: city.id, reportId, generation: 3 });
    const shown = { tenantId: city.id, number, code, at: city.clock.now() };
    const used = await site.laksa.database.inTenant(city.id, (tx) => checkClaim(tx, site.laksa.claimKeys, shown));
    expect(used.ok).toBe(true);
    for (const generation of [2, 3]) await send(reportId, generation);
    expect(sent.map(({ fileName }) => fileName.slice(-9))).toEqual(['code-0002']);
  });
});
