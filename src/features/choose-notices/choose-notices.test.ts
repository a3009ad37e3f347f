import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { showClaimCode } from '../../domain/claim-code.ts';
import { showNumber } from '../../domain/report-number.ts';
import type { Mail } from '../../platform/mail/mail.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import { claimCodeOf } from '../../store/claim.ts';
import { stopFollowing } from '../../store/follow.ts';
import { uuid7 } from '../../platform/db/uuid7.ts';
import { savePerson } from '../../store/person.ts';
import type { Tx } from '../../store/tx.ts';
import { fileSample, moved, readCity } from '../../testing/report-life.ts';
import { startTestSite, type TestSite } from '../../testing/test-site.ts';
import { tasksOf } from '../../worker.ts';
import { workOnPicture } from '../../testing/work-on-picture.ts';
import { openBrowser, type Browser } from '../sign-in/testing/officer.ts';

let site: TestSite;
let city: Tenant;
let sent: Mail[];
beforeAll(async () => {
  site = await startTestSite();
  [city] = site.cities;
}, 60_000);
beforeEach(() => {
  sent = [];
});
afterAll(() => site.close());

const inCity = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => site.laksa.database.inTenant(city.id, work);

const deliver = async (reportId: string): Promise<void> => {
  const task = tasksOf({ ...site.laksa, sendMail: async (mail) => void sent.push(mail), workOnPicture })[
    'deliver-notices'
  ];
  site.clock.advance(120_000);
  await task?.run({ tenantId: city.id, reportId }, { jobId: '1', attempts: 1, signal: new AbortController().signal });
};

/** Each with an address of their own. */
const someReport = (email: string | undefined = `${randomUUID()}@example.org`) =>
  fileSample(site.laksa, city, { description: `Lubang ${randomUUID()}`, identity: { name: 'Warga', email } });

const linkOf = ({ unsubscribeUrl = '' }: Mail): string => new URL(unsubscribeUrl).pathname;

const letterOf = async (reportId: string): Promise<string> => {
  await deliver(reportId);
  const [mail] = sent;
  if (mail === undefined) throw new Error('a letter was sent');
  sent = [];
  return linkOf(mail);
};

const spoken = (number: string) =>
  moved(site.laksa, city, { number, by: 'koordinator', command: { move: 'message', message: 'Kabar.' } });

/** Whether something that happens now comes by mail. */
const hears = async ({ number, reportId }: { readonly number: string; readonly reportId: string }) => {
  sent = [];
  await spoken(number);
  await deliver(reportId);
  return sent.length;
};

const letIn = async ({
  number,
  claimCode,
}: {
  readonly number: string;
  readonly claimCode: string | null;
}): Promise<Browser> => {
  const browser = openBrowser(site, city);
  await browser.post('/lacak', { nomor: number, kode: showClaimCode(claimCode ?? '') });
  return browser;
};

const choice = { apa: 'save', steps: 'all', quiet: 'city', from: '', until: '', language: 'id' };

