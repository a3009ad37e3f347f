import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { lookup } from '../../platform/keyring/tenant-keys.ts';
import { MailError, type Mail, type SendMail } from '../../platform/mail/mail.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import { claimCodeOf } from '../../store/claim.ts';
import { resumeAddress, stopAddress } from '../../store/contact-stop.ts';
import type { Filing } from '../../store/file-report.ts';
import { sealLetterPass } from '../../store/letter-pass.ts';
import { readPerson, type Identity } from '../../store/person.ts';
import { fileSample } from '../../testing/report-life.ts';
import type { Tx } from '../../store/tx.ts';
import { startTestSite, type TestSite } from '../../testing/test-site.ts';
import { sendClaimCodeTask } from '../deliver-notices/send-claim-code.ts';
import { openBrowser, type Browser } from '../sign-in/testing/officer.ts';
import { forgetContacts, sendContactLetterTask } from './jobs.ts';

let site: TestSite;
let city: Tenant;
beforeAll(async () => {
  site = await startTestSite({ maxConnections: 8 });
  city = site.cities[0];
}, 60_000);
afterAll(() => site.close());

const siti = { name: 'Siti Aminah', phone: '+6281234567812', email: 'siti@gmail.com' };

type Own = {
  readonly number: string;
  readonly reportId: string;
  readonly claimCode: string;
  readonly browser: Browser;
};

const own = async (more: Partial<Filing> = { identity: siti }): Promise<Own> => {
  const { number, reportId, claimCode } = await fileSample(site.laksa, city, more);
  const browser = openBrowser(site, city);
  expect((await browser.post('/lacak', { nomor: number, kode: claimCode ?? '' })).statusCode).toBe(303);
  return { number, reportId, claimCode: claimCode ?? '', browser };
};

const page = ({ number, browser }: Own, query = '') => browser.get(`/lacak/${number}/kontak${query}`);
const change = ({ number, browser }: Own, fields: Readonly<Record<string, string>>) =>
  browser.post(`/lacak/${number}/kontak`, fields);

const reportOf = ({ reportId }: Own) =>
  site.laksa.database.inTenant(city.id, (tx) =>
    tx
      .selectFrom('report')
      .select(['reporter_id', 'claim_generation'])
      .where('tenant_id', '=', city.id)
      .where('id', '=', reportId)
      .executeTakeFirstOrThrow(),
  );

const known = async (report: Own): Promise<Identity> => {
  const { reporter_id } = await reportOf(report);
  if (reporter_id === null) return {};
  const reading = { personId: reporter_id, fields: ['name', 'phone', 'email'], reportId: null, postId: null } as const;
  return site.laksa.database.inTenant(city.id, (tx) =>
    readPerson(
      tx,
      { keyring: site.laksa.keyring, tenantId: city.id, at: city.clock.now() },
      { ...reading, ground: 'handling' },
    ),
  );
};

const changesOf = ({ reportId }: Own) =>
  site.laksa.database.inTenant(city.id, (tx) =>
    tx
      .selectFrom('contact_change')
      .selectAll()
      .where('tenant_id', '=', city.id)
      .where('report_id', '=', reportId)
      .orderBy('id')
      .execute(),
  );

const running = { jobId: '1', attempts: 1, signal: new AbortController().signal };

/** The letters about the newest change, as they would leave now. */
const lettersOf = async (report: Own, at = -1): Promise<{ readonly old?: Mail; readonly new?: Mail }> => {
  const contactChangeId = (await changesOf(report)).at(at)?.id ?? '';
  const [old, fresh] = [await letterTo(report, 'old', contactChangeId), await letterTo(report, 'new', contactChangeId)];
  return { ...(old === undefined ? {} : { old }), ...(fresh === undefined ? {} : { new: fresh }) };
};

const letterTo = async (report: Own, side: string, changeId?: string): Promise<Mail | undefined> => {
  const sent: Mail[] = [];
  const sendMail: SendMail = async (mail) => void sent.push(mail);
  const contactChangeId = changeId ?? (await changesOf(report)).at(-1)?.id ?? '';
  await sendContactLetterTask({ ...site.laksa, sendMail }).run({ tenantId: city.id, contactChangeId, side }, running);
  return sent[0];
};

/** The letter with the newest code, as it would leave now. */
const codeLetter = async (report: Own, after = 'asked'): Promise<Mail | undefined> => {
  const sent: Mail[] = [];
  const sendMail: SendMail = async (mail) => void sent.push(mail);
  const { claim_generation, claim_offered } = await rowOf(report);
  const ids = { tenantId: city.id, reportId: report.reportId, generation: claim_offered ?? claim_generation + 1 };
  const writtenAt = city.clock.now().toISOString();
  await sendClaimCodeTask({ ...site.laksa, sendMail }).run({ ...ids, writtenAt, after }, running);
  return sent[0];
};

const rowOf = ({ reportId }: Own) =>
  site.laksa.database.inTenant(city.id, (tx) =>
    tx
      .selectFrom('report')
      .select(['claim_generation', 'claim_offered'])
      .where('tenant_id', '=', city.id)
      .where('id', '=', reportId)
      .executeTakeFirstOrThrow(),
  );

const linkIn = (letter: Mail | undefined): string =>
  /http:\/\/satu\.example(\/ganti-kontak\/\S+)/.exec(letter?.text ?? '')?.[1] ?? '/';
