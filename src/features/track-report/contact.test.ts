import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Mail, SendMail } from '../../platform/mail/mail.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import { claimCodeOf } from '../../store/claim.ts';
import type { Filing } from '../../store/file-report.ts';
import { sealLetterPass } from '../../store/letter-pass.ts';
import { readPerson, type Identity } from '../../store/person.ts';
import { fileSample } from '../../testing/report-life.ts';
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

type Own = { readonly number: string; readonly reportId: string; readonly browser: Browser };

const own = async (more: Partial<Filing> = { identity: siti }): Promise<Own> => {
  const { number, reportId, claimCode } = await fileSample(site.laksa, city, more);
  const browser = openBrowser(site, city);
  expect((await browser.post('/lacak', { nomor: number, kode: claimCode ?? '' })).statusCode).toBe(303);
  return { number, reportId, browser };
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
  const letterTo = async (side: 'old' | 'new'): Promise<Mail | undefined> => {
    const sent: Mail[] = [];
    const sendMail: SendMail = async (mail) => void sent.push(mail);
    const ids = { tenantId: city.id, contactChangeId, side };
    await sendContactLetterTask({ ...site.laksa, sendMail }).run(ids, running);
    return sent[0];
  };
  const [old, fresh] = [await letterTo('old'), await letterTo('new')];
  return { ...(old === undefined ? {} : { old }), ...(fresh === undefined ? {} : { new: fresh }) };
};

const linkIn = (letter: Mail | undefined): string =>
  /http:\/\/satu\.example(\/ganti-kontak\/\S+)/.exec(letter?.text ?? '')?.[1] ?? '/';
const stranger = () => openBrowser(site, city);

describe('what is on record', () => {
  it('is shown in part to who has the code, and that it was opened is written down', async () => {
    const report = await own();
    const { body } = await page(report);
    for (const part of ['s***@g***.com', '08**-****-**12', 'S*** A***']) expect(body).toContain(part);
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
    expect(letters.old?.text).toContain('nomor telepon');
    expect(letters.new).toBeUndefined();
    expect(letters.old?.text).not.toMatch(/0813|81311112222|81234567812/);
    expect((await page(report)).body).toContain('Nomor telepon diganti');
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
    for (const letter of [letters.old, letters.new]) expect(letter?.text).not.toMatch(/siti@|baru@/);
    const link = linkIn(letters.new);
    expect((await stranger().get(link)).statusCode).toBe(200);
    expect((await known(report)).email).toBe(siti.email);
    expect((await stranger().post(link)).statusCode).toBe(200);
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
    expect((await stranger().post(link)).statusCode).toBe(200);
    expect(await known(report)).toEqual(siti);
    expect((await changesOf(report)).map(({ state }) => state)).toEqual(['taken_back', 'taken_back']);
    expect((await page(report)).headers.location).toBe(`/lacak?nomor=${report.number}`);
    const kode = claimCodeOf(site.laksa.claimKeys, {
      tenantId: city.id,
      reportId: report.reportId,
      generation: claim_generation,
    });
    expect((await stranger().post('/lacak', { nomor: report.number, kode })).statusCode).toBe(403);
    expect(await newCodeOpens(report)).toEqual([siti.email, 303]);
    expect((await stranger().post(link)).statusCode).toBe(404);
  });

  it('stops a change that nobody has confirmed', async () => {
    const report = await own();
    await change(report, { email: 'pencuri@example.org' });
    const letters = await lettersOf(report);
    await stranger().post(linkIn(letters.old));
    expect((await stranger().post(linkIn(letters.new))).statusCode).toBe(404);
    expect(await known(report)).toEqual(siti);
    expect(await newCodeOpens(report)).toEqual([siti.email, 303]);
  });

  it('has seven days; then nothing is kept of what was changed but when', async () => {
    const report = await own();
    await change(report, { email: 'baru@example.org' });
    const letters = await lettersOf(report);
    await stranger().post(linkIn(letters.new));
    site.clock.advance(7 * 24 * 3_600_000);
    expect((await stranger().post(linkIn(letters.old))).statusCode).toBe(404);
    await forgetContacts(site.laksa, city);
    expect(await changesOf(report)).toMatchObject([
      { state: 'done', old_sealed: null, new_sealed: null, told_sealed: null },
    ]);
    expect((await known(report)).email).toBe('baru@example.org');
  });
});

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
