import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import fc from 'fast-check';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';

import { createMailer } from '../../adapters/smtp/mailer.ts';
import type { MoveCommand } from '../../domain/move.ts';
import type { QuietHours } from '../../domain/quiet-hours.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import { resumeAddress, stopAddress } from '../../store/contact-stop.ts';
import { chooseNotices, resumeNotices, stopNotices } from '../../store/notice-choice.ts';
import { tellOfStop } from '../../store/notice-stop.ts';
import type { Tx } from '../../store/tx.ts';
import { readAddressee, reportsToLookAt } from './queries.ts';
import { uuid7 } from '../../platform/db/uuid7.ts';
import { flagReport } from '../../store/report-flag.ts';
import { stopFollowing } from '../../store/follow.ts';
import { savePerson } from '../../store/person.ts';
import { checkClaim } from '../../store/claim-check.ts';
import { claimCodeOf } from '../../store/claim.ts';
import { renewLostClaim } from '../../store/renew-claim.ts';
import { fileSample, moved, readCity } from '../../testing/report-life.ts';
import { startTestInstallation, type TestInstallation } from '../../testing/test-installation.ts';
import { createClockSweep } from '../sweep-clocks/sweep.ts';
import { deliverNoticesTask } from './jobs.ts';
import { formatLetterDeadline } from '../../platform/i18n/format.ts';
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

const minute = 60_000;

/** Filed, verified, assigned, accepted with words, a minute apart; `after` each of them. */
const fourSteps = async (
  more: Parameters<typeof fileSample>[2] = {},
  after: (reportId: string) => Promise<void> = async () => undefined,
) => {
  const filed = await fileSample(site.laksa, city, more);
  const { number, reportId } = filed;
  await after(reportId);
  const read = await readCity(site.laksa, city);
  const category = read.categories.find(({ slug }) => slug === 'jalan-rusak');
  const officer = read.posts.find(({ slug }) => slug === 'petugas-pupr');
  if (category === undefined || officer?.agencyId == null) throw new Error('the sample city has roads');
  const moves = [
    {
      by: 'verifikator',
      command: {
        move: 'verify',
        class: 'complaint',
        categoryId: category.id,
        publish: { title: 'Jalan berlubang', description: 'Lubang besar.', photos: [] },
      },
    },
    { by: 'koordinator', command: { move: 'assign', postId: officer.id, agencyId: officer.agencyId } },
    { by: 'petugas-pupr', command: { move: 'accept', message: 'Kami datang besok.' } },
  ] as const;
  for (const move of moves) {
    site.clock.advance(minute);
    await moved(site.laksa, city, { number, ...move });
    await after(reportId);
  }
  return filed;
};

/** The same, each told by itself: the next comes when the last has settled. */
const fourLetters = (more: Parameters<typeof fileSample>[2] = {}, sendMail: SendMail = take) =>
  fourSteps(more, async (reportId) => {
    site.clock.advance(2 * minute);
    await deliver(reportId, sendMail);
  });