const stranger = () => openBrowser(site, city);
/** By the link of the letter and a code, the first one unless another is given. */
const takeBack = (report: Own, link: string, kode = report.claimCode) =>
  stranger().post(link, { apa: 'take_back', kode });
const disown = (link: string) => stranger().post(link, { apa: 'disown' });

describe('what is on record', () => {
  it('is shown in part to who has the code, and that it was opened is written down', async () => {
    const report = await own();
    const { body } = await page(report);
    for (const part of ['s...i@gmail.com', '08**-****-**12', 'S*** A***']) expect(body).toContain(part);
    for (const whole of [siti.email, 'siti@', '81234567812', 'Aminah']) expect(body).not.toContain(whole);
    expect((await report.browser.get(`/lacak/${report.number}`)).body).toContain('menunjukkan atau mengganti kontak');
  });

  it('is for nobody without the code', async () => {
    const report = await own();
    const answers = [
      await stranger().get(`/lacak/${report.number}/kontak`),
      await change({ ...report, browser: stranger() }, { name: 'Lain' }),
    ];
    expect(answers.map(({ headers }) => headers.location)).toEqual(Array(2).fill(`/lacak?nomor=${report.number}`));
    expect((await known(report)).name).toBe(siti.name);
  });

  it('is reached from the report itself', async () => {
    const report = await own();
    expect((await report.browser.get(`/lacak/${report.number}`)).body).toContain(`/lacak/${report.number}/kontak`);
  });
});

describe('name and telephone', () => {
  it('change at once, and the address on record is told', async () => {
    const report = await own();
    expect((await change(report, { phone: '0813 1111 2222' })).headers.location).toContain('diganti=1');
    expect((await known(report)).phone).toBe('+6281311112222');
    const letters = await lettersOf(report);
    expect(letters.old?.to).toBe(siti.email);
    expect(letters.old?.text).toContain('- Nomor telepon');
    expect(letters.new).toBeUndefined();
    expect(letters.old?.text).not.toMatch(/0813|81311112222|81234567812/);
    expect((await page(report)).body).toContain('Nomor telepon diganti');
  });

  it('typed together are changed together, and one letter names both', async () => {
    const report = await own();
    const asked = await change(report, { name: 'Siti A. Rahma', phone: '0813 1111 2222', email: '' });
    expect(asked.headers.location).toContain('diganti=1');
    expect(await known(report)).toEqual({ ...siti, name: 'Siti A. Rahma', phone: '+6281311112222' });
    const { old } = await lettersOf(report, 0);
    expect(old?.subject).toContain('kontak diganti');
    for (const part of ['- Nama', '- Nomor telepon']) expect(old?.text).toContain(part);
    expect(old?.text).not.toContain('- Alamat email');
    expect(await lettersQueued(report)).toEqual(['old']);
    expect((await takeBack(report, linkIn(old))).statusCode).toBe(200);
    expect(await known(report)).toEqual(siti);
  });

  it('typed together with a new mail address count at once, the address when it has proved itself', async () => {
    const report = await own();
    const asked = await change(report, { name: 'Siti A. Rahma', phone: '', email: 'baru@example.org' });
    expect(asked.headers.location).toMatch(/surat=1.*diganti=1|diganti=1.*surat=1/);
    const after = await page(report, new URL(String(asked.headers.location), city.origin).search);
    for (const part of ['Sudah dicatat', 'mengirim surat ke alamat baru']) expect(after.body).toContain(part);
    expect(await known(report)).toEqual({ ...siti, name: 'Siti A. Rahma' });
    expect((await lettersQueued(report)).toSorted()).toEqual(['new', 'old']);
    const [first, email] = await changesOf(report);
    expect([first?.field, email?.field].toSorted()).toEqual(['email', 'name']);
  });

  it('typed together, one of them wrongly, change nothing, and everything typed comes back', async () => {
    const report = await own();
    const wrong = await change(report, { name: 'Siti A. Rahma', phone: 'nol delapan', email: 'baru@example.org' });
    expect(wrong.statusCode).toBe(422);
    for (const typed of ['Siti A. Rahma', 'nol delapan', 'baru@example.org']) expect(wrong.body).toContain(typed);
    expect(await changesOf(report)).toEqual([]);
  });

  it('all left empty stay as they are, and the page says that nothing was filled in', async () => {
    const report = await own();
    const empty = await change(report, { name: ' ', phone: '', email: '' });
    expect([empty.statusCode, empty.body.includes('Isi paling sedikit satu')]).toEqual([422, true]);
    expect(await changesOf(report)).toEqual([]);
  });

  it('typed wrongly are asked for again, and nothing typed is lost', async () => {
    const report = await own();
    const wrong = await change(report, { phone: 'nol delapan' });
    expect([wrong.statusCode, wrong.body.includes('nol delapan')]).toEqual([422, true]);
    expect((await change(report, { name: '  ' })).statusCode).toBe(422);
    expect((await change(report, { email: 'siti.gmail.com' })).statusCode).toBe(422);
    expect(await known(report)).toEqual(siti);
    expect(await changesOf(report)).toEqual([]);
  });

  it('may be changed five times a day', async () => {
    const report = await own();
    for (let at = 0; at < 5; at += 1) expect((await change(report, { name: `Nama ${at}` })).statusCode).toBe(303);
    const refused = await change(report, { name: 'Nama keenam' });
    expect([refused.statusCode, refused.body.includes('Nama keenam')]).toEqual([429, true]);
    expect((await known(report)).name).toBe('Nama 4');
  });
});