describe('after the code', () => {
  it('a reporter finds the way from their report, and chooses what, when and in which language', async () => {
    const filed = await someReport();
    const browser = await letIn(filed);
    const path = `/lacak/${filed.number}/pemberitahuan`;
    expect((await browser.get(`/lacak/${filed.number}`)).body).toContain(path);
    const page = (await browser.get(path)).body;
    expect(page).toContain('Ikuti jam tenang kota (20.00–06.00)');
    expect(page).not.toContain('alamat ini');
    const own = { ...choice, steps: 'needed', quiet: 'own', from: '8.00', until: '23:30', language: 'en' };
    const answer = await browser.post(path, own);
    expect(answer.headers.location).toBe(`${path}?selesai=saved`);
    const after = (await browser.get(String(answer.headers.location))).body;
    expect(after).toContain('Pilihan Anda disimpan.');
    expect(after).toMatch(/value="needed"[^>]*checked/);
    expect(after).toContain('value="08.00"');
    expect(after).toContain('value="23.30"');
    await deliver(filed.reportId);
    expect(sent).toEqual([]);
  });

  it.each([
    [{ steps: 'nothing' }, 'steps'],
    [{ quiet: 'own', from: 'malam', until: '07.00' }, 'from'],
    [{ quiet: 'own', from: '21.00', until: '25.00' }, 'until'],
    [{ language: 'jv' }, 'language'],
  ])('%o is refused in words, and nothing typed is lost', async (wrong, field) => {
    const filed = await someReport();
    const browser = await letIn(filed);
    const answer = await browser.post(`/lacak/${filed.number}/pemberitahuan`, { ...choice, ...wrong });
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain(`href="#field-${field}"`);
    expect(await hears(filed)).toBe(1);
  });

  it('one tap stops the letters of the report, the page says so, and another lets them come again', async () => {
    const filed = await someReport();
    const browser = await letIn(filed);
    const path = `/lacak/${filed.number}/pemberitahuan`;
    await browser.post(path, { apa: 'stop' });
    expect(await hears(filed)).toBe(0);
    expect((await browser.get(path)).body).toContain('tetap dapat dibaca di halaman laporan');
    expect((await browser.get(`/lacak/${filed.number}`)).body).toContain('Kabar.');
    await browser.post(path, { apa: 'resume' });
    expect(await hears(filed)).toBe(1);
  });

  it("nobody stops an address by a code: whoever has it may have typed somebody else's", async () => {
    const filed = await someReport();
    const browser = await letIn(filed);
    await browser.post(`/lacak/${filed.number}/pemberitahuan`, { ...choice, apa: 'stop_address' });
    expect(await hears(filed)).toBe(1);
  });

  it('the address in a letter opens the report at once, and asks whoever has no pass for the code', async () => {
    const filed = await someReport();
    await deliver(filed.reportId);
    const [, address = ''] = /\nhttp:\/\/satu\.example(\/lacak\/\d+)\n/.exec(sent[0]?.text ?? '') ?? [];
    expect((await (await letIn(filed)).get(address)).statusCode).toBe(200);
    const stranger = await openBrowser(site, city).get(address);
    expect(stranger.headers.location).toBe(`/lacak?nomor=${filed.number}`);
  });

  it('nobody chooses without the code', async () => {
    const filed = await someReport();
    const stranger = openBrowser(site, city);
    const path = `/lacak/${filed.number}/pemberitahuan`;
    expect((await stranger.get(path)).headers.location).toBe(`/lacak?nomor=${filed.number}`);
    expect((await stranger.post(path, { apa: 'stop' })).headers.location).toBe(`/lacak?nomor=${filed.number}`);
    expect(await hears(filed)).toBe(1);
  });

  it('whoever gave no address reads that there are no letters', async () => {
    const filed = await fileSample(site.laksa, city, { description: `Sampah ${randomUUID()}`, identity: {} });
    const page = await (await letIn(filed)).get(`/lacak/${filed.number}/pemberitahuan`);
    expect(page.body).toContain('Belum ada alamat email');
  });
});

describe('a stop', () => {
  /** What waits to tell that letters were stopped, run as a runner would. */
  const toldOfStop = async (reportId: string): Promise<number> => {
    const letters = await inCity((tx) =>
      tx
        .selectFrom('notice_letter as l')
        .leftJoin('notice as n', 'n.letter_id', 'l.id')
        .select('l.id')
        .where('l.tenant_id', '=', city.id)
        .where('l.report_id', '=', reportId)
        .where('n.id', 'is', null)
        .execute(),
    );
    return letters.length;
  };

  it('by the code is told to the owner, and one by the link in their own letter is not', async () => {
    const filed = await someReport();
    const link = await letterOf(filed.reportId);
    await openBrowser(site, city).post(link, { apa: 'stop' });
    expect(await toldOfStop(filed.reportId)).toBe(0);
    const browser = await letIn(filed);
    const path = `/lacak/${filed.number}/pemberitahuan`;
    await browser.post(path, { apa: 'stop' });
    expect(await toldOfStop(filed.reportId)).toBe(0);
    expect((await browser.get(path)).body).toContain('Kalau dikirim lagi, Anda menerima');
    await browser.post(path, { apa: 'resume' });
    expect((await browser.get(path)).body).toContain('Kalau dihentikan, tidak ada surat lagi');
    await browser.post(path, { apa: 'stop' });
    expect(await toldOfStop(filed.reportId)).toBe(1);
  });
});

