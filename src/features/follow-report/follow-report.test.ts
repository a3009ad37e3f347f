import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { MoveCommand } from '../../domain/move.ts';
import { makeNumber } from '../../domain/report-number.ts';
import { MailError, type Mail, type SendMail } from '../../platform/mail/mail.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import { askToFollow } from '../../store/follow-request.ts';
import { confirmFollow, stopFollowingPath } from '../../store/follow.ts';
import { sealLetterPass } from '../../store/letter-pass.ts';
import { supportReport } from '../../store/supporter.ts';
import { fileSample, moved, readCity } from '../../testing/report-life.ts';
import { startTestSite, type TestSite } from '../../testing/test-site.ts';
import { openBrowser } from '../sign-in/testing/officer.ts';
import { forgetFollowRequests, sendFollowLetterTask } from './jobs.ts';

let site: TestSite;
let city: Tenant;
let other: Tenant;
const sent: Mail[] = [];
beforeAll(async () => {
  site = await startTestSite({ maxConnections: 8 });
  [city, other] = site.cities;
}, 60_000);
afterAll(() => site.close());

const move = (number: string, by: string, command: MoveCommand) => moved(site.laksa, city, { number, by, command });

const published = async (tenant = city) => {
  const filed = await fileSample(site.laksa, tenant);
  const { categories } = await readCity(site.laksa, tenant);
  const categoryId = categories.find(({ slug }) => slug === 'sampah')?.id ?? '';
  const publish = { title: 'Sampah menumpuk', description: 'Di depan pasar.', photos: [] };
  const command = { move: 'verify', class: 'complaint', categoryId, publish } as const;
  await moved(site.laksa, tenant, { number: filed.number, by: 'verifikator', command });
  return filed;
};

type Table = 'follow' | 'follow_request' | 'supporter' | 'notice';
const rowsOf = (table: Table, reportId: string) =>
  site.laksa.database.inTenant(city.id, (tx) =>
    tx.selectFrom(table).selectAll().where('tenant_id', '=', city.id).where('report_id', '=', reportId).execute(),
  );

const followsOf = (reportId: string) =>
  site.laksa.database.inTenant(city.id, (tx) =>
    tx
      .selectFrom('follow')
      .select(['id', 'person_id', 'ended_at'])
      .where('tenant_id', '=', city.id)
      .where('report_id', '=', reportId)
      .orderBy('id')
      .execute(),
  );

const requestsOf = (reportId: string) =>
  site.laksa.database.inTenant(city.id, (tx) =>
    tx
      .selectFrom('follow_request')
      .select('id')
      .where('tenant_id', '=', city.id)
      .where('report_id', '=', reportId)
      .orderBy('id')
      .execute(),
  );

const told = (reportId: string) =>
  site.laksa.database.inTenant(city.id, (tx) =>
    tx
      .selectFrom('notice')
      .select(['kind', 'state', 'follow_id'])
      .where('tenant_id', '=', city.id)
      .where('report_id', '=', reportId)
      .where('follow_id', 'is not', null)
      .orderBy('seq')
      .orderBy('id')
      .execute(),
  );

const vaultOf = (personId: string) =>
  site.laksa.database.inTenant(city.id, (tx) =>
    tx
      .selectFrom('person_field')
      .select(['field', 'sealed'])
      .where('tenant_id', '=', city.id)
      .where('person_id', '=', personId)
      .execute(),
  );

const take: SendMail = async (mail) => void sent.push(mail);
const letterFor = async (requestId: string, tenant = city, asks = 'once'): Promise<Mail | undefined> => {
  const before = sent.length;
  const running = { jobId: '1', attempts: 1, signal: new AbortController().signal };
  await sendFollowLetterTask({ ...site.laksa, sendMail: take }).run({ tenantId: tenant.id, requestId, asks }, running);
  return sent[before];
};
const linkIn = (letter: Mail | undefined): string =>
  /http:\/\/satu\.example(\/ikuti\/\S+)/.exec(letter?.text ?? '')?.[1] ?? '';