describe('a new mail address', () => {
  it('counts once its link was opened and its button pressed; the old one is told at once', async () => {
    const report = await own();
    expect((await change(report, { email: ' Baru@Example.org ' })).headers.location).toContain('surat=1');
    expect((await known(report)).email).toBe(siti.email);
    const letters = await lettersOf(report);
    expect([letters.old?.to, letters.new?.to]).toEqual([siti.email, 'baru@example.org']);
    expect((await page(report)).body).toContain('menunggu: b...u@example.org');
    for (const letter of [letters.old, letters.new]) expect(letter?.text).not.toMatch(/siti@|baru@/);
    const link = linkIn(letters.new);
    expect((await stranger().get(link)).statusCode).toBe(200);
    expect((await known(report)).email).toBe(siti.email);
    expect((await stranger().post(link)).body).toContain(`href="/lacak/${report.number}"`);
    expect((await page(report)).body).not.toContain('menunggu: b');
    expect((await known(report)).email).toBe('baru@example.org');
    expect((await stranger().post(link)).statusCode).toBe(404);
    expect((await page(report)).body).toContain('Alamat email diganti');
  });

  it('is added by who told nothing when they filed', async () => {
    const report = await own({ identity: {} });
    expect((await page(report)).body).toContain('Belum ada yang tercatat');
    await change(report, { email: 'baru@example.org' });
    const letters = await lettersOf(report);
    expect(letters.old).toBeUndefined();
    await stranger().post(linkIn(letters.new));
    expect(await known(report)).toEqual({ email: 'baru@example.org' });
  });

  it('is over after 48 hours, or when another was asked for', async () => {
    const report = await own();
    await change(report, { email: 'satu@example.org' });
    const first = linkIn((await lettersOf(report)).new);
    site.clock.advance(1_000);
    await change(report, { email: 'dua@example.org' });
    const second = linkIn((await lettersOf(report)).new);
    expect((await stranger().post(first)).statusCode).toBe(404);
    site.clock.advance(48 * 3_600_000);
    expect((await stranger().post(second)).statusCode).toBe(404);
    expect((await known(report)).email).toBe(siti.email);
    await forgetContacts(site.laksa, city);
    expect((await changesOf(report)).map(({ state }) => state)).toEqual(['expired', 'expired']);
  });

  it('of a link of another city, another kind or nobody changes nothing', async () => {
    const report = await own();
    await change(report, { email: 'baru@example.org' });
    const id = (await changesOf(report))[0]?.id ?? '';
    const { keyring } = site.laksa;
    const passes = [
      sealLetterPass({ keyring, tenantId: site.cities[1].id, kind: 'contact' }, id),
      sealLetterPass({ keyring, tenantId: city.id, kind: 'contact_back' }, id),
      sealLetterPass({ keyring, tenantId: city.id, kind: 'follow' }, id),
      'x'.repeat(43),
    ];
    for (const pass of passes) expect((await stranger().post(`/ganti-kontak/${pass}`)).statusCode).toBe(404);
    const [elsewhere = ''] = passes;
    expect((await openBrowser(site, site.cities[1]).post(`/ganti-kontak/${elsewhere}`)).statusCode).toBe(404);
    expect((await known(report)).email).toBe(siti.email);
  });
});

describe('a contact added where there was none', () => {
  const mailAlone = { identity: { email: siti.email } };

  it('is called that in the letter, on the page and when it is taken back', async () => {
    const report = await own(mailAlone);
    await change(report, { phone: '0813 1111 2222' });
    expect((await page(report)).body).toContain('Nomor telepon ditambahkan');
    const { old } = await lettersOf(report);
    expect(old?.subject).toContain('kontak ditambahkan');
    expect(old?.text).toContain('- Nomor telepon: ditambahkan');
    expect(old?.text).not.toMatch(/diganti|semula/);
    const { body } = await takeBack(report, linkIn(old));
    expect(body).toContain('Nomor telepon: yang ditambahkan dihapus lagi');
    expect(body).not.toContain('yang lama dicatat kembali');
    expect(await known(report)).toEqual({ email: siti.email });
  });

  it('and changed after that is still taken out again as a whole', async () => {
    const report = await own(mailAlone);
    await change(report, { name: 'Siti' });
    const { old } = await lettersOf(report);
    site.clock.advance(1_000);
    await change(report, { name: 'Siti Aminah' });
    expect((await page(report)).body).toMatch(/Nama diganti[^<]*<\/li>.*Nama ditambahkan/s);
    expect((await takeBack(report, linkIn(old))).body).toContain('Nama: yang ditambahkan dihapus lagi');
    expect(await known(report)).toEqual({ email: siti.email });
  });

  it('is no longer told from one that was changed when that is forgotten', async () => {
    const report = await own(mailAlone);
    await change(report, { phone: '0813 1111 2222' });
    site.clock.advance(8 * 24 * 3_600_000);
    await forgetContacts(site.laksa, city);
    const again = openBrowser(site, city);
    await again.post('/lacak', { nomor: report.number, kode: report.claimCode });
    expect((await page({ ...report, browser: again })).body).toContain('Nomor telepon dicatat');
  });
});

describe('the letters about a change', () => {
  it('are in the language that the reporter has chosen since, and so are the pages that they lead to', async () => {
    const report = await own();
    const english = { apa: 'save', steps: 'all', quiet: 'city', from: '', until: '', language: 'en' };
    await report.browser.post(`/lacak/${report.number}/pemberitahuan`, english);
    await change(report, { phone: '0813 1111 2222' });
    const { old } = await lettersOf(report);
    expect(old?.subject).toMatch(/^Report .*: contact changed$/);
    expect(old?.fromName).toBe('Citizens’ reports, Kota Satu');
    expect(linkIn(old)).toMatch(/\?lang=en$/);
    expect((await stranger().get(linkIn(old))).body).toContain('A change of contact on a report');
  });
});