describe('where there is nobody whose letters could be chosen', () => {
  const nothing = 'Tidak ada yang disimpan';

  it('a reporter who told nothing of themselves finds no button, and is not told that anything was saved', async () => {
    const filed = await fileSample(site.laksa, city, { description: `Sampah ${randomUUID()}`, identity: {} });
    const browser = await letIn(filed);
    const path = `/lacak/${filed.number}/pemberitahuan`;
    expect((await browser.get(path)).body).not.toContain('name="apa"');
    for (const fields of [choice, { apa: 'stop' }, { apa: 'resume' }, {}]) {
      const answer = await browser.post(path, fields);
      expect(answer.headers.location).toBe(`${path}?selesai=nothing`);
    }
    expect((await browser.get(`${path}?selesai=nothing`)).body).toContain(nothing);
  });

  it('the link in an old letter says that it chooses nothing any more', async () => {
    const filed = await someReport();
    const link = await letterOf(filed.reportId);
    await inCity((tx) =>
      tx
        .updateTable('report')
        .set({ reporter_id: null })
        .where('tenant_id', '=', city.id)
        .where('id', '=', filed.reportId)
        .execute(),
    );
    const old = openBrowser(site, city);
    const page = (await old.get(link)).body;
    expect(page).toContain('Tautan ini tidak lagi mengatur surat');
    expect(page).not.toContain('value="stop"');
    for (const fields of [choice, { apa: 'stop' }, {}])
      expect((await old.post(link, fields)).headers.location).toBe(`${link}?selesai=nothing`);
    expect((await old.get(`${link}?selesai=nothing`)).body).toContain(nothing);
    expect((await old.post(link, { 'List-Unsubscribe': 'One-Click' })).statusCode).toBe(200);
  });
});