const ask = (number: string, email: string, browser = openBrowser(site, city)) =>
  browser.post(`/laporan/${number}/ikuti`, { email });

/** Asked for, proved, and who it was. */
const followed = async (number: string, reportId: string, email: string, browser = openBrowser(site, city)) => {
  expect((await ask(number, email, browser)).statusCode).toBe(303);
  const link = linkIn(await letterFor((await requestsOf(reportId)).at(-1)?.id ?? ''));
  const done = await browser.post(link);
  expect(done.headers.location).toBe(`/laporan/${number}/ikuti?jadi=1`);
  return link;
};

let people = 0;
const someone = (): string => `warga${(people += 1)}@example.org`;

describe('who follows', () => {
  it('asks with an address, gets one letter, and follows once its button was pressed', async () => {
    const { number, reportId } = await published();
    const browser = openBrowser(site, city);
    expect((await browser.get(`/laporan/${number}/ikuti`)).body).toContain('name="email"');
    const asked = await ask(number, 'Siti@Example.org', browser);
    expect(asked.headers.location).toBe(`/laporan/${number}/ikuti?diminta=1`);
    expect((await browser.get(String(asked.headers.location))).body).toContain('48 jam');
    const [request] = await requestsOf(reportId);
    const letter = await letterFor(request?.id ?? '');
    expect(letter).toMatchObject({ to: 'siti@example.org', subject: expect.stringContaining('Ikuti laporan') });
    const link = linkIn(letter);
    for (let opened = 0; opened < 3; opened += 1) expect((await browser.get(link)).statusCode).toBe(200);
    expect(await followsOf(reportId)).toEqual([]);
    await browser.post(link);
    expect(await followsOf(reportId)).toHaveLength(1);
    expect(await requestsOf(reportId)).toEqual([]);
    expect(await rowsOf('supporter', reportId)).toHaveLength(1);
  });

  it('types no address: is told so, and nothing typed is lost', async () => {
    const { number, reportId } = await published();
    const wrong = await ask(number, 'siti di example');
    expect(wrong.statusCode).toBe(422);
    expect(wrong.body).toContain('siti di example');
    expect(wrong.body).toContain('href="#field-email"');
    expect(await requestsOf(reportId)).toEqual([]);
  });

  it('is one, however the address is written and whatever else they follow', async () => {
    const [one, two] = [await published(), await published()];
    const email = someone();
    await followed(one.number, one.reportId, email);
    await followed(one.number, one.reportId, `  ${email.toUpperCase()} `);
    await followed(two.number, two.reportId, email);
    const [first, ...more] = await followsOf(one.reportId);
    const [second] = await followsOf(two.reportId);
    expect(more).toEqual([]);
    expect(second?.person_id).toBe(first?.person_id);
    expect(await rowsOf('supporter', one.reportId)).toHaveLength(1);
  });

  it('is one also when the same address is proved twice at the same moment, at two reports', async () => {
    const [one, two] = [await published(), await published()];
    const email = someone();
    const asking = { email, language: 'id', device: 'a device', network: null } as const;
    for (const { number } of [one, two]) await askToFollow(site.laksa, city, { ...asking, number });
    const requests = [...(await requestsOf(one.reportId)), ...(await requestsOf(two.reportId))];
    expect(requests).toHaveLength(2);
    const made = await Promise.all(requests.map(({ id }) => confirmFollow(site.laksa, city, id)));
    expect(made.every((one) => one !== null)).toBe(true);
    const persons = [...(await followsOf(one.reportId)), ...(await followsOf(two.reportId))];
    expect(persons).toHaveLength(2);
    expect(new Set(persons.map(({ person_id }) => person_id)).size).toBe(1);
    expect(await rowsOf('supporter', one.reportId)).toHaveLength(1);
  });

  it('is another person than the reporter with the same address', async () => {
    const { number, reportId } = await published();
    await followed(number, reportId, 'warga@example.org');
    const reporter = await site.laksa.database.inTenant(city.id, (tx) =>
      tx
        .selectFrom('report')
        .select('reporter_id')
        .where('tenant_id', '=', city.id)
        .where('id', '=', reportId)
        .execute(),
    );
    expect((await followsOf(reportId))[0]?.person_id).not.toBe(reporter[0]?.reporter_id);
  });

  it('was counted by the device already, and is not counted again; a second person at it is', async () => {
    const { number, reportId } = await published();
    const browser = openBrowser(site, city);
    await browser.post('/lapor', { support: number });
    expect(await rowsOf('supporter', reportId)).toHaveLength(1);
    await followed(number, reportId, someone(), browser);
    expect(await rowsOf('supporter', reportId)).toHaveLength(1);
    await followed(number, reportId, someone(), browser);
    expect(await rowsOf('supporter', reportId)).toHaveLength(2);
    await supportReport(site.laksa, city, { number, device: 'elsewhere', network: null });
    expect(await rowsOf('supporter', reportId)).toHaveLength(3);
  });
});