/** Looks again and again, as the job and the sweep would, at a time that has settled everything. */
const settled = async (reportId: string, sendMail: SendMail = take): Promise<void> => {
  site.clock.advance(2 * minute);
  await deliver(reportId, sendMail);
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

const inCity = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => site.laksa.database.inTenant(city.id, work);

describe('the letters of a report', () => {
  it('go out in the order of what happened, once each', async () => {
    const { reportId, number } = await fourLetters();
    await deliver(reportId);
    expect(names()).toEqual([
      `20261123T020200Z-${number}-0001`,
      `20261123T020500Z-${number}-0002`,
      `20261123T020800Z-${number}-0003`,
      `20261123T021100Z-${number}-0004`,
    ]);
    expect(sent.every(({ to, tenantSlug }) => to === 'warga@example.org' && tenantSlug === 'satu')).toBe(true);
    expect(sent[3]?.text).toContain('> Kami datang besok.');
    expect(sent[3]?.text).toContain('Instansi: Dinas Pekerjaan Umum dan Penataan Ruang');
    expect(sent[0]?.text).toContain('Tanggapan pertama paling lambat');
    expect((await noticesOf(reportId)).map(({ state }) => state)).toEqual(['sent', 'sent', 'sent', 'sent']);
  });

  it('are one where several steps wait, in their order, named by the last', async () => {
    const { reportId, number } = await fourSteps();
    await deliver(reportId);
    expect(names()).toEqual([`20261123T020300Z-${number}-0004`]);
    const text = sent[0]?.text ?? '';
    const told = [
      '- Laporan diterima',
      '- Laporan diperiksa',
      '- Diteruskan ke instansi yang bertugas: Dinas Pekerjaan Umum',
      'sedang dikerjakan',
      '> Kami datang besok.',
    ];
    expect(told.map((words) => text.indexOf(words))).toEqual(
      told.map((words) => text.indexOf(words)).toSorted((a, b) => a - b),
    );
    for (const words of told) expect(text).toContain(words);
    expect(text.match(/paling lambat/g)).toHaveLength(1);
  });

  it('wait two minutes for the next step, but not with a question', async () => {
    const { reportId, number } = await fourLetters();
    site.clock.advance(minute);
    const message = (command: MoveCommand) => moved(site.laksa, city, { number, by: 'petugas-pupr', command });
    await message({ move: 'message', message: 'Kami bawa alat.' });
    await deliver(reportId);
    site.clock.advance(minute);
    await deliver(reportId);
    expect(sent).toHaveLength(4);
    await message({ move: 'ask_reporter', reason: 'place_unclear', message: 'Di RT berapa?' });
    await deliver(reportId);
    expect(sent).toHaveLength(5);
    expect(sent[4]?.text).toMatch(/> Di RT berapa\?[^]*> Kami bawa alat\./);
    expect(sent[4]?.subject).toMatch(/Petugas bertanya$/);
  });

  it('are looked at again by themselves when they have settled', async () => {
    const { reportId, number } = await fourLetters();
    await moved(site.laksa, city, { number, by: 'petugas-pupr', command: { move: 'message', message: 'Segera.' } });
    await deliver(reportId);
    const due = () => site.laksa.database.inTenant(city.id, (tx) => reportsToLookAt(tx, city.id, city.clock.now()));
    expect(await due()).toEqual([]);
    site.clock.advance(2 * minute);
    expect(await due()).toEqual([reportId]);
    await deliver(reportId);
    expect(await due()).toEqual([]);
    expect(sent).toHaveLength(5);
  });

  it('wait behind one that fails, and go on with it when it can go', async () => {
    let tries = 0;
    const flaky: SendMail = async (mail) => {
      tries += 1;
      if (tries > 1 && tries < 4) throw new Error('the mail server is busy');
      sent.push(mail);
    };
    const tryToSend = async (reportId: string) => {
      site.clock.advance(2 * minute);
      await deliver(reportId, flaky).catch((error: unknown) => expect(String(error)).toContain('busy'));
    };
    const { reportId } = await fourSteps({}, tryToSend);
    expect((await noticesOf(reportId)).map(({ state, attempts }) => [state, attempts])).toEqual([
      ['sent', 1],
      ['sent', 3],
      ['sent', 1],
      ['sent', 1],
    ]);
    expect(sent.map(({ fileName }) => fileName.slice(-4))).toEqual(['0001', '0002', '0004']);
  });

  it('repeat themselves word for word when the process died between sending and marking', async () => {
    const { reportId, number } = await fourSteps();
    const dying = new Error('killed');
    const everSent: Mail[] = [];
    const sendAndDie: SendMail = async (mail) => {
      everSent.push(mail);
      throw dying;
    };
    await expect(deliver(reportId, sendAndDie)).rejects.toBe(dying);
    await moved(site.laksa, city, { number, by: 'petugas-pupr', command: { move: 'message', message: 'Susulan.' } });
    site.clock.advance(3 * 60 * minute);
    await deliver(reportId);
    expect(sent[0]).toEqual(everSent[0]);
    expect(sent[0]?.messageId).toBe(`satu-${number}-0004@satu.example`);
    expect(sent.map(({ fileName }) => fileName.slice(-4))).toEqual(['0004', '0005']);
  });

  it('are sent once each, and in order, by five workers at once', async () => {
    const slowly: SendMail = async (mail) => {
      await new Promise((resolve) => setTimeout(resolve, 10));
      sent.push(mail);
    };
    await fourSteps({}, async (reportId) => {
      site.clock.advance(2 * minute);
      await Promise.all(Array.from({ length: 5 }, () => deliver(reportId, slowly)));
    });
    expect(sent.map(({ fileName }) => fileName.slice(-4))).toEqual(['0001', '0002', '0003', '0004']);
  });

  it('are given up when refused for good, and the next ones still go', async () => {
    const refusing: SendMail = async (mail) => {
      if (mail.fileName.endsWith('0002')) throw new MailError('the mail server answered 550', true);
      sent.push(mail);
    };
    const { reportId } = await fourLetters({}, refusing);
    expect(sent.map(({ fileName }) => fileName.slice(-4))).toEqual(['0001', '0003', '0004']);
    expect((await noticesOf(reportId))[1]).toMatchObject({
      state: 'dropped',
      last_error: 'the mail server answered 550',
    });
  });

  it('are given up for a reporter who told no mail address', async () => {
    const { reportId } = await fourLetters({ identity: { name: 'Warga', phone: '+6281234567890' } });
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
    await settled(reportId);
    const postpone = { move: 'postpone', reason: 'weather', until: '2027-01-20' } as const;
    await moved(site.laksa, city, { number, by: 'petugas-pupr', command: postpone });
    await settled(reportId);
    const told = sent.slice(4);
    expect(told.map(({ subject }) => subject.split(': ')[1])).toEqual([
      'Batas waktu lewat',
      'Tanggal pengerjaan dijanjikan',
    ]);
    expect(told[0]?.text).toContain('Jawaban atas laporan: seharusnya Jumat, 11 Desember 2026 (akhir hari)');
    expect(told[1]?.text).not.toContain('Jawabannya paling lambat');
    expect(names()).toEqual(names().toSorted());
  });

  it('of a secret report say only that there is news', async () => {
    await fourLetters({ isSecret: true });
    expect(sent).toHaveLength(4);
    for (const { subject, text } of sent) {
      expect(subject).toContain('ada kabar');
      expect(subject + text).not.toMatch(/Kami datang besok|Dinas|lubang|Jalan rusak|Kel\./i);
    }
  });

  it('give the answer that was approved, of all who answered', async () => {
    const { reportId, number } = await fourLetters();
    const moves = [
      ['petugas-pupr', { move: 'answer', message: 'Akan ditambal.', proof: [] }],
      ['validator', { move: 'send_back', reason: 'work_not_done', message: 'Belum.' }],
      ['petugas-pupr', { move: 'answer', message: 'Sudah ditambal.', proof: [] }],
      ['validator', { move: 'approve' }],
    ] as const;
    for (const [by, command] of moves) await moved(site.laksa, city, { number, by, command });
    await deliver(reportId);
    const approved = sent.at(-1);
    expect(approved?.text).toContain('> Sudah ditambal.');
    expect(approved?.text).toContain('Dijawab oleh Dinas Pekerjaan Umum dan Penataan Ruang');
    expect(approved?.subject).toMatch(/^Laporan [-\d]+ \(Jalan rusak atau berlubang\) dijawab$/);
    expect(approved?.fromName).toBe('Laporan warga Kota Satu');
    expect(approved?.text).not.toContain('Akan ditambal.');
    expect(approved?.text).toContain(`http://satu.example/lacak/${number}\n`);
    await moved(site.laksa, city, { number, by: { kind: 'reporter' }, command: { move: 'confirm' } });
    await settled(reportId);
    expect(sent.at(-1)?.text).toMatch(/masih dapat menyanggah sampai \S+, \d+ \S+ 2026 \(akhir hari\)\./);
    expect(approved?.text).not.toContain('Belum.');
    expect(approved?.text).toMatch(/Nyatakan selesai atau sanggah paling lambat \S+, \d+ \S+ 2026 \(akhir hari\)\./);
  });

  it('say what the report was about when they were written, and in their subject only what everyone could read then', async () => {
    const villageCode = (await readCity(site.laksa, city)).villages[0]?.code ?? '';
    await fourLetters({ villageCode });
    const [filed, verified] = sent;
    expect(filed?.text).toMatch(/\nLaporan [-\d]+: Kel\. \S/);
    expect(filed?.subject).not.toContain('Kel.');
    expect(verified?.subject).toMatch(/^Laporan [-\d]+ \(Jalan rusak atau berlubang, Kel\. [^)]+\): /);
  });

  it('name nothing of what is sensitive', async () => {
    await inCity((tx) =>
      tx.updateTable('category').set({ is_sensitive: true }).where('tenant_id', '=', city.id).execute(),
    );
    await fourLetters();
    for (const { subject, text } of sent) expect(subject + text).not.toContain('Jalan rusak');
  });

  it('name the date that the page names, after an answer to a question, and not one that stood still', async () => {
    const { reportId, number } = await fourLetters();
    const asked = { move: 'ask_reporter', reason: 'place_unclear', message: 'Di RT berapa?' } as const;
    await moved(site.laksa, city, { number, by: 'petugas-pupr', command: asked });
    await settled(reportId);
    await moved(site.laksa, city, { number, by: 'petugas-pupr', command: { move: 'message', message: 'Halo.' } });
    await settled(reportId);
    expect(sent.at(-1)?.text).toMatch(/Mohon dijawab paling lambat .* Sesudah itu laporan ditutup\.\n/);
    expect(sent.at(-1)?.text).not.toContain('Jawabannya');
    const told = { move: 'provide_info', message: 'RT 03.' } as const;
    await moved(site.laksa, city, { number, by: { kind: 'reporter' }, command: told });
    await settled(reportId);
    const next = await inCity((tx) =>
      tx
        .selectFrom('report')
        .select(['next_clock', 'next_due_at'])
        .where('tenant_id', '=', city.id)
        .where('id', '=', reportId)
        .executeTakeFirstOrThrow(),
    );
    const due = formatLetterDeadline(next.next_due_at?.toISOString() ?? '', city.zone, 'id');
    expect(sent.at(-1)?.text).toContain(`paling lambat ${due}.`);
  });

  it('of an answer that stands say who decided so, that the report is closed and until when one may object', async () => {
    const { reportId, number } = await fourLetters();
    const moves = [
      ['petugas-pupr', { move: 'answer', message: 'Sudah ditambal.', proof: [] }],
      ['validator', { move: 'approve' }],
      [{ kind: 'reporter' }, { move: 'dispute', reason: 'not_done', message: 'Belum.' }],
      ['kepala-pupr', { move: 'uphold', reason: 'answer_is_right', message: 'Sudah kami lihat.' }],
    ] as const;
    for (const [by, command] of moves) await moved(site.laksa, city, { number, by, command });
    await settled(reportId);
    expect(sent.at(-1)?.text).toMatch(/Diputuskan oleh Kepala .*\nLaporan Anda ditutup dengan jawaban itu\./);
    expect(sent.at(-1)?.text).toContain('menyanggah sekali lagi di halaman laporan, paling lambat ');
  });

  it('lead to pages in their language', async () => {
    const { reportId } = await fileSample(site.laksa, city);
    const { person_id: personId } = await inCity((tx) =>
      readAddressee(tx, { tenantId: city.id, reportId, followId: null }),
    );
    const chooser = { tenantId: city.id, personId: personId ?? '', at: city.clock.now() };
    await inCity((tx) => chooseNotices(tx, chooser, { steps: 'all', quiet: null, language: 'en' }));
    await settled(reportId);
    const [mail] = sent;
    expect(mail?.text.match(/http:\S+/g)?.every((url) => url.endsWith('?lang=en'))).toBe(true);
    expect(mail?.text).toContain(`${mail?.unsubscribeUrl}?lang=en\n`);
  });

  it('arrive in order whatever fails, dies and runs beside it, and are repeated only where it is unknown whether they went', async () => {
    const fate = fc.constantFrom('taken', 'taken', 'refused', 'taken, and the process died');
    await fc.assert(
      fc.asyncProperty(
        fc.array(fate, { maxLength: 8 }),
        fc.array(fc.nat(3), { maxLength: 6 }),
        async (fates, waits) => {
          const left = [...fates];
          const pauses = [...waits];
          const arrived: number[] = [];
          let deaths = 0;
          const sendMail: SendMail = async ({ fileName }) => {
            const next = left.shift() ?? 'taken';
            if (next !== 'refused') arrived.push(Number(fileName.slice(-4)));
            if (next === 'taken, and the process died') deaths += 1;
            if (next !== 'taken') throw new Error(next);
          };
          const twice = async (reportId: string) => {
            site.clock.advance((pauses.shift() ?? 0) * minute);
            await Promise.allSettled([deliver(reportId, sendMail), deliver(reportId, sendMail)]);
          };
          site.clock.set('2026-11-23T02:00:00.000Z');
          const { reportId } = await fourSteps({}, twice);
          site.clock.advance(2 * minute);
          while ((await noticesOf(reportId)).some(({ state }) => state === 'waiting')) await twice(reportId);
          expect(arrived).toEqual(arrived.toSorted((a, b) => a - b));
          expect(arrived).toHaveLength(new Set(arrived).size + deaths);
          expect(arrived.at(-1)).toBe(4);
        },
      ),
      { numRuns: 10 },
    );
  });

  it('lie in an outbox in the order of what happened, one file each however often they are sent', async () => {
    const outboxDir = await mkdtemp(join(tmpdir(), 'laksa outbox '));
    const outbox = createMailer({ from: 'Laksa <laksa@example.go.id>', outboxDir });
    let isDying = true;
    const diesAfterwards: SendMail = async (mail) => {
      await outbox(mail);
      isDying = !isDying;
      if (isDying) throw new Error('killed');
    };
    try {
      const { reportId, number } = await fourSteps({}, async (id) => {
        site.clock.advance(2 * minute);
        await deliver(id, diesAfterwards).catch(() => undefined);
        await deliver(id, diesAfterwards).catch(() => undefined);
      });
      await settled(reportId, outbox);
      const files = (await readdir(join(outboxDir, 'satu'))).toSorted();
      expect(files.map((name) => name.slice(-19))).toEqual([1, 2, 3, 4].map((seq) => `${number}-000${seq}.eml`));
    } finally {
      await rm(outboxDir, { recursive: true });
    }
  });

  it('never carry the code', async () => {
    const { claimCode } = await fourLetters();
    const everything = sent.map(({ subject, text }) => subject + text).join('');
    expect(claimCode).toMatch(/^\d{8}$/);
    expect(everything.replaceAll('-', '')).not.toContain(claimCode);
  });

  it('leave a row in the vault for each reading of the address', async () => {
    const { reportId } = await fourLetters();
    expect(await readings()).toEqual(
      Array(4).fill({ fields: ['email'], ground: 'deliver_notice', report_id: reportId }),
    );
  });

  it('are not found by a job of the other city', async () => {
    const { reportId } = await fourSteps();
    await deliver(reportId, take, site.cities[1]);
    expect(sent).toEqual([]);
  });

  it('stop where the process is about to stop', async () => {
    const stopping = new AbortController();
    const { reportId } = await fourSteps();
    stopping.abort(new Error('stopping'));
    const task = deliverNoticesTask({ ...site.laksa, sendMail: take });
    await expect(task.run({ tenantId: city.id, reportId }, { ...running, signal: stopping.signal })).rejects.toThrow(
      'stopping',
    );
    expect(sent).toEqual([]);
    await deliver(reportId);
    expect(sent).toHaveLength(1);
  });
});