describe('the owner of the old address', () => {
  it('takes back what a thief of the code changed, and the thief is out', async () => {
    const report = await own();
    await change(report, { email: 'pencuri@example.org' });
    const letters = await lettersOf(report);
    await stranger().post(linkIn(letters.new));
    site.clock.advance(1_000);
    await change(report, { phone: '0813 9999 8888' });
    site.clock.advance(6 * 24 * 3_600_000);
    const { claim_generation } = await reportOf(report);
    const link = linkIn(letters.old);
    expect(link).toContain('/batal/');
    expect((await stranger().get(link)).statusCode).toBe(200);
    expect((await known(report)).email).toBe('pencuri@example.org');
    expect((await takeBack(report, link)).statusCode).toBe(200);
    expect(await known(report)).toEqual(siti);
    expect((await changesOf(report)).map(({ state }) => state)).toEqual(['taken_back', 'taken_back']);
    expect((await page(report)).headers.location).toBe(`/lacak?nomor=${report.number}`);
    const kode = claimCodeOf(site.laksa.keyring, {
      tenantId: city.id,
      reportId: report.reportId,
      generation: claim_generation,
    });
    expect((await stranger().post('/lacak', { nomor: report.number, kode })).statusCode).toBe(403);
    expect(await newCodeOpens(report)).toEqual([siti.email, 303]);
    expect((await takeBack(report, link)).statusCode).toBe(404);
  });

  it('stops a change that nobody has confirmed', async () => {
    const report = await own();
    await change(report, { email: 'pencuri@example.org' });
    const letters = await lettersOf(report);
    await takeBack(report, linkIn(letters.old));
    expect((await stranger().post(linkIn(letters.new))).statusCode).toBe(404);
    expect(await known(report)).toEqual(siti);
    expect(await newCodeOpens(report)).toEqual([siti.email, 303]);
  });

  it('takes it back for good: no link that went to the thief opens anything afterwards', async () => {
    const report = await own();
    await change(report, { email: 'pencuri@example.org' });
    const letters = await lettersOf(report);
    await stranger().post(linkIn(letters.new));
    site.clock.advance(1_000);
    await change(report, { email: 'satu@example.org' });
    const thiefs = linkIn((await lettersOf(report)).old);
    site.clock.advance(1_000);
    await change(report, { email: 'dua@example.org' });
    expect((await changesOf(report)).map(({ state }) => state)).toEqual(['done', 'expired', 'waiting']);
    expect((await takeBack(report, linkIn(letters.old))).statusCode).toBe(200);
    const { claim_generation } = await reportOf(report);
    expect((await stranger().get(thiefs)).statusCode).toBe(404);
    expect((await takeBack(report, thiefs)).statusCode).toBe(404);
    expect((await reportOf(report)).claim_generation).toBe(claim_generation);
    expect(await known(report)).toEqual(siti);
    expect(await newCodeOpens(report)).toEqual([siti.email, 303]);
  });

  it('is not undone by a link of an address that was not on record then', async () => {
    const report = await own();
    await change(report, { email: 'pencuri@example.org' });
    const letters = await lettersOf(report);
    await stranger().post(linkIn(letters.new));
    site.clock.advance(1_000);
    await change(report, { phone: '0813 9999 8888' });
    const thiefs = linkIn((await lettersOf(report)).old);
    await takeBack(report, linkIn(letters.old));
    const last = (await changesOf(report)).at(-1)?.id ?? '';
    await site.laksa.database.inTenant(city.id, (tx) => setState(tx, city.id, last, 'expired'));
    expect((await takeBack(report, thiefs)).statusCode).toBe(404);
    expect(await known(report)).toEqual(siti);
    expect(await newCodeOpens(report)).toEqual([siti.email, 303]);
  });

  it('shuts a new address out by using a new code: what was asked with the old one is over', async () => {
    const report = await own();
    await change(report, { email: 'pencuri@example.org' });
    const letters = await lettersOf(report);
    expect((await stranger().post('/lacak/kode-baru', { nomor: report.number, kontak: siti.email })).statusCode).toBe(
      303,
    );
    expect(await newCodeOpens(report)).toEqual([siti.email, 303]);
    expect((await stranger().post(linkIn(letters.new))).statusCode).toBe(404);
    expect(await known(report)).toEqual(siti);
  });

  it('who once stopped all letters still gets the warning and the new code, if the report is known to be theirs', async () => {
    const report = await own({ identity: { ...siti, email: 'berhenti@example.org' } });
    await stopped('berhenti@example.org');
    await change(report, { name: 'Maling' });
    expect((await lettersOf(report)).old).toBeUndefined();
    expect(await codeLetter(report)).toBeUndefined();
    await resumed('berhenti@example.org');
    await stranger().post('/lacak/kode-baru', { nomor: report.number, kontak: 'berhenti@example.org' });
    const browser = stranger();
    const [kode = ''] = (await codeLetter(report))?.text.match(/[0-9]{4}-[0-9]{4}/) ?? [];
    expect((await browser.post('/lacak', { nomor: report.number, kode })).statusCode).toBe(303);
    await stopped('berhenti@example.org');
    site.clock.advance(1_000);
    await change({ ...report, browser }, { email: 'pencuri@example.org' });
    await takeBack(report, linkIn((await lettersOf(report)).old));
    expect(await newCodeOpens(report)).toEqual(['berhenti@example.org', 303]);
  });

  it('takes all of it back by the newer letter, too: the code goes to that address alone, and the page says what was undone', async () => {
    const report = await own();
    await change(report, { email: 'pencuri@example.org' });
    const letters = await lettersOf(report);
    site.clock.advance(1_000);
    await change(report, { name: 'Maling', phone: '0813 9999 8888' });
    const newer = linkIn((await lettersOf(report)).old);
    await stranger().post(linkIn(letters.new));
    site.clock.advance(1_000);
    await change(report, { phone: '0813 7777 6666' });
    const thiefs = (await lettersOf(report)).old;
    expect(thiefs?.to).toBe('pencuri@example.org');
    const { body, statusCode } = await takeBack(report, newer);
    expect(statusCode).toBe(200);
    for (const part of ['Alamat email: yang lama', 'Nama: yang lama', 'Nomor telepon: yang lama'])
      expect(body).toContain(part);
    expect(await known(report)).toEqual(siti);
    for (const link of [linkIn(thiefs), linkIn(letters.old), linkIn(letters.new), newer])
      expect((await takeBack(report, link)).statusCode).toBe(404);
    expect(await newCodeOpens(report)).toEqual([siti.email, 303]);
  });

  it('takes back by the newer letter what still waits: its link confirms nothing afterwards', async () => {
    const report = await own();
    await change(report, { email: 'pencuri@example.org' });
    const letters = await lettersOf(report);
    site.clock.advance(1_000);
    await change(report, { name: 'Maling' });
    const { body } = await takeBack(report, linkIn((await lettersOf(report)).old));
    for (const part of ['Alamat email: yang diminta tidak jadi', 'Nama: yang lama']) expect(body).toContain(part);
    expect((await stranger().post(linkIn(letters.new))).statusCode).toBe(404);
    expect(await known(report)).toEqual(siti);
    expect((await changesOf(report)).map(({ state }) => state)).toEqual(['taken_back', 'taken_back']);
  });

  it('has all five changes of a day again with the new code', async () => {
    const report = await own();
    for (let at = 0; at < 5; at += 1) await change(report, { name: `Maling ${at}` });
    await takeBack(report, linkIn((await lettersOf(report)).old));
    const browser = stranger();
    const [kode = ''] = (await codeLetter(report, 'taken_back'))?.text.match(/[0-9]{4}-[0-9]{4}/) ?? [];
    expect((await browser.post('/lacak', { nomor: report.number, kode })).statusCode).toBe(303);
    expect((await change({ ...report, browser }, { name: 'Siti A. Rahma' })).statusCode).toBe(303);
  });

  it('gets a letter with the code that says the old one is void already; the address that is out is told once', async () => {
    const report = await own();
    await change(report, { email: 'pencuri@example.org' });
    const letters = await lettersOf(report);
    await stranger().post(linkIn(letters.new));
    expect(await letterTo(report, 'removed')).toBeUndefined();
    await takeBack(report, linkIn(letters.old));
    const code = await codeLetter(report, 'taken_back');
    expect(code?.subject).toContain('perubahan dibatalkan');
    expect(code?.text).toContain('sudah tidak berlaku');
    expect(code?.text).not.toContain('Begitu Anda memakainya');
    expect((await lettersQueued(report)).filter((side) => side === 'removed')).toHaveLength(1);
    const removed = await letterTo(report, 'removed');
    expect([removed?.to, removed?.subject.includes('dibatalkan oleh alamat yang lama')]).toEqual([
      'pencuri@example.org',
      true,
    ]);
    expect(removed?.text).not.toMatch(/siti|Kode: /i);
  });

  it('is told in one letter that a new address was asked for, in another that it counts', async () => {
    const report = await own();
    await change(report, { email: 'baru@example.org' });
    const letters = await lettersOf(report);
    expect([letters.old?.subject, letters.old?.text]).toEqual([
      expect.stringContaining('diminta diganti'),
      expect.stringContaining('Yang lama masih dipakai'),
    ]);
    await stranger().post(linkIn(letters.new));
    const done = await letterTo(report, 'later');
    expect([done?.to, done?.subject]).toEqual([siti.email, expect.stringContaining('kontak diganti')]);
    expect(done?.text).toContain('Alamat email: sudah diganti');
    expect(done?.messageId).not.toBe(letters.old?.messageId);
  });

  it('has seven days; then nothing is kept of what was changed but when', async () => {
    const report = await own();
    await change(report, { email: 'baru@example.org' });
    const letters = await lettersOf(report);
    await stranger().post(linkIn(letters.new));
    site.clock.advance(7 * 24 * 3_600_000);
    expect((await takeBack(report, linkIn(letters.old))).statusCode).toBe(404);
    await forgetContacts(site.laksa, city);
    expect(await changesOf(report)).toMatchObject([
      { state: 'done', old_sealed: null, new_sealed: null, told_sealed: null },
    ]);
    expect((await known(report)).email).toBe('baru@example.org');
  });
});