describe('by the link in a letter', () => {
  it('opening it changes nothing, however often; its buttons do', async () => {
    const filed = await someReport();
    const link = await letterOf(filed.reportId);
    const anybody = openBrowser(site, city);
    for (let times = 0; times < 3; times += 1) expect((await anybody.get(link)).statusCode).toBe(200);
    expect(await hears(filed)).toBe(1);
    expect((await anybody.post(link, { apa: 'stop' })).headers.location).toBe(`${link}?selesai=stopped`);
    expect(await hears(filed)).toBe(0);
    await anybody.post(link, { ...choice, language: 'en' });
    await anybody.post(link, { apa: 'resume' });
    expect(await hears(filed)).toBe(1);
    expect(sent[0]?.text).toContain('Dear Sir or Madam,');
  });

  it.each(['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    'a mail program stops it by one tap, without cookies or origin, as often as it likes (%s)',
    async (type) => {
      const filed = await someReport();
      const link = await letterOf(filed.reportId);
      const payload = type.startsWith('multipart')
        ? '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n'
        : 'List-Unsubscribe=One-Click';
      for (let times = 0; times < 2; times += 1) {
        const answer = await site.app.inject({
          method: 'POST',
          url: link,
          headers: { host: 'satu.example', 'content-type': type },
          payload,
        });
        expect(answer.statusCode).toBe(200);
      }
      expect(await hears(filed)).toBe(0);
    },
  );

  it('the owner of an address stops all letters to it, whoever files with it, and lets them come again', async () => {
    const address = `${randomUUID()}@example.org`;
    const filed = await someReport(address);
    const link = await letterOf(filed.reportId);
    const owner = openBrowser(site, city);
    await owner.post(link, { apa: 'stop_address' });
    const other = await someReport(address);
    await deliver(other.reportId);
    expect(sent).toEqual([]);
    expect(await hears(filed)).toBe(0);
    expect((await owner.get(link)).body).toContain('Semua surat ke alamat ini dihentikan');
    await owner.post(link, { apa: 'resume_address' });
    expect(await hears(other)).toBe(1);
  });

  it('is of no use to whoever had the address before: it neither shows nor changes the choices of the new one', async () => {
    const filed = await someReport();
    const link = await letterOf(filed.reportId);
    const next = await inCity((tx) =>
      savePerson(
        tx,
        { keyring: site.laksa.keyring, tenantId: city.id, at: city.clock.now() },
        { email: 'baru@example.org' },
        'id',
      ),
    );
    await inCity((tx) =>
      tx
        .updateTable('report')
        .set({ reporter_id: next })
        .where('tenant_id', '=', city.id)
        .where('id', '=', filed.reportId)
        .execute(),
    );
    const old = openBrowser(site, city);
    expect((await old.get(link)).body).not.toContain('name="steps"');
    await old.post(link, { apa: 'stop' });
    expect(await hears(filed)).toBe(1);
    await old.post(link, { apa: 'stop_address' });
    expect(await hears(filed)).toBe(1);
    expect(sent[0]?.to).toBe('baru@example.org');
  });

  it('is worth nothing in the other city, or with a letter changed', async () => {
    const link = await letterOf((await someReport()).reportId);
    const [, dua] = site.cities;
    expect((await openBrowser(site, dua).get(link)).statusCode).toBe(404);
    const last = link.endsWith('A') ? 'B' : 'A';
    const changed = `${link.slice(0, -2)}${last}${link.slice(-1)}`;
    expect((await openBrowser(site, city).get(changed)).statusCode).toBe(404);
    expect((await openBrowser(site, city).post(changed, { apa: 'stop' })).statusCode).toBe(404);
  });

  it('a follower is told what everyone sees, and one tap ends the following of this report', async () => {
    const { follow, filed } = await followed();
    await moved(site.laksa, city, { number: filed.number, by: 'verifikator', command: await verifying() });
    await deliver(filed.reportId);
    const letter = sent.find(({ to }) => to === follow.email);
    expect(letter?.text).toContain('Laporan ini sudah diperiksa.');
    expect(letter?.subject).toContain(showNumber(filed.number));
    expect(letter?.text).not.toContain('Lubang');
    expect(letter?.text).not.toContain('kode');
    if (letter === undefined) throw new Error('the follower was told');
    const page = await openBrowser(site, city).get(linkOf(letter));
    expect(page.body).toContain('Berhenti mengikuti');
    expect(page.body).toContain('Hanya laporan ini: Anda tidak menerima surat lagi tentangnya.');
    expect(page.body).not.toMatch(/Laporan dapat ditutup|value="needed"/);
    await site.app.inject({
      method: 'POST',
      url: linkOf(letter),
      headers: { host: 'satu.example', 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'List-Unsubscribe=One-Click',
    });
    const row = await inCity((tx) =>
      tx
        .selectFrom('follow')
        .select('ended_at')
        .where('tenant_id', '=', city.id)
        .where('id', '=', follow.id)
        .executeTakeFirstOrThrow(),
    );
    expect(row.ended_at).not.toBeNull();
    const ended = (await openBrowser(site, city).get(linkOf(letter))).body;
    expect(ended).toContain('Ikuti lagi laporan ini');
    expect(ended).not.toContain('button-danger');
    expect(await hears(filed)).toBe(1);
    expect(sent[0]?.to).not.toBe(follow.email);
    await inCity((tx) => stopFollowing(tx, city.id, follow.id, city.clock.now()));
  });
});

describe('own quiet hours', () => {
  const pathOf = ({ number }: { readonly number: string }) => `/lacak/${number}/pemberitahuan`;
  const shownIn = (body: string): string => /name="shown" value="([^"]*)"/.exec(body)?.[1] ?? 'none';

  it.each(['city', 'none'])('that were typed count, whatever was left chosen (%s)', async (quiet) => {
    const filed = await someReport();
    const browser = await letIn(filed);
    const path = pathOf(filed);
    const shown = shownIn((await browser.get(path)).body);
    const answer = await browser.post(path, { ...choice, quiet, shown, from: '21.00', until: '7' });
    expect(answer.headers.location).toBe(`${path}?selesai=saved`);
    const { body } = await browser.get(path);
    expect(body).toMatch(/value="own"[^>]*checked/);
    expect(body).toContain('value="21.00"');
    expect(body).toContain('value="07.00"');
  });

  it('give way to another choice where they stand in the form as they were', async () => {
    const filed = await someReport();
    const browser = await letIn(filed);
    const path = pathOf(filed);
    await browser.post(path, { ...choice, quiet: 'own', from: '21.00', until: '07.00' });
    const shown = shownIn((await browser.get(path)).body);
    await browser.post(path, { ...choice, quiet: 'none', shown, from: '21.00', until: '07.00' });
    expect((await browser.get(path)).body).toMatch(/value="none"[^>]*checked/);
  });

  it('that begin and end alike are refused, with what to do', async () => {
    const filed = await someReport();
    const answer = await (
      await letIn(filed)
    ).post(pathOf(filed), { ...choice, quiet: 'own', from: '21.00', until: '21' });
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('Jam mulai dan jam berakhir sama.');
    expect(answer.body).toContain('“Tidak ada: kirim kapan saja”');
    expect(answer.body).toContain('value="21.00"');
  });

  it('that cannot be read are asked for in one sentence', async () => {
    const filed = await someReport();
    const answer = await (
      await letIn(filed)
    ).post(pathOf(filed), { ...choice, quiet: 'city', from: '21.00', until: 'pagi' });
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toMatch(/href="#field-until">Tulis jam berakhirnya dengan angka, misalnya 07\.00\.</);
    expect(answer.body).toMatch(/value="own"[^>]*checked/);
    expect(answer.body).toContain('value="pagi"');
  });
});