describe('quiet hours, choices and stops', () => {
  /** Whose report it is. */
  const chooserOf = async (reportId: string) => {
    const { reporter_id: personId } = await site.laksa.database.inTenant(city.id, (tx) =>
      tx
        .selectFrom('report')
        .select('reporter_id')
        .where('tenant_id', '=', city.id)
        .where('id', '=', reportId)
        .executeTakeFirstOrThrow(),
    );
    if (personId === null) throw new Error('the sample has a reporter');
    return { tenantId: city.id, personId, at: city.clock.now() };
  };

  it('delay what happens at night until the morning, also the answer, and drop nothing', async () => {
    site.clock.set('2026-11-23T13:30:00.000Z');
    const { reportId } = await fourLetters();
    expect(sent).toEqual([]);
    site.clock.set('2026-11-23T22:59:00.000Z');
    await deliver(reportId);
    expect(sent).toEqual([]);
    site.clock.set('2026-11-23T23:00:00.000Z');
    await deliver(reportId);
    expect(names()).toEqual([expect.stringMatching(/^20261123T230000Z-\d{10}-0004$/)]);
  });

  it("are a person's own where they chose some", async () => {
    const { reportId } = await fileSample(site.laksa, city);
    const chooser = await chooserOf(reportId);
    const choose = (quiet: QuietHours | null) =>
      inCity((tx) => chooseNotices(tx, chooser, { steps: 'all', quiet, language: 'en' }));
    await choose({ from: '08:00', until: '10:00' });
    await deliver(reportId);
    expect(sent).toEqual([]);
    await choose({ from: '09:30', until: '09:30' });
    await deliver(reportId);
    expect(sent).toHaveLength(1);
    expect(sent[0]?.text).toContain('Dear Sir or Madam,');
  });

  it('leave out what was not chosen, and say why it was not sent', async () => {
    let isChosen = false;
    const { reportId } = await fourSteps({}, async (id) => {
      if (!isChosen) {
        isChosen = true;
        const chooser = await chooserOf(id);
        await inCity((tx) => chooseNotices(tx, chooser, { steps: 'end', quiet: null, language: 'id' }));
      }
      await settled(id);
    });
    expect(sent).toEqual([]);
    expect((await noticesOf(reportId)).map(({ state, last_error }) => [state, last_error])).toEqual(
      Array(4).fill(['dropped', 'not_wanted']),
    );
    expect(await readings()).toEqual([]);
  });

  it('let nothing go after a stop, also not what had failed before it, and let it go again after', async () => {
    const failing: SendMail = async () => {
      throw new Error('busy');
    };
    const { reportId, number } = await fourSteps({}, (id) => deliver(id, failing).catch(() => undefined));
    const chooser = await chooserOf(reportId);
    await inCity((tx) => stopNotices(tx, chooser));
    await inCity((tx) => stopNotices(tx, chooser));
    await settled(reportId);
    expect(sent).toEqual([]);
    expect((await noticesOf(reportId)).map(({ state, last_error }) => [state, last_error])).toEqual(
      Array(4).fill(['dropped', 'stopped']),
    );
    await inCity((tx) => resumeNotices(tx, chooser));
    await moved(site.laksa, city, { number, by: 'petugas-pupr', command: { move: 'message', message: 'Lagi.' } });
    await settled(reportId);
    expect(names()).toEqual([expect.stringMatching(/-0005$/)]);
  });

  it('keep every letter from an address that wants none, whoever named it', async () => {
    const { reportId } = await fourLetters();
    const lookup = await inCity(async (tx) => {
      const row = await readAddressee(tx, { tenantId: city.id, reportId, followId: null });
      return row.lookup ?? Buffer.alloc(0);
    });
    await inCity((tx) => stopAddress(tx, { tenantId: city.id, lookup, at: city.clock.now() }));
    const other = await fileSample(site.laksa, city, { description: 'Lampu jalan mati di gang kami.' });
    await settled(other.reportId);
    expect(sent).toHaveLength(4);
    const [, dua] = site.cities;
    const elsewhere = await fileSample(site.laksa, dua);
    await deliver(elsewhere.reportId, take, dua);
    expect(sent).toHaveLength(5);
    await inCity((tx) => resumeAddress(tx, { tenantId: city.id, lookup, at: city.clock.now() }));
    const third = await fileSample(site.laksa, city, { description: 'Sampah menumpuk di pasar.' });
    await deliver(third.reportId);
    expect(sent).toHaveLength(6);
  });

  it('say in each letter how to stop, for a mail program as well', async () => {
    await fourLetters();
    for (const { text, unsubscribeUrl } of sent) {
      expect(unsubscribeUrl).toMatch(/^http:\/\/satu\.example\/pemberitahuan\/[\w-]{43}$/);
      expect(text).toContain(`\n${unsubscribeUrl}\n`);
    }
  });
});