describe('an address added where there was none', () => {
  const added = async (): Promise<Own & { readonly old: Browser }> => {
    const report = await own({ identity: { phone: siti.phone } });
    await change(report, { email: 'pencuri@example.org' });
    await stranger().post(linkIn((await lettersOf(report)).new));
    return { ...report, old: report.browser };
  };
  const askedBy = (report: Own, kontak: string) =>
    stranger().post('/lacak/kode-baru', { nomor: report.number, kontak });
  const offered = async (report: Own) => (await rowOf(report)).claim_offered;

  it('gets a code that opens beside the older one, for seven days', async () => {
    const report = await added();
    await askedBy(report, 'pencuri@example.org');
    const letter = await codeLetter(report);
    expect(letter?.text).toContain('yang lama juga masih berlaku');
    const [kode = ''] = letter?.text.match(/[0-9]{4}-[0-9]{4}/) ?? [];
    expect((await stranger().post('/lacak', { nomor: report.number, kode })).statusCode).toBe(303);
    expect((await page(report)).statusCode).toBe(200);
    site.clock.advance(7 * 24 * 3_600_000);
    expect((await stranger().post('/lacak', { nomor: report.number, kode })).statusCode).toBe(303);
    expect((await page(report)).statusCode).toBe(303);
  });

  it('is shown to whoever comes in, who can remove it: what was sent there opens nothing any more', async () => {
    const report = await added();
    await askedBy(report, 'pencuri@example.org');
    const [kode = ''] = (await codeLetter(report))?.text.match(/[0-9]{4}-[0-9]{4}/) ?? [];
    const shown = (await report.browser.get(`/lacak/${report.number}`)).body;
    for (const part of ['Alamat email ditambahkan', 'Bukan saya, hapus alamat itu']) expect(shown).toContain(part);
    const removed = await change(report, { apa: 'remove_added' });
    expect(removed.headers.location).toContain('dihapus=1');
    expect((await page(report, '?dihapus=1')).body).toContain('sudah dihapus');
    expect(await known(report)).toEqual({ phone: siti.phone });
    expect((await stranger().post('/lacak', { nomor: report.number, kode })).statusCode).toBe(403);
    expect((await report.browser.get(`/lacak/${report.number}`)).body).not.toContain('Alamat email ditambahkan');
    expect((await change(report, { apa: 'remove_added' })).headers.location).not.toContain('dihapus');
  });

  it('is no answer to a telephone number before seven days are over', async () => {
    const report = await added();
    await askedBy(report, siti.phone);
    expect(await offered(report)).toBeNull();
    site.clock.advance(7 * 24 * 3_600_000);
    await askedBy(report, siti.phone);
    expect(await offered(report)).toBe(2);
  });
});

