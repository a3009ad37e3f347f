import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { showNumber } from '../../domain/report-number.ts';
import { uuid7 } from '../../platform/db/uuid7.ts';
import { addDuty } from '../../store/duty.ts';
import { fileSample, moved, readCity } from '../../testing/report-life.ts';
import { startTestSite, type TestSite } from '../../testing/test-site.ts';
import { signedIn, type Officer } from '../sign-in/testing/officer.ts';

let site: TestSite;
let officer: Officer;
let number: string;
let secret: string;

beforeAll(async () => {
  site = await startTestSite();
  officer = await signedIn(site, site.cities[0], 'petugas-pupr');
  number = await given();
  site.clock.advance(60_000);
  secret = await given({ isSecret: true });
});
afterAll(() => site.close());

/** A report that the officer of the roads is to work on. */
const given = async (more: Parameters<typeof fileSample>[2] = {}): Promise<string> => {
  const [city] = site.cities;
  const { posts, categories } = await readCity(site.laksa, city);
  const post = posts.find(({ slug }) => slug === 'petugas-pupr');
  const filed = await fileSample(site.laksa, city, more);
  const categoryId = categories.find(({ slug }) => slug === 'jalan-rusak')?.id ?? '';
  const verify = { move: 'verify', class: 'complaint', categoryId, publish: { photos: [] } } as const;
  const assign = { move: 'assign', postId: post?.id ?? '', agencyId: post?.agencyId ?? '' } as const;
  await moved(site.laksa, city, { number: filed.number, by: 'verifikator', command: verify });
  await moved(site.laksa, city, { number: filed.number, by: 'koordinator', command: assign });
  return filed.number;
};

const bodyOf = async (path: string, who: Officer = officer): Promise<string> => (await who.get(path)).body;

/** The hidden fields of the form that marks a page as read. */
const markOf = (html: string): { readonly kabar: string; readonly next: string } => ({
  kabar: /name="kabar" value="([^"]*)"/.exec(html)?.[1] ?? '',
  next: (/name="next" value="([^"]*)"/.exec(html)?.[1] ?? '').replaceAll('&amp;', '&'),
});

