import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { MailError, type Mail, type SendMail } from '../../platform/mail/mail.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import { addDuty } from '../../store/duty.ts';
import { setNotices, type Delivery } from '../../store/notice-setting.ts';
import { addHolder } from '../../store/post-holder.ts';
import { lockReport } from '../../store/report.ts';
import { tellPosts } from '../../store/tell-posts.ts';
import { fileSample, moved, readCity } from '../../testing/report-life.ts';
import { startTestInstallation, type TestInstallation } from '../../testing/test-installation.ts';
import { deliverPostLettersTask, wakePostLetters } from './jobs.ts';

let site: TestInstallation;
let city: Tenant;
let sent: Mail[];

beforeEach(async () => {
  site = await startTestInstallation({ maxConnections: 8 });
  [city] = site.cities;
  sent = [];
});
afterEach(() => site.close());

const take: SendMail = async (mail) => void sent.push(mail);
const running = { jobId: '1', attempts: 1, signal: new AbortController().signal };

const deliver = (sendMail: SendMail = take, tenant: Tenant = city): Promise<void> =>
  deliverPostLettersTask({ ...site.laksa, sendMail }).run({ tenantId: tenant.id }, running);

const holds = async (
  slug: string,
  userId: string,
  address: string | null = `${userId}@kota.example`,
): Promise<void> => {
  const { posts } = await readCity(site.laksa, city);
  const postId = posts.find((post) => post.slug === slug)?.id ?? '';
  await site.laksa.database.inTenant(city.id, (tx) =>
    addHolder(tx, city.id, { postId, userId, from: city.clock.now(), address }),
  );
};

/** Who holds the post is on duty from now on, for two days. */
const onDuty = async (slug: string, userId: string): Promise<void> => {
  await holds(slug, userId);
  const { posts } = await readCity(site.laksa, city);
  const postId = posts.find((post) => post.slug === slug)?.id ?? '';
  const at = city.clock.now();
  const duty = { postId, from: at, until: new Date(at.getTime() + 48 * 3_600_000), by: postId, at };
  await site.laksa.database.inTenant(city.id, (tx) => addDuty(tx, city.id, duty));
};

const wants = (userId: string, delivery: Delivery, language: 'id' | 'en' = 'id') =>
  site.laksa.database.inTenant(city.id, (tx) => setNotices(tx, { tenantId: city.id, userId }, { delivery, language }));

/** Verified and given to the officer of the roads, with words of its own in everything that was said. */
const assigned = async (more: Parameters<typeof fileSample>[2] = {}): Promise<string> => {
  const { number } = await fileSample(site.laksa, city, {
    title: 'Katajudul',
    description: 'Katalaporan di sini.',
    place: 'Katatempat',
    identity: { name: 'Katanama', email: 'katasurel@example.org' },
    ...more,
  });
  const read = await readCity(site.laksa, city);
  const categoryId = read.categories.find(({ slug }) => slug === 'jalan-rusak')?.id ?? '';
  const officer = read.posts.find(({ slug }) => slug === 'petugas-pupr');
  await moved(site.laksa, city, {
    number,
    by: 'verifikator',
    command: { move: 'verify', class: 'complaint', categoryId, publish: { photos: [] } },
  });
  await moved(site.laksa, city, {
    number,
    by: 'koordinator',
    command: { move: 'assign', postId: officer?.id ?? '', agencyId: officer?.agencyId ?? '' },
  });
  return number;
};

const lettersOf = (userId: string) =>
  site.laksa.database.inTenant(city.id, (tx) =>
    tx
      .selectFrom('post_letter')
      .select(['state', 'attempts', 'last_error'])
      .where('tenant_id', '=', city.id)
      .where('user_id', '=', userId)
      .orderBy('notice_id')
      .execute(),
  );

const waitingJobs = async (): Promise<boolean> => {
  await wakePostLetters(site.laksa, city);
  const trouble = await site.laksa.database.inTenant(city.id, (tx) =>
    tx
      .selectFrom('post_letter')
      .select('state')
      .where('tenant_id', '=', city.id)
      .where('state', '=', 'waiting')
      .execute(),
  );
  return trouble.length > 0;
};