describe('the own page of who filed with an address that stopped all letters', () => {
  it('says what may be, and the same whether it did', async () => {
    const report = await own({ identity: { ...siti, email: 'tanpa.surat@example.org' } });
    const before = (await report.browser.get(`/lacak/${report.number}`)).body;
    expect(before).toContain('Kalau Anda pernah menghentikan semua surat ke alamat email Anda');
    await stopped('tanpa.surat@example.org');
    expect((await report.browser.get(`/lacak/${report.number}`)).body).toBe(before);
  });
});

describe('a letter about a change', () => {
  /** Filed with the address of a stranger, who never had the code; the right one was asked for since. */
  const mistyped = async (isConfirmed = true): Promise<Own & { readonly back: string; readonly fresh: string }> => {
    const report = await own({ identity: { ...siti, email: 'orang.lain@example.org' } });
    await change(report, { email: siti.email });
    const letters = await lettersOf(report);
    if (isConfirmed) await stranger().post(linkIn(letters.new));
    return { ...report, back: linkIn(letters.old), fresh: linkIn(letters.new) };
  };
  const ownPage = async ({ number, browser }: Own) => (await browser.get(`/lacak/${number}`)).body;

  it('offers its reader two ways, and does nothing by itself', async () => {
    const report = await mistyped();
    const { body } = await stranger().get(report.back);
    for (const part of ['Laporan ini milik saya', 'name="kode"', 'Laporan ini bukan milik saya', 'value="disown"'])
      expect(body).toContain(part);
    expect(body).not.toMatch(/siti@|orang\.lain|Siti/);
    expect((await known(report)).email).toBe(siti.email);
  });

  it('takes nothing back for who has the letterbox alone', async () => {
    const report = await mistyped();
    const tries = [
      await stranger().post(report.back),
      await takeBack(report, report.back, ''),
      await takeBack(report, report.back, report.claimCode === '12345678' ? '12345679' : '12345678'),
    ];
    expect(tries.map(({ statusCode }) => statusCode)).toEqual([422, 422, 403]);
    expect(tries[2]?.body).toContain('Itu bukan kode laporan ini');
    expect(tries[2]?.body).toContain('Laporan ini bukan milik saya');
    expect(await known(report)).toEqual(siti);
    expect((await page(report)).statusCode).toBe(200);
    expect((await takeBack(report, report.back)).statusCode).toBe(200);
  });

  it('takes nothing back for who has the code alone: no link is theirs', async () => {
    const report = await mistyped();
    const id = (await changesOf(report))[0]?.id ?? '';
    const forged = sealLetterPass({ keyring: site.laksa.keyring, tenantId: city.id, kind: 'contact' }, id);
    expect((await takeBack(report, `/ganti-kontak/batal/${forged}`)).statusCode).toBe(404);
    expect(await known(report)).toEqual(siti);
  });

  it('takes it back for the owner after the thief had the code replaced, by the older code', async () => {
    const report = await own();
    await change(report, { email: 'pencuri@example.org' });
    const letters = await lettersOf(report);
    await stranger().post(linkIn(letters.new));
    await stranger().post('/lacak/kode-baru', { nomor: report.number, kontak: 'pencuri@example.org' });
    const [kode = ''] = (await codeLetter(report))?.text.match(/[0-9]{4}-[0-9]{4}/) ?? [];
    expect((await stranger().post('/lacak', { nomor: report.number, kode })).statusCode).toBe(303);
    expect((await rowOf(report)).claim_generation).toBe(2);
    expect((await takeBack(report, linkIn(letters.old))).statusCode).toBe(200);
    expect(await known(report)).toEqual(siti);
    expect((await stranger().post('/lacak', { nomor: report.number, kode })).statusCode).toBe(403);
    expect(await newCodeOpens(report)).toEqual([siti.email, 303]);
  });

  it('may be tried with ten codes an hour, counted for its own letterbox, also from many hands at once', async () => {
    const report = await mistyped();
    const wrong = Array.from({ length: 14 }, () => takeBack(report, report.back, '00000000'));
    const codes = (await Promise.all(wrong)).map(({ statusCode }) => statusCode).toSorted();
    expect([codes.filter((one) => one === 403).length, codes.filter((one) => one === 429).length]).toEqual([10, 4]);
    expect((await takeBack(report, report.back)).statusCode).toBe(429);
    expect((await known(report)).email).toBe(siti.email);
    expect((await stranger().post('/lacak', { nomor: report.number, kode: report.claimCode })).statusCode).toBe(303);
    site.clock.advance(3_600_000);
    expect((await takeBack(report, report.back)).statusCode).toBe(200);
  });

  it('lets a stranger say that the report is not theirs: what waits goes on, and nothing else changes', async () => {
    const report = await mistyped(false);
    expect((await disown(report.back)).body).toContain('Alamat Anda tidak lagi tercatat');
    expect(await known(report)).toEqual({ name: siti.name, phone: siti.phone });
    expect(await ownPage(report)).toContain('pemiliknya menyatakan laporan ini bukan miliknya');
    expect((await stranger().post(report.fresh)).statusCode).toBe(200);
    expect(await known(report)).toEqual(siti);
    expect((await rowOf(report)).claim_generation).toBe(1);
    expect((await page(report)).body).toContain('Alamat email ditambahkan');
    expect((await lettersQueued(report)).filter((side) => side === 'done')).toEqual([]);
  });

  it('leaves the right address where it stands when a stranger says so afterwards', async () => {
    const report = await mistyped();
    expect((await disown(report.back)).statusCode).toBe(200);
    expect(await known(report)).toEqual(siti);
    expect(await ownPage(report)).toContain('pemiliknya menyatakan laporan ini bukan miliknya');
    site.clock.advance(8 * 24 * 3_600_000);
    const again = stranger();
    await again.post('/lacak', { nomor: report.number, kode: report.claimCode });
    expect(await ownPage({ ...report, browser: again })).not.toContain('pemiliknya menyatakan');
  });

  it('and all others of that address are void then, and none goes there any more, whoever names it again', async () => {
    const report = await mistyped(false);
    site.clock.advance(1_000);
    await change(report, { name: 'Siti' });
    const second = linkIn((await lettersOf(report)).old);
    await disown(report.back);
    for (const link of [report.back, second]) {
      expect((await stranger().get(link)).statusCode).toBe(404);
      expect((await takeBack(report, link)).statusCode).toBe(404);
      expect((await disown(link)).statusCode).toBe(404);
    }
    for (const side of ['old', 'done', 'later'])
      for (const { id } of await changesOf(report)) expect(await letterTo(report, side, id)).toBeUndefined();
    site.clock.advance(1_000);
    await change(report, { email: 'orang.lain@example.org' });
    expect(await lettersOf(report)).toEqual({});
    expect((await known(report)).name).toBe('Siti');
  });

  it('voids a code that was sent to the address that is not theirs', async () => {
    const report = await mistyped(false);
    await stranger().post('/lacak/kode-baru', { nomor: report.number, kontak: 'orang.lain@example.org' });
    await disown(report.back);
    const kode = claimCodeOf(site.laksa.keyring, { tenantId: city.id, reportId: report.reportId, generation: 2 });
    expect((await stranger().post('/lacak', { nomor: report.number, kode })).statusCode).toBe(403);
    expect((await page(report)).statusCode).toBe(200);
  });

  it('is good once, and for seven days, for either way', async () => {
    const [one, two, old] = [await mistyped(), await mistyped(), await mistyped()];
    expect((await takeBack(one, one.back)).statusCode).toBe(200);
    expect((await disown(two.back)).statusCode).toBe(200);
    site.clock.advance(1_000);
    for (const { back } of [one, two]) {
      expect((await takeBack(one, back)).statusCode).toBe(404);
      expect((await takeBack(two, back)).statusCode).toBe(404);
      expect((await disown(back)).statusCode).toBe(404);
    }
    site.clock.advance(7 * 24 * 3_600_000);
    expect((await takeBack(old, old.back)).statusCode).toBe(404);
    expect((await disown(old.back)).statusCode).toBe(404);
    expect(await known(old)).toEqual(siti);
  });

  it('does one of both when both buttons are pressed at once by two hands', async () => {
    const report = await mistyped();
    const answers = await Promise.all([takeBack(report, report.back), disown(report.back)]);
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 404]);
    const isTakenBack = answers[0]?.statusCode === 200;
    expect((await known(report)).email).toBe(isTakenBack ? 'orang.lain@example.org' : siti.email);
    expect((await rowOf(report)).claim_generation).toBe(isTakenBack ? 2 : 1);
  });
});