describe('the link in the letter', () => {
  it('is good once', async () => {
    const { number, reportId } = await published();
    const link = await followed(number, reportId, someone());
    expect((await openBrowser(site, city).get(link)).statusCode).toBe(404);
    expect((await openBrowser(site, city).post(link)).statusCode).toBe(404);
    expect(await followsOf(reportId)).toHaveLength(1);
  });

  it('is over after 48 hours, and the address is forgotten', async () => {
    const { number, reportId } = await published();
    await ask(number, someone());
    const link = linkIn(await letterFor((await requestsOf(reportId))[0]?.id ?? ''));
    site.clock.advance(48 * 3_600_000);
    expect((await openBrowser(site, city).post(link)).statusCode).toBe(404);
    expect(await followsOf(reportId)).toEqual([]);
    await forgetFollowRequests(site.laksa, city);
    expect(await requestsOf(reportId)).toEqual([]);
  });

  it('of another city, of another kind or made up says what a used one says', async () => {
    const { number, reportId } = await published();
    await ask(number, someone());
    const id = (await requestsOf(reportId))[0]?.id ?? '';
    const { keyring } = site.laksa;
    const answers = await Promise.all(
      [
        sealLetterPass({ keyring, tenantId: other.id, kind: 'follow' }, id),
        sealLetterPass({ keyring, tenantId: city.id, kind: 'unfollow' }, id),
        'x'.repeat(43),
      ].map((pass) => openBrowser(site, city).post(`/ikuti/${pass}`)),
    );
    for (const { statusCode, body } of answers) {
      expect(statusCode).toBe(404);
      expect(body).toContain('sudah lewat 48 jam');
      expect(body).not.toContain(number);
    }
    const elsewhere = sealLetterPass({ keyring, tenantId: other.id, kind: 'follow' }, id);
    expect((await openBrowser(site, other).post(`/ikuti/${elsewhere}`)).statusCode).toBe(404);
    expect(await followsOf(reportId)).toEqual([]);
  });

  it('follows nothing that was taken from the public meanwhile', async () => {
    const { number, reportId } = await published();
    await ask(number, someone());
    const link = linkIn(await letterFor((await requestsOf(reportId))[0]?.id ?? ''));
    await move(number, 'verifikator', { move: 'mask', publication: 'withdrawn_from_public', reason: 'insult' });
    expect((await openBrowser(site, city).post(link)).statusCode).toBe(404);
    expect(await followsOf(reportId)).toEqual([]);
  });
});