const to = (userId: string) => sent.filter((mail) => mail.to === `${userId}@kota.example`);
const busy: SendMail = () => Promise.reject(new Error('the mail server is busy'));

describe('letters to officers', () => {
  it('go once each: what waits for a person goes in one, and nothing of who reported or what they wrote is in it', async () => {
    await holds('petugas-pupr', 'siti');
    await holds('petugas-pupr', 'budi');
    const numbers = [await assigned(), await assigned({ isAnonymous: true }), await assigned()];
    await deliver();
    await deliver();
    expect(to('siti')).toHaveLength(1);
    expect(to('budi')).toHaveLength(1);
    const [mail] = to('siti');
    expect(mail?.subject).toBe('3 kabar pekerjaan');
    for (const number of numbers) expect(mail?.text).toContain(`/petugas/laporan/${number}`);
    expect(mail?.text).toContain('Pekerjaan baru');
    expect(mail?.text).toContain('paling lambat');
    expect(JSON.stringify(sent)).not.toMatch(/Kata(?:judul|laporan|tempat|nama)|katasurel/i);
    expect((await lettersOf('siti')).map(({ state, attempts }) => [state, attempts])).toEqual([
      ['sent', 1],
      ['sent', 1],
      ['sent', 1],
    ]);
    expect(mail?.date).toEqual(city.clock.now());
    expect(mail?.messageId).toMatch(/^satu-kabar-[0-9a-f]{20}@satu\.example$/);
  });

  it('of a secret report give its number and the way to it alone', async () => {
    await holds('petugas-pupr', 'siti');
    const number = await assigned({ isSecret: true });
    await deliver();
    const [mail] = to('siti');
    expect(mail?.text).toContain(`/petugas/laporan/${number}`);
    expect(`${mail?.subject} ${mail?.text}`).not.toMatch(/Pekerjaan baru|Jalan rusak|paling lambat|Sejak|Kata/);
  });

  it('are in the language a person chose', async () => {
    await holds('petugas-pupr', 'siti');
    await wants('siti', 'at_once', 'en');
    await assigned();
    await deliver();
    expect(to('siti')[0]?.subject).toMatch(/^Report [\d-]+: New work$/);
  });

  it('wait for the end of quiet hours, and the sweep wakes them then', async () => {
    await holds('petugas-pupr', 'siti');
    site.clock.set('2026-11-23T15:00:00.000Z'); // ten in the evening in the first city
    await assigned();
    await deliver();
    expect(sent).toEqual([]);
    site.clock.set('2026-11-23T22:59:59.000Z');
    await deliver();
    expect(sent).toEqual([]);
    site.clock.set('2026-11-23T23:00:00.000Z');
    expect(await waitingJobs()).toBe(true);
    await deliver();
    expect(to('siti')[0]?.text).toContain('Sejak Senin 23 November pukul 22.00');
    expect(to('siti')[0]?.date).toEqual(new Date('2026-11-23T23:00:00.000Z'));
  });

  it('are dropped where a person wants none, holds the post no more, has no address, or may not read the report any more', async () => {
    await holds('petugas-pupr', 'tak-mau');
    await wants('tak-mau', 'none');
    await holds('petugas-pupr', 'tanpa-alamat', null);
    await holds('petugas-pupr', 'pindah');
    await assigned();
    await site.laksa.database.inTenant(city.id, (tx) =>
      tx
        .updateTable('post_holder')
        .set({ until_at: city.clock.now() })
        .where('tenant_id', '=', city.id)
        .where('user_id', '=', 'pindah')
        .execute(),
    );
    await deliver();
    expect(sent).toEqual([]);
    for (const [userId, reason] of [
      ['tak-mau', 'not_wanted'],
      ['tanpa-alamat', 'no_address'],
      ['pindah', 'not_held'],
    ] as const)
      expect(await lettersOf(userId)).toEqual([{ state: 'dropped', attempts: 0, last_error: reason }]);
  });

  it('are not sent of a report that became another post’s meanwhile', async () => {
    await holds('petugas-pupr', 'siti');
    const number = await assigned();
    const message = { reason: 'not_our_task', message: 'Bukan jalan kota.' } as const;
    await moved(site.laksa, city, {
      number,
      by: 'petugas-pupr',
      command: { move: 'return_to_coordinator', ...message },
    });
    await deliver();
    expect(to('siti')).toEqual([]);
    expect((await lettersOf('siti')).map(({ last_error }) => last_error)).toEqual(['not_theirs']);
  });

  it('are not sent of new work that somebody else has meanwhile, also where the post still reads the report', async () => {
    await holds('verifikator', 'vera');
    await assigned();
    await deliver();
    expect(to('vera')).toEqual([]);
    expect((await lettersOf('vera')).map(({ last_error }) => last_error)).toEqual(['done']);
  });

  it('tell a clock of the report only to whoever works on it', async () => {
    await holds('koordinator', 'kiki');
    await holds('petugas-pupr', 'siti');
    const number = await assigned();
    await deliver();
    sent.length = 0;
    const read = await readCity(site.laksa, city);
    const now = city.clock.now();
    await site.laksa.database.inTenant(city.id, async (tx) => {
      const report = (await lockReport(tx, city.id, { number }))?.report;
      if (report === undefined) throw new Error('it is there');
      const telling = { tenantId: city.id, city: read, report, clocks: [], policy: read.policy, now };
      const about = { kind: 'sent_back', aboutId: report.id, at: now.toISOString() } as const;
      const told = read.posts.filter(({ slug }) => slug === 'koordinator' || slug === 'petugas-pupr');
      const notices = told.map(({ id }) => ({ ...about, postId: id }));
      await tellPosts(tx, telling, notices);
    });
    await deliver();
    expect(to('siti')[0]?.text).toContain('paling lambat');
    expect(to('kiki')[0]?.text).toContain('Jawaban perlu diperbaiki');
    expect(to('kiki')[0]?.text).not.toContain('paling lambat');
  });

  it('do not warn of a date when the work is done', async () => {
    await holds('petugas-pupr', 'siti');
    const number = await assigned();
    await deliver();
    sent.length = 0;
    const now = city.clock.now();
    const read = await readCity(site.laksa, city);
    await site.laksa.database.inTenant(city.id, async (tx) => {
      const report = (await lockReport(tx, city.id, { number }))?.report;
      const clock = report?.clocks.find(({ kind }) => kind === 'follow_up');
      const postId = read.posts.find(({ slug }) => slug === 'petugas-pupr')?.id;
      if (report === undefined || clock === undefined || postId === undefined) throw new Error('it is to be begun');
      const telling = { tenantId: city.id, city: read, report, clocks: [clock], policy: read.policy, now };
      const about = { postId, aboutId: clock.id, at: now.toISOString() };
      await tellPosts(tx, telling, [
        { ...about, kind: 'due_soon' },
        { ...about, kind: 'overdue' },
      ]);
    });
    await moved(site.laksa, city, { number, by: 'petugas-pupr', command: { move: 'accept', message: 'Ya.' } });
    await deliver();
    const [mail] = to('siti');
    expect(mail?.text).toContain('waktunya lewat');
    expect(mail?.text).not.toContain('sudah dekat');
    expect((await lettersOf('siti')).map(({ last_error }) => last_error)).toContain('done');
  });

  it('go to everybody else when one letterbox refuses, and are tried again later and later, twelve times', async () => {
    await holds('petugas-pupr', 'siti');
    await holds('petugas-pupr', 'budi');
    await assigned();
    const refusing: SendMail = async (mail) => {
      if (mail.to.startsWith('budi')) throw new Error('the mail server is busy');
      sent.push(mail);
    };
    await expect(deliver(refusing)).rejects.toThrow('1 of 2 officers could not be written to');
    expect(to('siti')).toHaveLength(1);
    await deliver(refusing); // too early for another try
    expect(await lettersOf('budi')).toEqual([{ state: 'waiting', attempts: 1, last_error: 'the mail server is busy' }]);
    let rounds = 1;
    for (; rounds < 20 && (await lettersOf('budi'))[0]?.state === 'waiting'; rounds += 1) {
      site.clock.advance(Math.exp(rounds) * 1_000);
      await deliver(refusing).catch(() => undefined);
    }
    expect(await lettersOf('budi')).toEqual([
      { state: 'dropped', attempts: 12, last_error: 'the mail server is busy' },
    ]);
    expect(to('siti')).toHaveLength(1);
  });

  it('are given up at once when refused for good, and later ones still go', async () => {
    await holds('petugas-pupr', 'siti');
    await assigned();
    await deliver(() => Promise.reject(new MailError('the mail server answered 550', true)));
    expect((await lettersOf('siti'))[0]).toMatchObject({
      state: 'dropped',
      last_error: 'the mail server answered 550',
    });
    await assigned();
    await deliver();
    expect(to('siti')).toHaveLength(1);
  });

  it('repeat themselves when the process died between sending and marking', async () => {
    await holds('petugas-pupr', 'siti');
    await assigned();
    const everSent: Mail[] = [];
    const sendAndDie: SendMail = async (mail) => {
      everSent.push(mail);
      throw new Error('killed');
    };
    await expect(deliver(sendAndDie)).rejects.toThrow('could not be written to');
    site.clock.advance(3_600_000);
    await deliver();
    expect(sent[0]).toEqual(everSent[0]);
  });

  it('are sent once by five workers at once', async () => {
    await holds('petugas-pupr', 'siti');
    await holds('petugas-pupr', 'budi');
    await assigned();
    const slowly: SendMail = async (mail) => {
      await new Promise((resolve) => setTimeout(resolve, 10));
      sent.push(mail);
    };
    await Promise.all(Array.from({ length: 5 }, () => deliver(slowly)));
    expect(sent.map((mail) => mail.to).toSorted()).toEqual(['budi@kota.example', 'siti@kota.example']);
  });

  it('of one city are none of another’s', async () => {
    await holds('petugas-pupr', 'siti');
    await assigned();
    await deliver(take, site.cities[1]);
    expect(sent).toEqual([]);
  });
});