describe('a letterbox', () => {
  it('gets no more than three letters from changes at however many reports, with those of follows', async () => {
    for (let at = 0; at < 4; at += 1) {
      const report = await own();
      await change(report, { email: 'korban@example.org' });
      expect((await lettersQueued(report)).filter((side) => side === 'new')).toHaveLength(at < 3 ? 1 : 0);
    }
  });

  it('on record is warned once a day, and then of all that followed', async () => {
    const report = await own();
    for (const asked of [{ name: 'Satu' }, { phone: '0813 1111 2222' }, { email: 'x@example.org' }, { name: 'Dua' }]) {
      site.clock.advance(1_000);
      await change(report, asked);
    }
    expect((await lettersQueued(report)).toSorted()).toEqual(['later', 'new', 'old']);
    const [, second] = await changesOf(report);
    const later = await letterTo(report, 'later', second?.id);
    for (const part of ['- Nama: sudah', '- Nomor telepon: sudah', '- Alamat email: diminta'])
      expect(later?.text).toContain(part);
    expect((await takeBack(report, linkIn(later))).statusCode).toBe(200);
    expect(await known(report)).toEqual(siti);
  });

  it('that refuses the letter to a new address for good ends the change, and the job', async () => {
    const report = await own();
    await change(report, { email: 'tidakada@example.org' });
    await refusedLetter(report, 'old');
    expect((await changesOf(report)).map(({ state }) => state)).toEqual(['waiting']);
    await refusedLetter(report, 'new');
    expect((await changesOf(report)).map(({ state }) => state)).toEqual(['expired']);
  });

  it('that is full for now is tried again', async () => {
    const report = await own();
    await change(report, { email: 'penuh@example.org' });
    await expect(refusedLetter(report, 'new', false)).rejects.toThrow('452');
    expect((await changesOf(report)).map(({ state }) => state)).toEqual(['waiting']);
  });

  it('that is to be put on record stops all letters of the city by a link in the letter', async () => {
    const report = await own();
    await change(report, { email: 'bukansaya@example.org' });
    const letter = (await lettersOf(report)).new;
    const stop = new URL(letter?.unsubscribeUrl ?? '', city.origin).pathname;
    expect(letter?.text).toContain(stop);
    expect((await stranger().post(stop, { 'List-Unsubscribe': 'One-Click' })).statusCode).toBe(200);
    expect((await lettersOf(report)).new).toBeUndefined();
    expect((await stranger().post(stop, { apa: 'resume_address' })).statusCode).toBe(200);
    expect((await lettersOf(report)).new?.to).toBe('bukansaya@example.org');
  });
});

