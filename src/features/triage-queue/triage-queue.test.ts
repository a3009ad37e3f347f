import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { showNumber } from '../../domain/report-number.ts';
import { fileSample, moved, readCity } from '../../testing/report-life.ts';
import { startTestSite, type TestSite } from '../../testing/test-site.ts';
import { signedIn, type Officer } from '../sign-in/testing/officer.ts';
import { fromTheStart } from './cursor.ts';
import { endedStatement } from './ended.ts';
import { queueStatement } from './queries.ts';
import type { WaitingList } from './queue-list.ts';

let site: TestSite;
const officers = new Map<string, Officer>();
beforeAll(async () => {
  site = await startTestSite();
});
afterAll(() => site.close());

const at = async (post: string, city = site.cities[0]): Promise<Officer> => {
  const key = `${post} ${city.slug}`;
  const known = officers.get(key) ?? (await signedIn(site, city, post));
  officers.set(key, known);
  return known;
};

/** The numbers of a page, from top to bottom. */
const listed = (html: string): readonly string[] =>
  [...html.matchAll(/<th[^>]*><a href="\/petugas\/laporan\/(\d{10})"/g)].map(([, number = '']) => number);

const verify = async (number: string) => {
  const [city] = site.cities;
  const { categories } = await readCity(site.laksa, city);
  const categoryId = categories.find((one) => one.slug === 'jalan-rusak')?.id ?? '';
  await moved(site.laksa, city, {
    number,
    by: 'verifikator',
    command: { move: 'verify', class: 'complaint', categoryId, publish: { title: 'Lubang', photos: [] } },
  });
};

const assign = async (number: string, slug: string) => {
  const [city] = site.cities;
  const { posts } = await readCity(site.laksa, city);
  const post = posts.find((one) => one.slug === slug);
  await moved(site.laksa, city, {
    number,
    by: 'koordinator',
    command: { move: 'assign', postId: post?.id ?? '', agencyId: post?.agencyId ?? '' },
  });
};

describe('the queue of a post', () => {
  it('is empty before anything came, and says what will come', async () => {
    expect((await (await at('petugas-lh')).get('/petugas')).body).toContain('Tidak ada laporan yang menunggu Anda.');
  });

  it('holds what waits for the post, what is due first on top, late in a word', async () => {
    const [city] = site.cities;
    const { number: early } = await fileSample(site.laksa, city, { title: 'Yang pertama' });
    site.clock.advance(25 * 60 * 60 * 1000);
    const { number: later } = await fileSample(site.laksa, city, { title: 'Yang kedua' });
    const page = (await (await at('verifikator')).get('/petugas')).body;
    expect(listed(page)).toEqual([early, later]);
    expect(page.match(/Terlambat/g)).toHaveLength(1);
    expect(page.indexOf('Terlambat')).toBeLessThan(page.indexOf('Yang kedua'));
    expect(page).toContain('2 laporan');
    expect(listed((await (await at('koordinator')).get('/petugas')).body)).toEqual([]);
    expect(listed((await (await at('verifikator', site.cities[1])).get('/petugas')).body)).toEqual([]);
  });

  it('shows the desk to the second verifier, who holds nothing', async () => {
    const officer = await at('verifikator-2');
    const own = (await officer.get('/petugas')).body;
    expect(listed(own)).toEqual([]);
    expect(own).toContain('href="/petugas?daftar=received"');
    expect(listed((await officer.get('/petugas?daftar=received')).body)).toHaveLength(2);
  });

  it('shows a report to each agency that works on it, and to the head of the agency', async () => {
    const { number } = await fileSample(site.laksa, site.cities[0]);
    await verify(number);
    await assign(number, 'petugas-pupr');
    await assign(number, 'petugas-lh');
    expect(listed((await (await at('petugas-pupr')).get('/petugas')).body)).toEqual([number]);
    expect(listed((await (await at('petugas-lh')).get('/petugas')).body)).toEqual([number]);
    expect(listed((await (await at('petugas-perhubungan')).get('/petugas')).body)).toEqual([]);
    const head = await at('kepala-pupr');
    expect(listed((await head.get('/petugas')).body)).toEqual([]);
    expect(listed((await head.get('/petugas?daftar=instansi')).body)).toEqual([number]);
    expect(listed((await (await at('petugas-pupr')).get('/petugas?daftar=received')).body)).toEqual([number]);
  });

  it('marks what speaks of danger until somebody has looked at it', async () => {
    const { number } = await fileSample(site.laksa, site.cities[0], { description: 'Kebakaran, ada orang terjebak.' });
    const rowOf = async () => {
      const row = (await (await at('verifikator')).get('/petugas')).body
        .split('<tr')
        .find((one) => one.includes(number));
      return row ?? '';
    };
    expect(await rowOf()).toContain('Mungkin ada bahaya');
    await verify(number);
    expect((await (await at('koordinator')).get('/petugas')).body).not.toContain('Mungkin ada bahaya');
  });

  it('keeps secret reports from the lists of who may not read them', async () => {
    const { number } = await fileSample(site.laksa, site.cities[0], { isSecret: true, title: 'Sangat rahasia' });
    expect((await (await at('petugas-loket')).get('/petugas?daftar=received')).body).not.toContain('Sangat rahasia');
    expect(listed((await (await at('verifikator-2')).get('/petugas?daftar=received')).body)).toContain(number);
  });

  it('opens no report to who administers the city, and leads to their work', async () => {
    const page = (await (await at('admin-kota')).get('/petugas?daftar=received')).body;
    expect(listed(page)).toEqual([]);
    expect(page).toContain('href="/kelola/pekerjaan"');
  });
});