describe('a summary', () => {
  beforeEach(async () => {
    await holds('petugas-pupr', 'siti');
    await wants('siti', 'digest');
  });

  it('goes once a day at its time, with what there was by then', async () => {
    await assigned();
    await deliver();
    expect(sent).toEqual([]);
    site.clock.set('2026-11-24T00:29:59.000Z');
    await deliver();
    expect(sent).toEqual([]);
    site.clock.set('2026-11-24T00:30:00.000Z'); // half past seven
    await deliver();
    await assigned();
    site.clock.advance(3_600_000);
    await deliver();
    expect(to('siti')).toHaveLength(1);
    expect(to('siti')[0]?.text).toContain('Ringkasan hari ini.');
    site.clock.set('2026-11-25T00:30:00.000Z');
    await deliver();
    expect(to('siti')).toHaveLength(2);
  });

  it('comes once after days of downtime, dated by the last time it should have gone', async () => {
    await assigned();
    await assigned();
    site.clock.set('2026-11-29T05:00:00.000Z');
    await deliver();
    await deliver();
    expect(to('siti').map(({ date }) => date)).toEqual([new Date('2026-11-29T00:30:00.000Z')]);
    expect(to('siti')[0]?.subject).toBe('2 kabar pekerjaan');
  });

  it('that failed is tried again the same day', async () => {
    await assigned();
    site.clock.set('2026-11-24T00:30:00.000Z');
    await expect(deliver(busy)).rejects.toThrow('could not be written to');
    site.clock.advance(60_000);
    await deliver();
    expect(to('siti')).toHaveLength(1);
  });
});