describe('the letters of a follower', () => {
  const follower = 'pengikut@example.org';

  /** Of a public report that is being worked on, told of so far. */
  const followed = async (more: Parameters<typeof fileSample>[2] = {}) => {
    const filed = await fourLetters(more);
    const at = city.clock.now();
    const followId = uuid7(at);
    await inCity(async (tx) => {
      const vault = { keyring: site.laksa.keyring, tenantId: city.id, at };
      const personId = await savePerson(tx, vault, { email: follower }, 'id');
      if (personId === null) throw new Error('a follower has an address');
      const row = { id: followId, report_id: filed.reportId, person_id: personId, contact_hash: Buffer.from(follower) };
      await tx
        .insertInto('follow')
        .values({ tenant_id: city.id, ...row, followed_at: at, ended_at: null })
        .execute();
    });
    return { ...filed, followId };
  };

  const postpone = (number: string) => {
    const command = { move: 'postpone', reason: 'weather', until: '2026-11-30' } as const;
    return moved(site.laksa, city, { number, by: 'petugas-pupr', command });
  };
  const mask = (number: string, command: Omit<MoveCommand & { readonly move: 'mask' }, 'move'>) =>
    moved(site.laksa, city, { number, by: 'koordinator', command: { move: 'mask', ...command } });

  const hiddenByFlags = async (number: string): Promise<void> => {
    for (const name of ['a', 'b', 'c']) {
      const flag = { number, reason: 'slander', words: null, device: name, network: name } as const;
      expect(await flagReport(site.laksa, city, flag)).toMatchObject({ ok: true });
    }
  };

  const theirs = (): readonly Mail[] => sent.filter(({ to }) => to === follower);
  const wokenReports = () => inCity((tx) => reportsToLookAt(tx, city.id, city.clock.now()));

  it('wait while flags hide the report, and go when an officer shows it again', async () => {
    const { number, reportId } = await followed();
    await postpone(number);
    await hiddenByFlags(number);
    await settled(reportId);
    site.clock.advance(60 * minute);
    await deliver(reportId);
    expect(theirs()).toEqual([]);
    await mask(number, { publication: 'public' });
    await settled(reportId);
    expect(theirs().map(({ text }) => text)).toEqual([expect.stringContaining('dijanjikan pada tanggal baru')]);
    expect((await noticesOf(reportId)).some(({ state }) => state === 'dropped')).toBe(false);
  });

  it('are looked at again by themselves, where nobody else is told that it is back', async () => {
    const { number, reportId } = await followed({ identity: {} });
    await postpone(number);
    await hiddenByFlags(number);
    await settled(reportId);
    await mask(number, { publication: 'public' });
    expect(await wokenReports()).toEqual([]);
    site.clock.advance(15 * minute);
    expect(await wokenReports()).toEqual([reportId]);
    await deliver(reportId);
    expect(theirs()).toHaveLength(1);
  });

  it.each([
    [
      'an officer hides it for good',
      (number: string) => mask(number, { publication: 'withdrawn_from_public', reason: 'insult' }),
    ],
    [
      'the follow ends',
      (_number: string, followId: string) => inCity((tx) => stopFollowing(tx, city.id, followId, city.clock.now())),
    ],
  ])('are dropped where %s while flags hide it', async (_what, ending) => {
    const { number, reportId, followId } = await followed();
    await postpone(number);
    await hiddenByFlags(number);
    await settled(reportId);
    await ending(number, followId);
    await settled(reportId);
    expect(theirs()).toEqual([]);
    const waiting = (await noticesOf(reportId)).filter(({ state }) => state === 'waiting');
    expect(waiting).toEqual([]);
  });

  it('give the answer and the agencies that everyone sees when they go, and nothing that is no longer shown', async () => {
    const { number, reportId } = await followed();
    const answer = { move: 'answer', message: 'Sudah ditambal.', proof: [] } as const;
    await moved(site.laksa, city, { number, by: 'petugas-pupr', command: answer });
    await moved(site.laksa, city, { number, by: 'validator', command: { move: 'approve' } });
    const tried: Mail[] = [];
    const takeAndDie: SendMail = async (mail) => {
      tried.push(mail);
      throw new Error('killed');
    };
    await expect(deliver(reportId, takeAndDie)).rejects.toThrow('did not go');
    const first = tried.find(({ to }) => to === follower)?.text ?? '';
    expect(first).toContain('Laporan ini sudah dijawab.\n\n> Sudah ditambal.');
    expect(first).toContain('Instansi: Dinas Pekerjaan Umum dan Penataan Ruang');
    await mask(number, { publication: 'title_only', reason: 'personal_data' });
    await settled(reportId);
    expect(theirs().map(({ text }) => text)).toEqual([expect.not.stringContaining('Sudah ditambal.')]);
    expect(theirs()[0]?.text).toContain('Laporan ini sudah dijawab.');
  });

  it('are the same when they go again, whatever its title is by then', async () => {
    const { number, reportId } = await followed();
    await postpone(number);
    site.clock.advance(2 * minute);
    const tried: Mail[] = [];
    const takeAndDie: SendMail = async (mail) => {
      tried.push(mail);
      throw new Error('killed');
    };
    await expect(deliver(reportId, takeAndDie)).rejects.toThrow('did not go');
    await moved(site.laksa, city, { number, by: 'koordinator', command: { move: 'retitle', title: 'Jalan lain' } });
    await settled(reportId);
    expect(theirs()).toEqual(tried.filter(({ to }) => to === follower));
    expect(theirs()).toHaveLength(1);
  });
});