describe('what is over', () => {
  const withdrawn = async (more: Parameters<typeof fileSample>[2] = {}, city = site.cities[0]): Promise<string> => {
    site.clock.advance(60_000);
    const { number } = await fileSample(site.laksa, city, more);
    await moved(site.laksa, city, { number, by: { kind: 'reporter' }, command: { move: 'withdraw' } });
    return number;
  };

  it('is listed with how it ended and when, the newest first, and is no part of a desk', async () => {
    const [early, later] = [await withdrawn({ title: 'Sudah tidak perlu' }), await withdrawn()];
    const officer = await at('verifikator');
    const page = (await officer.get('/petugas?daftar=closed')).body;
    expect(listed(page)).toEqual([later, early]);
    expect(page).toContain('<h2>Semua laporan: Selesai</h2>');
    expect(page).toContain('Berakhir');
    expect(page).toContain('Ditarik oleh pelapor, masuk ');
    expect(page).not.toContain('Terlambat');
    expect((await officer.get('/petugas?daftar=closed&lang=en')).body).toContain('Ended');
    await officer.get('/petugas?lang=id');
    expect(listed((await officer.get('/petugas?daftar=rejected')).body)).toEqual([]);
    const own = (await officer.get('/petugas')).body;
    expect(own).toContain('value="rejected"');
    expect(own).not.toContain('href="/petugas?daftar=closed"');
    expect(listed((await (await at('verifikator', site.cities[1])).get('/petugas?daftar=closed')).body)).toEqual([]);
  });

  it('keeps its secrets', async () => {
    const number = await withdrawn({ isSecret: true });
    expect(listed((await (await at('petugas-loket')).get('/petugas?daftar=closed')).body)).not.toContain(number);
    expect(listed((await (await at('verifikator')).get('/petugas?daftar=closed')).body)).toContain(number);
    expect(listed((await (await at('petugas-lh')).get('/petugas?daftar=closed')).body)).not.toContain(number);
  });

  it('is leafed through by key, whatever ends meanwhile', async () => {
    const [, city] = site.cities;
    const over: string[] = [];
    for (let made = 0; made < 53; made += 1) over.push(await withdrawn({}, city));
    const officer = await at('verifikator', city);
    const first = (await officer.get('/petugas?daftar=closed')).body;
    await withdrawn({}, city);
    const next = /href="([^"]*sesudah[^"]*)" rel="next"/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const second = (await officer.get(next)).body;
    expect([...listed(first), ...listed(second)]).toEqual(over.toReversed());
    expect(second).not.toContain('rel="next"');
  });
});

describe('the language', () => {
  it('is the one asked for, at once and from then on', async () => {
    const officer = await at('verifikator-2');
    expect((await officer.get('/petugas?daftar=received&lang=en')).body).toContain('<h2>All reports: Waiting</h2>');
    expect((await officer.get('/petugas')).body).toContain('No report is waiting for you.');
    expect((await officer.get('/petugas?lang=id')).body).toContain('Tidak ada laporan yang menunggu Anda.');
  });
});

describe('a search by number', () => {
  it('leads to the report, however the number was typed', async () => {
    const { number } = await fileSample(site.laksa, site.cities[0]);
    const found = await (
      await at('verifikator')
    ).get(`/petugas?nomor=${encodeURIComponent(` ${showNumber(number).replaceAll('-', ' ')}`)}`);
    expect([found.statusCode, found.headers.location]).toEqual([303, `/petugas/laporan/${number}`]);
  });

  it('says the same of a wrong number, of another city’s and of one that is not for this post', async () => {
    const { number: elsewhere } = await fileSample(site.laksa, site.cities[1]);
    const { number } = await fileSample(site.laksa, site.cities[0]);
    for (const typed of ['12', elsewhere, number]) {
      const lost = await (await at('petugas-lh')).get(`/petugas?nomor=${typed}`);
      expect(lost.statusCode).toBe(404);
      expect(lost.body).toContain('Tidak ada laporan dengan nomor itu');
      expect(lost.body).toContain(`value="${typed}"`);
    }
  });
});