describe('whoever is on duty', () => {
  const night = '2026-11-24T15:00:00.000Z'; // ten in the evening in the first city

  /** A clock of 24 hours that runs out at night, told to the post whose it is and to the one on duty. */
  const urgentAtNight = async (): Promise<void> => {
    const { number } = await fileSample(site.laksa, city);
    site.clock.set(night);
    const read = await readCity(site.laksa, city);
    const now = city.clock.now();
    const postId = read.posts.find(({ slug }) => slug === 'verifikator')?.id ?? '';
    const dutyPost = read.posts.find(({ slug }) => slug === 'ruang-kendali')?.id ?? '';
    await site.laksa.database.inTenant(city.id, async (tx) => {
      const until = new Date(now.getTime() + 3_600_000);
      await addDuty(tx, city.id, { postId: dutyPost, from: now, until, by: dutyPost, at: now });
      const report = (await lockReport(tx, city.id, { number }))?.report;
      const clock = report?.clocks.find(({ kind }) => kind === 'first_answer');
      if (report === undefined || clock === undefined) throw new Error('it waits for its first answer');
      const clocks = [{ ...clock, dueAt: '2026-11-24T18:00:00.000Z' }];
      const telling = { tenantId: city.id, city: read, report, clocks, policy: read.policy, now };
      await tellPosts(tx, telling, [{ postId, kind: 'due_soon', aboutId: clock.id, at: now.toISOString() }]);
    });
  };

  it('is told at once, also who wants one letter a day; who wants none gets none', async () => {
    await holds('ruang-kendali', 'dini');
    await holds('ruang-kendali', 'doni');
    await wants('dini', 'digest');
    await wants('doni', 'none');
    await urgentAtNight();
    await deliver();
    expect(to('dini').map(({ date }) => date)).toEqual([new Date(night)]);
    expect(to('dini')[0]?.text).not.toContain('Ringkasan hari ini.');
    expect((await lettersOf('doni')).map(({ last_error }) => last_error)).toEqual(['not_wanted']);
  });

  it('has the summary of everything else apart, in its time', async () => {
    await holds('ruang-kendali', 'dini');
    await holds('petugas-pupr', 'dini');
    await wants('dini', 'digest');
    await assigned();
    await urgentAtNight();
    site.clock.set('2026-11-25T00:30:00.000Z');
    await deliver();
    expect(
      to('dini')
        .map(({ text }) => text.includes('Ringkasan hari ini.'))
        .toSorted(),
    ).toEqual([false, true]);
  });

  describe('when a report comes in on Saturday at ten in the evening', () => {
    beforeEach(async () => {
      site.clock.set('2026-11-28T15:00:00.000Z');
      await holds('verifikator', 'vera');
      await onDuty('verifikator-2', 'dina');
    });

    it('has a letter about it the same night, with the clock that does not wait', async () => {
      const { number } = await fileSample(site.laksa, city);
      await deliver();
      expect((await lettersOf('dina')).map(({ state, last_error }) => [state, last_error])).toEqual([['sent', null]]);
      expect(sent.map((mail) => mail.to)).toEqual(['dina@kota.example']);
      const [mail] = to('dina');
      expect(mail?.date).toEqual(new Date('2026-11-28T15:00:00.000Z'));
      for (const words of [
        'Pekerjaan baru',
        'paling lambat Minggu 29 November pukul 22.00',
        `/petugas/laporan/${number}`,
      ])
        expect(mail?.text).toContain(words);
    });

    it('has none once the clock has stopped or the report is over', async () => {
      const answered = await fileSample(site.laksa, city);
      const over = await fileSample(site.laksa, city);
      const command = { move: 'message', message: 'Kami periksa besok pagi.' } as const;
      await moved(site.laksa, city, { number: answered.number, by: 'verifikator', command });
      await moved(site.laksa, city, { number: over.number, by: { kind: 'reporter' }, command: { move: 'withdraw' } });
      await deliver();
      expect(sent).toEqual([]);
      expect((await lettersOf('dina')).map(({ last_error }) => last_error)).toEqual(['done', 'done']);
    });

    it('has none about what the post itself did', async () => {
      const { number } = await fileSample(site.laksa, city);
      await deliver();
      const categoryId = (await readCity(site.laksa, city)).categories[0]?.id ?? '';
      const command = { move: 'verify', class: 'complaint', categoryId, publish: { photos: [] } } as const;
      await moved(site.laksa, city, { number, by: 'verifikator-2', command });
      await deliver();
      expect(to('dina')).toHaveLength(1);
    });

    it('has none of a secret report that the post may not read', async () => {
      await onDuty('ruang-kendali', 'dini');
      await fileSample(site.laksa, city, { isSecret: true });
      await deliver();
      expect(sent.map((mail) => mail.to)).toEqual(['dina@kota.example']);
      expect(to('dina')[0]?.text).not.toMatch(/Pekerjaan baru|paling lambat/);
    });
  });
});