describe('what a post was told', () => {
  it('stands there the newest first, with the way to the report, unread in a word and a shape', async () => {
    const page = await bodyOf('/petugas/kabar');
    const order = [...page.matchAll(/href="\/petugas\/laporan\/(\d{10})"/g)].map(([, one]) => one);
    expect(order).toEqual([secret, number]);
    for (const words of ['Pekerjaan baru', '● Belum dibaca', 'Jalan rusak', 'Dirahasiakan', showNumber(number)])
      expect(page).toContain(words);
    expect(await bodyOf('/petugas/kabar?lang=en')).toContain('● Unread');
    await bodyOf('/petugas/kabar?lang=id');
  });

  it('is counted on the first page of the post, and read when it is marked, what came in since not', async () => {
    expect(await bodyOf('/petugas')).toContain('Kabar: 2 belum dibaca');
    const mark = markOf(await bodyOf('/petugas/kabar'));
    site.clock.advance(60_000);
    const later = await given();
    const answer = await officer.post('/petugas/kabar/dibaca', mark);
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/petugas/kabar?selesai=marked']);
    const page = await bodyOf('/petugas/kabar?selesai=marked');
    expect(page).toContain('Ditandai sudah dibaca.');
    expect(page.match(/● Belum dibaca/g)).toHaveLength(1);
    expect(markOf(page).kabar.split(' ')).toHaveLength(1);
    expect(await bodyOf('/petugas')).toContain('Kabar: 1 belum dibaca');
    await officer.post('/petugas/kabar/dibaca', markOf(page));
    expect(await bodyOf('/petugas')).toContain('Kabar untuk jabatan ini');
    expect(page).toContain(later);
  });

  it('is nobody else’s to read or to mark', async () => {
    const [first, second] = site.cities;
    const other = await signedIn(site, first, 'petugas-lh');
    const stranger = await signedIn(site, second, 'petugas-pupr');
    const fresh = await given();
    const mark = markOf(await bodyOf('/petugas/kabar'));
    for (const who of [other, stranger]) {
      expect(await bodyOf('/petugas/kabar', who)).toContain('Belum ada kabar.');
      expect((await who.post('/petugas/kabar/dibaca', mark)).statusCode).toBe(303);
    }
    expect(await bodyOf('/petugas/kabar')).toContain('● Belum dibaca');
    expect(await bodyOf('/petugas/kabar')).toContain(fresh);
  });

  it('says what is done: new work that went on to another post, and no clock with it', async () => {
    const verifier = await signedIn(site, site.cities[0], 'verifikator');
    const given1 = showNumber(await given());
    const rowOf = (page: string) => page.split('<tr').find((row) => row.includes(given1)) ?? '';
    const theirs = rowOf(await bodyOf('/petugas/kabar', verifier));
    expect(theirs).toContain('Sudah selesai bagi jabatan ini');
    expect(theirs).not.toMatch(/pukul [\d.]+<\/time><br/);
    const mine = rowOf(await bodyOf('/petugas/kabar'));
    expect(mine).not.toContain('Sudah selesai bagi jabatan ini');
    expect(mine).toMatch(/pukul [\d.]+<\/time><br/);
  });

  it('is not done for whoever is on duty while the clock runs that could not wait, and done when it has stopped', async () => {
    const [city] = site.cities;
    const { posts } = await readCity(site.laksa, city);
    const postId = posts.find(({ slug }) => slug === 'verifikator-2')?.id ?? '';
    const onDuty = await signedIn(site, city, 'verifikator-2');
    const before = site.clock.now();
    site.clock.set('2026-11-28T15:00:00.000Z'); // Saturday, ten in the evening
    const at = city.clock.now();
    const duty = { postId, from: at, until: new Date(at.getTime() + 3_600_000), by: postId, at };
    await site.laksa.database.inTenant(city.id, (tx) => addDuty(tx, city.id, duty));
    const filed = await fileSample(site.laksa, city);
    const row = async () =>
      (await bodyOf('/petugas/kabar', onDuty)).split('<tr').find((one) => one.includes(showNumber(filed.number))) ?? '';
    expect(await row()).toContain('Pekerjaan baru');
    expect(await row()).not.toContain('Sudah selesai bagi jabatan ini');
    expect(await row()).toContain('Minggu 29 November pukul 22.00');
    const command = { move: 'message', message: 'Kami periksa besok pagi.' } as const;
    await moved(site.laksa, city, { number: filed.number, by: 'verifikator', command });
    expect(await row()).toContain('Sudah selesai bagi jabatan ini');
    site.clock.set(before.toISOString());
  });

  it('keeps only the number of a report that went to somebody else', async () => {
    const gone = await given();
    const command = { move: 'return_to_coordinator', reason: 'not_our_task', message: 'Bukan jalan kota.' } as const;
    await moved(site.laksa, site.cities[0], { number: gone, by: 'petugas-pupr', command });
    const page = await bodyOf('/petugas/kabar');
    expect(page).toContain(showNumber(gone));
    expect(page).toContain('Tidak lagi dibaca jabatan ini');
    expect(page).not.toContain(`/petugas/laporan/${gone}`);
  });

  it('is paged, and no page repeats or leaves out anything', async () => {
    const [city] = site.cities;
    const { posts } = await readCity(site.laksa, city);
    const postId = posts.find(({ slug }) => slug === 'validator')?.id ?? '';
    const validator = await signedIn(site, city, 'validator');
    const at = city.clock.now();
    await site.laksa.database.inTenant(city.id, async (tx) => {
      const { id } = await tx
        .selectFrom('report')
        .select('id')
        .where('tenant_id', '=', city.id)
        .where('number', '=', number)
        .executeTakeFirstOrThrow();
      const rows = Array.from({ length: 120 }, (_, index) => ({
        tenant_id: city.id,
        id: uuid7(at),
        post_id: postId,
        report_id: id,
        kind: 'overdue',
        about_id: uuid7(at),
        at: new Date(at.getTime() - Math.floor(index / 10) * 60_000), // ten of each moment
        not_before: at,
        created_at: at,
        seen_at: null,
        by_roster: false,
      }));
      await tx.insertInto('post_notice').values(rows).execute();
    });
    const seen = new Set<string>();
    let path: string | undefined = '/petugas/kabar';
    for (let pages = 0; path !== undefined && pages < 5; pages += 1) {
      const page: string = await bodyOf(path, validator);
      for (const id of markOf(page).kabar.split(' ')) seen.add(id);
      path = /class="pager-next" href="([^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&');
    }
    expect([seen.size, path]).toEqual([120, undefined]);
    expect(await bodyOf('/petugas', validator)).toContain('Kabar: lebih dari 99 belum dibaca');
    const last = `/petugas/kabar?sesudah=${at.getTime() - 5 * 60_000}.019a0000-0000-7000-8000-000000000000`;
    const answer = await validator.post('/petugas/kabar/dibaca', markOf(await bodyOf(last, validator)));
    expect(answer.headers.location).toBe(`${last}&selesai=marked`);
    for (const odd of ['x', '1.x', '99999999999999.019a0000-0000-7000-8000-000000000000'])
      expect((await validator.get(`/petugas/kabar?sesudah=${odd}`)).statusCode).toBe(200);
  });
});

describe('how a person is written to', () => {
  it('is at once and in Indonesian until they choose, and what they chose stays with them in every post', async () => {
    const [city] = site.cities;
    const both = await signedIn(site, city, 'kepala-pupr', 'petugas-lh');
    const before = await bodyOf('/petugas/kabar', both);
    expect(before).toMatch(/value="at_once" checked/);
    expect(before).toContain('pukul 07.30');
    const saved = await both.post('/petugas/kabar', { delivery: 'digest', language: 'en' });
    expect([saved.statusCode, saved.headers.location]).toEqual([303, '/petugas/kabar?selesai=saved']);
    await both.post('/petugas/pos', { post: 'petugas-lh' });
    const after = await bodyOf('/petugas/kabar?selesai=saved', both);
    expect(after).toContain('Pilihan Anda tersimpan.');
    expect(after).toMatch(/value="digest" checked/);
    expect(after).toMatch(/value="en" checked/);
    expect(await bodyOf('/petugas/kabar')).toMatch(/value="at_once" checked/);
  });

  it('is refused where it is no choice of ours, and the page says which', async () => {
    const answer = await officer.post('/petugas/kabar', { delivery: 'pigeon', language: 'en' });
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('Bagaimana Anda menerimanya lewat email? Isian ini tidak kami kenali');
    expect(answer.body).toMatch(/value="en" checked/);
  });
});