describe('nobody is written to who did not ask', () => {
  const several = async (count: number) => Promise.all(Array.from({ length: count }, () => published()));
  const requestsIn = async (reports: readonly { readonly reportId: string }[]) =>
    (await Promise.all(reports.map(({ reportId }) => requestsOf(reportId)))).flat();

  it('but for one letter about a report, however often it is asked for; the answer is the same', async () => {
    const { number, reportId } = await published();
    const email = someone();
    const answers = new Set<unknown>();
    for (let at = 0; at < 3; at += 1) answers.add((await ask(number, email)).headers.location);
    expect([...answers]).toEqual([`/laporan/${number}/ikuti?diminta=1`]);
    expect(await requestsOf(reportId)).toHaveLength(1);
    await ask(number, someone());
    expect(await requestsOf(reportId)).toHaveLength(2);
  });

  it('and for three letters a week that nobody answers, whichever reports they are about', async () => {
    const reports = await several(5);
    const email = someone();
    for (const { number } of reports)
      expect((await ask(number, email)).headers.location).toBe(`/laporan/${number}/ikuti?diminta=1`);
    expect(await requestsIn(reports)).toHaveLength(3);
  });

  it('and for five a day once they have pressed the button', async () => {
    const reports = await several(7);
    const email = someone();
    for (const { number } of reports) {
      await ask(number, email);
      for (const { id } of await requestsIn(reports)) await confirmFollow(site.laksa, city, id);
    }
    const follows = (await Promise.all(reports.map(({ reportId }) => followsOf(reportId)))).flat();
    expect(follows).toHaveLength(5);
  });

  it('of which a stranger in one network uses up two a day: whoever has the address asks from elsewhere', async () => {
    const reports = await several(4);
    const email = someone();
    const [last] = reports.slice(-1);
    const asked = { email, language: 'id', device: 'a device' } as const;
    for (const { number } of reports.slice(0, 3))
      expect((await askToFollow(site.laksa, city, { ...asked, number, network: '203.0.113.78' })).ok).toBe(true);
    expect(await requestsIn(reports)).toHaveLength(2);
    const own = { ...asked, number: last?.number ?? '', network: '203.0.113.79' };
    expect((await askToFollow(site.laksa, city, own)).ok).toBe(true);
    expect(await requestsOf(last?.reportId ?? '')).toHaveLength(1);
  });

  describe('to an address that stopped all letters', () => {
    const stopOf = (letter: Mail | undefined): string => new URL(letter?.unsubscribeUrl ?? city.origin).pathname;
    const newest = async (reportId: string) => (await requestsOf(reportId)).at(-1)?.id ?? '';
    /** Asked for once, and all letters stopped by the link in that letter. */
    const stoppedAt = async (email: string) => {
      const { number, reportId } = await published();
      await ask(number, email);
      const stop = stopOf(await letterFor(await newest(reportId)));
      await openBrowser(site, city).post(stop, { apa: 'stop_address' });
      return { stop };
    };
    const again = (number: string, email: string) =>
      openBrowser(site, city).post(`/laporan/${number}/ikuti`, { email, lagi: '1' });

    it('does not go, and nothing is used up by it: once letters come again, asking brings one', async () => {
      const email = someone();
      const { stop } = await stoppedAt(email);
      const { number, reportId } = await published();
      for (let at = 0; at < 6; at += 1) expect((await ask(number, email)).headers.location).toContain('diminta=1');
      expect(await requestsOf(reportId)).toEqual([]);
      await openBrowser(site, city).post(stop, { apa: 'resume_address' });
      await ask(number, email);
      expect((await letterFor(await newest(reportId)))?.to).toBe(email);
    });

    it('that stopped after it was asked for does not go either, and is not waited for', async () => {
      const email = someone();
      const { number: first, reportId: firstId } = await published();
      const { number, reportId } = await published();
      await ask(first, email);
      const stop = stopOf(await letterFor(await newest(firstId)));
      await ask(number, email, openBrowser(site, city));
      await openBrowser(site, city).post(stop, { apa: 'stop_address' });
      expect(await letterFor(await newest(reportId))).toBeUndefined();
      await openBrowser(site, city).post(stop, { apa: 'resume_address' });
      await ask(number, email);
      expect((await letterFor(await newest(reportId)))?.to).toBe(email);
    });

    it('asks, when that is wanted, whether it wants them again: one in seven days, and the page is the same for every address', async () => {
      const email = someone();
      const { stop } = await stoppedAt(email);
      const [one, two] = [await published(), await published()];
      const asked = await again(one.number, email);
      const other = await again(two.number, someone());
      expect([asked.statusCode, asked.headers.location]).toEqual([303, `/laporan/${one.number}/ikuti?diminta=1`]);
      expect(other.headers.location).toBe(`/laporan/${two.number}/ikuti?diminta=1`);
      const request = await newest(one.reportId);
      const letter = await letterFor(request, city, 'again');
      expect(letter).toMatchObject({ to: email, subject: expect.stringContaining('Terima lagi surat') });
      expect(letter?.text).toContain(stop);
      expect(linkIn(letter)).toBe('');
      expect(await requestsOf(one.reportId)).toEqual([]);
      await again(two.number, email);
      expect(await requestsOf(two.reportId)).toHaveLength(1); // of the other address
      site.clock.advance(7 * 24 * 3_600_000);
      await again(one.number, email);
      expect(await requestsOf(one.reportId)).toHaveLength(1);
      await openBrowser(site, city).post(stop, { apa: 'resume_address' });
      expect((await letterFor(await newest(one.reportId), city, 'again'))?.subject).toContain('Ikuti laporan');
    });

    it('may not come: the page says so, and how to have letters again', async () => {
      const { number } = await published();
      const browser = openBrowser(site, city);
      const { body } = await browser.get(`/laporan/${number}/ikuti?diminta=1`);
      for (const part of ['menghentikan semua surat', 'ikuti?lagi=1']) expect(body).toContain(part);
      expect((await browser.get(`/laporan/${number}/ikuti?lagi=1`)).body).toContain('name="lagi"');
    });
  });

  it('and may stop all letters to the address by a link in that letter, and by one tap of a mail program', async () => {
    const [one, two, three] = await several(3);
    const email = someone();
    await ask(one?.number ?? '', email);
    const letter = await letterFor((await requestsOf(one?.reportId ?? ''))[0]?.id ?? '');
    const stop = new URL(letter?.unsubscribeUrl ?? '').pathname;
    expect(letter?.text).toContain(`${city.origin}${stop}`);
    const browser = openBrowser(site, city);
    expect((await browser.get(stop)).statusCode).toBe(200);
    await ask(two?.number ?? '', email);
    const second = (await requestsOf(two?.reportId ?? ''))[0]?.id ?? '';
    expect((await letterFor(second))?.to).toBe(email);
    const tapped = await browser.post(stop, { 'List-Unsubscribe': 'One-Click' });
    expect([tapped.statusCode, tapped.body.includes('Tidak ada lagi surat')]).toEqual([200, true]);
    expect(await letterFor(second)).toBeUndefined();
    expect(await requestsOf(two?.reportId ?? '')).toEqual([]);
    expect((await browser.post(stop, { apa: 'resume_address' })).body).toContain('dikirim lagi');
    await ask(three?.number ?? '', email);
    expect((await letterFor((await requestsOf(three?.reportId ?? ''))[0]?.id ?? ''))?.to).toBe(email);
    for (const made of [stop.slice(0, -1), `${stop.slice(0, -4)}AAAA`, '/surat/berhenti/x'])
      expect((await browser.post(made)).statusCode).toBe(404);
    expect((await openBrowser(site, other).post(stop)).statusCode).toBe(404);
  });

  it('where a server refuses the letter for good the address is forgotten, and the job is done', async () => {
    const { number, reportId } = await published();
    await ask(number, someone());
    const [{ id = '' } = {}] = await requestsOf(reportId);
    const running = { jobId: '1', attempts: 1, signal: new AbortController().signal };
    const refusing = (isPermanent: boolean) =>
      sendFollowLetterTask({
        ...site.laksa,
        sendMail: () => Promise.reject(new MailError(isPermanent ? '550 no such mailbox' : '452 full', isPermanent)),
      }).run({ tenantId: city.id, requestId: id }, running);
    await expect(refusing(false)).rejects.toThrow('452');
    expect(await requestsOf(reportId)).toHaveLength(1);
    await refusing(true);
    expect(await requestsOf(reportId)).toEqual([]);
  });

  it('and what happens before the button is pressed is told to nobody', async () => {
    const { number, reportId } = await published();
    await ask(number, someone());
    await assigned(number);
    expect(await told(reportId)).toEqual([]);
  });

  it('by one network without end', async () => {
    const { number } = await published();
    const asked = { number, language: 'id', device: 'a device', network: '203.0.113.77' } as const;
    let last = '';
    for (let at = 0; at < 31; at += 1) {
      const made = await askToFollow(site.laksa, city, { ...asked, email: someone() });
      last = made.ok ? 'asked' : made.refusal.kind;
    }
    expect(last).toBe('too_many_tries');
  });

  it('where no letters leave: no report offers it; the page says so and takes no address', async () => {
    const quiet = await startTestSite({ keepsLetters: true });
    try {
      const filed = await fileSample(quiet.laksa, quiet.cities[0]);
      const { categories } = await readCity(quiet.laksa, quiet.cities[0]);
      const publish = { title: 'Sampah', photos: [] };
      const command = { move: 'verify', class: 'complaint', categoryId: categories[0]?.id ?? '', publish } as const;
      await moved(quiet.laksa, quiet.cities[0], { number: filed.number, by: 'verifikator', command });
      const reader = openBrowser(quiet, quiet.cities[0]);
      expect((await reader.get(`/laporan/${filed.number}`)).body).not.toContain('/ikuti');
      const page = await reader.get(`/laporan/${filed.number}/ikuti`);
      expect(page.body).toContain('belum terhubung ke server surat');
      expect(page.body).not.toContain('name="email"');
    } finally {
      await quiet.close();
    }
  });

  it('and what nobody may read is answered like what was never filed', async () => {
    const hidden = await fileSample(site.laksa, city);
    for (const number of [hidden.number, makeNumber(Math.random)]) {
      expect((await openBrowser(site, city).get(`/laporan/${number}/ikuti`)).statusCode).toBe(404);
      expect((await ask(number, someone())).statusCode).toBe(404);
    }
  });

  it('nor is an address kept where it could be read', async () => {
    const { number, reportId } = await published();
    const email = someone();
    await ask(number, email);
    const kept = Buffer.from(JSON.stringify(await rowsOf('follow_request', reportId)));
    expect(kept.includes(email)).toBe(false);
    await followed(number, reportId, email);
    const [{ person_id = '' } = {}] = await followsOf(reportId);
    const vault = await vaultOf(person_id);
    expect(vault.map(({ field }) => field)).toEqual(['email']);
    expect(vault.some(({ sealed }) => sealed.includes(email))).toBe(false);
  });
});