describe('where letters are stopped', () => {
  const pathOf = ({ number }: { readonly number: string }) => `/lacak/${number}/pemberitahuan`;
  const stopped = 'Semua surat ke alamat email pada laporan ini dihentikan';

  it('by the owner of the address, the page by the letter says so first, and offers only the way back', async () => {
    const link = await letterOf((await someReport()).reportId);
    const owner = openBrowser(site, city);
    await owner.post(link, { apa: 'stop_address' });
    const { body } = await owner.get(link);
    expect(body).toContain('Semua surat ke alamat ini dihentikan');
    expect(body).toContain('value="resume_address"');
    expect(body).not.toMatch(/value="(save|stop|stop_address)"/);
    const saved = await owner.post(link, { ...choice, language: 'en' });
    const after = (await owner.get(`${String(saved.headers.location)}`)).body;
    expect(after).toContain('Pilihan Anda disimpan, tetapi suratnya tetap dihentikan');
  });

  it('for this report alone, no choice is offered as if it had an effect', async () => {
    const filed = await someReport();
    const browser = await letIn(filed);
    await browser.post(pathOf(filed), { apa: 'stop' });
    const { body } = await browser.get(pathOf(filed));
    expect(body).toContain('value="resume"');
    expect(body).not.toMatch(/value="(save|stop)"/);
    const own = (await browser.get(`/lacak/${filed.number}`)).body;
    expect(own).toContain('Surat tentang laporan ini tidak dikirim');
    expect(own).toContain(`href="${pathOf(filed)}"`);
  });

  it('the browser that has opened a letter to the address is told on the pages of the report, and can have them again', async () => {
    const filed = await someReport();
    const link = await letterOf(filed.reportId);
    const browser = await letIn(filed);
    await browser.get(link);
    expect((await browser.get(`/lacak/${filed.number}`)).body).not.toContain('tidak dikirim');
    await browser.post(link, { apa: 'stop_address' });
    const { body } = await browser.get(pathOf(filed));
    expect(body).toContain(stopped);
    expect(body).not.toMatch(/value="(save|stop|stop_address)"/);
    expect((await browser.get(`/lacak/${filed.number}`)).body).toContain('Surat tentang laporan ini tidak dikirim');
    await browser.post(pathOf(filed), { apa: 'resume_address' });
    expect(await hears(filed)).toBe(1);
    expect((await browser.get(pathOf(filed))).body).not.toContain(stopped);
  });

  it('whoever typed an address learns nothing of what its owner stopped, and cannot undo it', async () => {
    const address = `${randomUUID()}@example.org`;
    const victims = await letterOf((await someReport(address)).reportId);
    const typed = await someReport(address);
    const thief = await letIn(typed);
    const before = await thief.get(pathOf(typed));
    const ownBefore = await thief.get(`/lacak/${typed.number}`);
    await openBrowser(site, city).post(victims, { apa: 'stop_address' });
    expect((await thief.get(pathOf(typed))).body).toBe(before.body);
    expect((await thief.get(`/lacak/${typed.number}`)).body).toBe(ownBefore.body);
    await thief.post(pathOf(typed), { apa: 'resume_address' });
    expect(await hears(typed)).toBe(0);
    expect(before.body).toContain('Pernah menghentikan semua surat ke alamat email Anda?');
  });

  it('whoever came in by a code that was mailed to the address is told', async () => {
    const filed = await someReport();
    const link = await letterOf(filed.reportId);
    await openBrowser(site, city).post(link, { apa: 'stop_address' });
    const generation = 2;
    const code = claimCodeOf(site.laksa.keyring, { tenantId: city.id, reportId: filed.reportId, generation });
    await inCity((tx) =>
      tx
        .updateTable('report')
        .set({ claim_offered: generation })
        .where('tenant_id', '=', city.id)
        .where('id', '=', filed.reportId)
        .execute(),
    );
    const browser = await letIn({ number: filed.number, claimCode: code });
    expect((await browser.get(pathOf(filed))).body).toContain(stopped);
    await browser.post(pathOf(filed), { apa: 'resume_address' });
    expect(await hears(filed)).toBe(1);
  });
});