describe('a stop by whoever has the code', () => {
  const stopLetters = () =>
    inCity((tx) =>
      tx
        .selectFrom('notice_letter')
        .select(['id', 'lookup'])
        .where('tenant_id', '=', city.id)
        .where(({ not, exists, selectFrom }) =>
          not(exists(selectFrom('notice').select('notice.id').whereRef('notice.letter_id', '=', 'notice_letter.id'))),
        )
        .execute(),
    );

  /** When a runner is asked to tell of it. */
  const timesToTell = async (): Promise<readonly Date[]> => {
    const admin = new pg.Client({ connectionString: site.url });
    await admin.connect();
    try {
      const { rows } = await admin.query<{ readonly run_at: Date }>(
        `select run_at from graphile_worker._private_jobs where payload ->> 'stopLetterId' is not null order by id`,
      );
      return rows.map(({ run_at: runAt }) => runAt);
    } finally {
      await admin.end();
    }
  };

  /** Stopped by the code, as often as it says; gives what its owner may hear. */
  const stopped = async (times = 1) => {
    const { reportId } = await fourLetters();
    sent = [];
    const { person_id: personId } = await inCity((tx) =>
      readAddressee(tx, { tenantId: city.id, reportId, followId: null }),
    );
    if (personId === null) throw new Error('the sample has a reporter');
    const chooser = { tenantId: city.id, personId, at: city.clock.now() };
    for (let nth = 0; nth < times; nth += 1)
      await inCity(async (tx) => {
        await resumeNotices(tx, chooser);
        expect(await stopNotices(tx, chooser)).toBe(true);
        expect(await stopNotices(tx, chooser)).toBe(false);
        await tellOfStop(tx, { ...chooser, reportId });
      });
    const letters = await stopLetters();
    const [{ id, lookup }] = [letters[0] ?? { id: '', lookup: Buffer.alloc(0) }];
    const tell = () =>
      deliverNoticesTask({ ...site.laksa, sendMail: take }).run(
        { tenantId: city.id, reportId, stopLetterId: id },
        running,
      );
    return { chooser, letters, lookup, tell };
  };

  it('is told to the owner in one last letter, the same however often it goes, with the way back', async () => {
    const { tell } = await stopped();
    await tell();
    site.clock.advance(minute);
    await tell();
    expect(sent[0]).toEqual(sent[1]);
    expect(sent[0]?.subject).toMatch(/surat dihentikan$/);
    expect(sent[0]?.text).toContain('siapa orangnya tidak kami ketahui');
    expect(sent[0]?.text).toContain(`\n${sent[0]?.unsubscribeUrl}\n`);
  });

  it('fills nobody a letterbox: one letter a day, however often it is done', async () => {
    const { letters } = await stopped(3);
    expect(letters).toHaveLength(1);
  });

  it('is told when quiet hours are over', async () => {
    const { tell } = await stopped();
    site.clock.set('2026-11-23T15:00:00.000Z');
    expect(await timesToTell()).toHaveLength(1);
    await tell();
    expect(sent).toEqual([]);
    const times = await timesToTell();
    expect(times).toHaveLength(2);
    expect(Number(times[1]) - site.laksa.clock.now().getTime()).toBe(8 * 60 * minute);
    site.clock.set('2026-11-23T23:00:00.000Z');
    await tell();
    expect(sent).toHaveLength(1);
  });

  it('is not told where letters come again, nor to an address that wants none', async () => {
    const { tell, chooser, lookup } = await stopped();
    await inCity((tx) => stopAddress(tx, { tenantId: city.id, lookup, at: city.clock.now() }));
    await tell();
    await inCity((tx) => resumeAddress(tx, { tenantId: city.id, lookup, at: city.clock.now() }));
    await inCity((tx) => resumeNotices(tx, chooser));
    await tell();
    expect(sent).toEqual([]);
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
    site.clock.advance(60_000);
    await renew(number);
    const writtenAt = city.clock.now();
    site.clock.advance(3_600_000);
    await send(reportId, 2, writtenAt);
    site.clock.advance(60_000);
    await send(reportId, 2, writtenAt);
    expect(sent.at(-1)).toEqual(sent.at(-2));
    expect(sent.at(-1)).toMatchObject({ fileName: `20261123T021200Z-${number}-code-0002`, date: writtenAt });
    expect(names()).toEqual(names().toSorted());
  });

  test('asked for twice is mailed twice, but not any more once a later one is in use', async () => {
    const { reportId, number } = await fileSample(site.laksa, city);
    await renew(number);
    await renew(number);
    await send(reportId, 2);
    const code = claimCodeOf(site.laksa.keyring, { tenantId: city.id, reportId, generation: 3 });
    const shown = { tenantId: city.id, number, code, at: city.clock.now() };
    const used = await site.laksa.database.inTenant(city.id, (tx) => checkClaim(tx, site.laksa.keyring, shown));
    expect(used.ok).toBe(true);
    for (const generation of [2, 3]) await send(reportId, generation);
    expect(sent.map(({ fileName }) => fileName.slice(-9))).toEqual(['code-0002']);
  });
});