const assigned = async (number: string) => {
  const { posts } = await readCity(site.laksa, city);
  const post = posts.find(({ slug }) => slug === 'petugas-lh');
  const { id: postId = '', agencyId } = post ?? {};
  await move(number, 'koordinator', { move: 'assign', postId, agencyId: agencyId ?? '' });
};

describe('what followers hear of', () => {
  it('is each step that everyone sees, once each, and no word between the city and the reporter', async () => {
    const { number, reportId } = await published();
    await followed(number, reportId, someone());
    await followed(number, reportId, someone());
    await assigned(number);
    await move(number, 'koordinator', { move: 'message', message: 'Hanya untuk pelapor.' });
    await move(number, 'koordinator', { move: 'note', message: 'Hanya untuk petugas.' });
    await move(number, 'petugas-lh', { move: 'accept', message: 'Kami datang.' });
    const heard = await told(reportId);
    expect(heard.map(({ kind }) => kind)).toEqual(['assigned', 'assigned', 'accepted', 'accepted']);
    expect(new Set(heard.map(({ follow_id }) => follow_id)).size).toBe(2);
  });

  it('of a report merged into another is that, and its answer', async () => {
    const [one, primary] = [await published(), await published()];
    await followed(one.number, one.reportId, someone());
    await move(one.number, 'verifikator', { move: 'merge', primaryId: primary.reportId });
    await assigned(primary.number);
    await move(primary.number, 'petugas-lh', { move: 'accept', message: 'Kami datang.' });
    await move(primary.number, 'petugas-lh', { move: 'answer', message: 'Sudah diangkut.', proof: [] });
    await move(primary.number, 'validator', { move: 'approve' });
    expect((await told(one.reportId)).map(({ kind }) => kind)).toEqual(['merged', 'answer_shared']);
    expect(await told(primary.reportId)).toEqual([]);
  });

  it('ends in silence when an officer hides the report, and the address is forgotten', async () => {
    const { number, reportId } = await published();
    await followed(number, reportId, someone());
    await assigned(number);
    await move(number, 'verifikator', { move: 'mask', publication: 'hidden', reason: 'insult' });
    const [{ person_id = '', ended_at = null } = {}] = await followsOf(reportId);
    expect(ended_at).not.toBeNull();
    expect(await vaultOf(person_id)).toEqual([]);
    expect((await told(reportId)).map(({ kind, state }) => [kind, state])).toEqual([['assigned', 'dropped']]);
    await move(number, 'verifikator', { move: 'mask', publication: 'public' });
    await move(number, 'petugas-lh', { move: 'accept', message: 'Kami datang.' });
    expect(await told(reportId)).toHaveLength(1);
  });

  it('rests while the public hides it, and goes on when an officer keeps it', async () => {
    const { number, reportId } = await published();
    await followed(number, reportId, someone());
    for (let at = 0; at < 3; at += 1)
      await openBrowser(site, city).post(`/laporan/${number}/laporkan`, { reason: 'hatred' });
    await assigned(number);
    expect(await told(reportId)).toEqual([]);
    await move(number, 'verifikator', { move: 'mask', publication: 'public' });
    await move(number, 'petugas-lh', { move: 'accept', message: 'Kami datang.' });
    expect((await told(reportId)).map(({ kind }) => kind)).toEqual(['accepted']);
  });
});