const refusedLetter = async (report: Own, side: 'old' | 'new', isPermanent = true): Promise<void> => {
  const contactChangeId = (await changesOf(report))[0]?.id ?? '';
  const sendMail: SendMail = () =>
    Promise.reject(new MailError(isPermanent ? '550 no such mailbox' : '452 mailbox full', isPermanent));
  await sendContactLetterTask({ ...site.laksa, sendMail }).run({ tenantId: city.id, contactChangeId, side }, running);
};

const stopped = (email: string): Promise<void> =>
  site.laksa.database.inTenant(city.id, async (tx) => {
    const keys = await site.laksa.keyring.tenantKeys(tx, city.id, city.clock.now());
    await stopAddress(tx, { tenantId: city.id, lookup: lookup(keys, 'email', email), at: city.clock.now() });
  });

const resumed = (email: string): Promise<void> =>
  site.laksa.database.inTenant(city.id, async (tx) => {
    const keys = await site.laksa.keyring.tenantKeys(tx, city.id, city.clock.now());
    await resumeAddress(tx, { tenantId: city.id, lookup: lookup(keys, 'email', email), at: city.clock.now() });
  });

const setState = async (tx: Tx, tenantId: string, id: string, state: string): Promise<void> => {
  await tx
    .updateTable('contact_change')
    .set({ state })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute();
};

/** Which letters about changes of this report wait to be sent. */
const lettersQueued = async (report: Own): Promise<readonly string[]> => {
  const ids = (await changesOf(report)).map(({ id }) => id);
  const client = new pg.Client({ connectionString: site.url });
  await client.connect();
  try {
    const { rows } = await client.query<{ side: string }>(
      `select j.payload ->> 'side' as side from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
       where t.identifier = 'send-contact-letter' and j.payload ->> 'contactChangeId' = any($1)`,
      [ids],
    );
    return rows.map(({ side }) => side);
  } finally {
    await client.end();
  }
};

/** To whom the letter with the new code goes, and whether it opens the report. */
const newCodeOpens = async (report: Own): Promise<readonly [string | undefined, number]> => {
  const sent: Mail[] = [];
  const sendMail: SendMail = async (mail) => void sent.push(mail);
  const { claim_generation } = await reportOf(report);
  const ids = { tenantId: city.id, reportId: report.reportId, generation: claim_generation + 1 };
  const writtenAt = city.clock.now().toISOString();
  await sendClaimCodeTask({ ...site.laksa, sendMail }).run({ ...ids, writtenAt }, running);
  const kode = /Kode: (.+)/.exec(sent[0]?.text ?? '')?.[1] ?? '';
  const opened = await stranger().post('/lacak', { nomor: report.number, kode });
  return [sent[0]?.to, opened.statusCode];
};