describe('what the page says of a last letter', () => {
  const promise = 'selain satu surat terakhir';

  it('is said where one goes, and not where whoever has the letter stops it', async () => {
    const filed = await someReport();
    const link = await letterOf(filed.reportId);
    expect((await openBrowser(site, city).get(link)).body).not.toContain(promise);
    const browser = await letIn(filed);
    const path = `/lacak/${filed.number}/pemberitahuan`;
    expect((await browser.get(path)).body).toContain(promise);
    await browser.post(path, { apa: 'stop' });
    await browser.post(path, { apa: 'resume' });
    const { body } = await browser.get(path);
    expect(body).not.toContain(promise);
    expect(body).toContain('sudah pernah diberitahukan lewat surat');
  });
});

const verifying = async () => {
  const { categories } = await readCity(site.laksa, city);
  const categoryId = categories.find(({ slug }) => slug === 'sampah')?.id ?? '';
  const publish = { title: 'Lubang yang dilaporkan', description: 'Lubang besar.', photos: [] };
  return { move: 'verify', class: 'complaint', categoryId, publish } as const;
};

/** Somebody whose address was proved follows a report, from before it was shown. */
const followed = async () => {
  const filed = await someReport();
  const email = `${randomUUID()}@example.org`;
  const at = city.clock.now();
  const vault = { keyring: site.laksa.keyring, tenantId: city.id, at };
  const id = uuid7(at);
  await inCity(async (tx) => {
    const personId = await savePerson(tx, vault, { email }, 'id');
    if (personId === null) throw new Error('a follower has an address');
    const row = { id, report_id: filed.reportId, person_id: personId, contact_hash: Buffer.from(email) };
    await tx
      .insertInto('follow')
      .values({ tenant_id: city.id, ...row, followed_at: at, ended_at: null })
      .execute();
  });
  return { filed, follow: { id, email } };
};