describe('a long list', () => {
  it('is leafed through by key: every report once, though more came in meanwhile', async () => {
    const [, city] = site.cities;
    const filed: string[] = [];
    for (let made = 0; made < 105; made += 1) {
      site.clock.advance(made % 3 === 0 ? 0 : 60_000);
      filed.push((await fileSample(site.laksa, city)).number);
    }
    const officer = await at('verifikator', city);
    const seen: string[] = [];
    let next: string | undefined = '/petugas';
    while (next !== undefined) {
      const page: string = (await officer.get(next)).body;
      seen.push(...listed(page));
      if (seen.length === 50) await fileSample(site.laksa, city);
      next = /href="([^"]*sesudah[^"]*)" rel="next"/.exec(page)?.[1]?.replaceAll('&amp;', '&');
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(filed.every((number) => seen.includes(number))).toBe(true);
  });

  it('starts anew at an address that makes no sense', async () => {
    const officer = await at('verifikator', site.cities[1]);
    for (const cursor of [
      'x',
      '2026-99-99T00:00:00.000Z_1',
      `2026-11-23T00:00:00.000Z_${'0'.repeat(36)}`,
      `0000-01-01T00:00:00.000Z_${fromTheStart.id}`,
    ]) {
      expect(listed((await officer.get(`/petugas?sesudah=${encodeURIComponent(cursor)}`)).body)).toHaveLength(50);
    }
  });

  it('is read through its index, by the application’s own role', async () => {
    const [city] = site.cities;
    await multiplyReports(city.id);
    const { posts } = await readCity(site.laksa, city);
    const post = posts.find((one) => one.slug === 'verifikator');
    if (post === undefined) throw new Error('the city has a verifier');
    const planOf = async (list: WaitingList): Promise<string> =>
      site.laksa.database.inTenant(city.id, async (tx) => {
        const after = { ...fromTheStart, dueAt: city.clock.now().toISOString() };
        const { rows } = await sql<
          Record<string, string>
        >`explain ${queueStatement({ tenantId: city.id, post, list, after, limit: 51 })}`.execute(tx);
        return rows.map((row) => Object.values(row)[0]).join('\n');
      });
    const own = await planOf({ kind: 'own' });
    expect(own).toMatch(
      /using report_queue_idx on report r[\s\S]*?Index Cond: \(\(tenant_id[^\n]*holder_post_id[^\n]*ROW\(next_due_at, id\) > ROW/,
    );
    expect(own).not.toContain('Seq Scan on report');
    const received = await planOf({ kind: 'state', state: 'received' });
    expect(received).toMatch(
      /using report_state_idx on report r[\s\S]*?Index Cond: \(\(tenant_id[^\n]*state[^\n]*ROW\(next_due_at, id\) > ROW/,
    );
    expect(received).not.toContain('Seq Scan on report');
  });

  it('of what is over is read backwards along the keys, and stops', async () => {
    const [city] = site.cities;
    const { posts } = await readCity(site.laksa, city);
    const post = posts.find((one) => one.slug === 'verifikator');
    if (post === undefined) throw new Error('the city has a verifier');
    for (const state of ['closed', 'rejected'] as const) {
      const plan = await site.laksa.database.inTenant(city.id, async (tx) => {
        const after = { dueAt: city.clock.now().toISOString(), id: 'ffffffff-ffff-7fff-bfff-ffffffffffff' };
        const query = { tenantId: city.id, post, state, after, limit: 51 };
        const { rows } = await sql<Record<string, string>>`explain ${endedStatement(query)}`.execute(tx);
        return rows.map((row) => Object.values(row)[0]).join('\n');
      });
      expect(plan).toMatch(
        /Limit[\s\S]*?Index Scan Backward using report_ended_idx on report r[\s\S]*?Index Cond: \(\(tenant_id[^\n]*\(state = [^\n]*\(id < /,
      );
      expect(plan).not.toContain('Sort');
      expect(plan).not.toContain('Seq Scan');
    }
  });
});

/** Twenty thousand copies of the reports there are, so that a plan is one of a city and not of an example. */
const multiplyReports = async (tenantId: string): Promise<void> => {
  const admin = new pg.Client({ connectionString: site.url });
  await admin.connect();
  const { rows } = await admin.query<{ name: string }>(
    `select attname as name from pg_attribute where attrelid = 'laksa.report'::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
  );
  const own: Readonly<Record<string, string>> = {
    id: 'gen_random_uuid()',
    number: `lpad((1000000000 + n)::text, 10, '0')`,
    nonce_hash: `decode(md5(n::text), 'hex')`,
    next_due_at: `r.next_due_at + n * interval '1 minute'`,
    state: `case when n % 100 = 1 then 'rejected' when n % 3 = 0 then 'closed' else r.state end`,
    holder_post_id: `case when n % 4 = 0 then r.holder_post_id end`,
  };
  const columns = rows.map(({ name }) => name);
  await admin.query(
    `insert into laksa.report (${columns.join(', ')}) select ${columns.map((name) => own[name] ?? `r.${name}`).join(', ')}
     from generate_series(1, 20000) n cross join (select * from laksa.report where tenant_id = $1 and state = 'received' limit 1) r`,
    [tenantId],
  );
  await admin.query('analyze laksa.report');
  await admin.end();
};