describe('whoever had enough', () => {
  const stopLink = async (reportId: string, at = 0) =>
    stopFollowingPath(
      { keyring: site.laksa.keyring, tenantId: city.id },
      (await followsOf(reportId))[at]?.id ?? 'none',
    );

  it('stops by a link and its button; the address is forgotten with the last report', async () => {
    const [one, two] = [await published(), await published()];
    const email = someone();
    await followed(one.number, one.reportId, email);
    await followed(two.number, two.reportId, email);
    const [{ person_id = '' } = {}] = await followsOf(one.reportId);
    const link = await stopLink(one.reportId);
    expect((await openBrowser(site, city).get(link)).body).toContain('Berhenti mengikuti');
    expect((await followsOf(one.reportId))[0]?.ended_at).toBeNull();
    const stopped = await openBrowser(site, city).post(link);
    expect([stopped.statusCode, stopped.body.includes('tidak mengikuti laporan')]).toEqual([200, true]);
    expect((await followsOf(one.reportId))[0]?.ended_at).not.toBeNull();
    expect(await vaultOf(person_id)).toHaveLength(1);
    await openBrowser(site, city).post(await stopLink(two.reportId));
    expect(await vaultOf(person_id)).toEqual([]);
    await assigned(one.number);
    expect(await told(one.reportId)).toEqual([]);
  });

  it('may follow again, and is still one voice', async () => {
    const { number, reportId } = await published();
    const email = someone();
    await followed(number, reportId, email);
    await openBrowser(site, city).post(await stopLink(reportId));
    await followed(number, reportId, email);
    const follows = await followsOf(reportId);
    expect(follows.map(({ ended_at }) => ended_at)).toEqual([null]);
    expect(await vaultOf(follows[0]?.person_id ?? '')).toHaveLength(1);
    expect(await rowsOf('supporter', reportId)).toHaveLength(1);
  });

  it('cannot be stopped by a link of another city', async () => {
    const { number, reportId } = await published();
    await followed(number, reportId, someone());
    expect((await openBrowser(site, other).post(await stopLink(reportId))).statusCode).toBe(404);
    expect((await followsOf(reportId))[0]?.ended_at).toBeNull();
  });
});
