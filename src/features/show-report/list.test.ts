import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { MoveCommand } from '../../domain/move.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import type { Filing } from '../../store/file-report.ts';
import { searchRules } from '../../store/search-terms.ts';
import { fileSample, moved, readCity } from '../../testing/report-life.ts';
import { startTestSite, type TestSite } from '../../testing/test-site.ts';
import { renewSearch } from './renew-search.ts';

let site: TestSite;
let first: Tenant;
beforeAll(async () => {
  site = await startTestSite();
  first = site.cities[0];
});
afterAll(() => site.close());

const read = async (url: string, host = 'satu.example') => {
  const answer = await site.app.inject({ url: encodeURI(url), headers: { host } });
  expect(answer.statusCode).toBe(200);
  return answer.body;
};

const numbersIn = (body: string): readonly string[] =>
  [...body.matchAll(/href="\/laporan\/(\d{10})"/g)].map(([, number = '']) => number);

const found = async (words: string): Promise<readonly string[]> => numbersIn(await read(`/laporan?q=${words}`));

const move = (number: string, command: MoveCommand, by = 'verifikator') =>
  moved(site.laksa, first, { number, by, command });

const publish = async (title: string, description: string, more: Partial<Filing> = {}, slug = 'sampah') => {
  const { number } = await fileSample(site.laksa, first, more);
  const { categories } = await readCity(site.laksa, first);
  const categoryId = categories.find((category) => category.slug === slug)?.id ?? '';
  await move(number, { move: 'verify', class: 'complaint', categoryId, publish: { title, description, photos: [] } });
  return number;
};

const rows = <Row>(text: string): Promise<readonly Row[]> =>
  site.laksa.database.inTenant(first.id, async (tx) => (await sql<Row>`${sql.raw(text)}`.execute(tx)).rows);

describe('who looks for a report', () => {
  it('finds it in other forms of its words, in short forms and when letters are wrong', async () => {
    const number = await publish(
      'Penerangan terowongan padam',
      'Mohon segera diperbaiki, berbahaya bagi pejalan kaki.',
    );
    for (const words of [
      'terowongannya',
      'perbaikan terowongan',
      'terowngan',
      'teorwongan padm',
      'di trowongan yg gelap',
    ])
      expect(await found(words), words).toContain(number);
    expect(await found('helikopter')).toEqual([]);
  });

  it('finds it by the kind of matter and the village it is in, and by the short form of a word it writes out', async () => {
    const number = await publish(
      'Kerlip',
      'Bohlam berkedip di jalan.',
      { villageCode: '36.71.01.1001' },
      'lampu-jalan',
    );
    expect(await found('pju bohlam kel sukarasa')).toContain(number);
  });

  it('meets the report that fits best before newer ones that fit less', async () => {
    const best = await publish('Ilalang tinggi menutupi rambu', 'Ilalang di tikungan.');
    site.clock.advance(60_000);
    const lesser = await publish('Ilalang', 'Di lapangan.');
    site.clock.advance(60_000);
    await publish('Rambu miring', 'Di perempatan.');
    expect((await found('ilalang rambu tikungan')).slice(0, 1)).toEqual([best]);
    expect(await found('ilalang')).toEqual([lesser, best]);
  });

  it('is told when no report holds all of the words, and which none of those found holds', async () => {
    await publish('Papan nama miring', 'Di simpang.');
    await publish('Papan iklan', 'Berkarat di pagar.');
    const told = async (words: string) => (await read(`/laporan?q=${words}`)).replaceAll('&quot;', '"');
    expect(await told('zeppelin papan simpang')).toContain(
      'Tidak ada laporan yang memuat semua kata "zeppelin papan simpang". Yang memuat sebagian, tanpa "zeppelin":',
    );
    expect(await told('simpang berkarat')).toContain(
      'Tidak ada laporan yang memuat semua kata "simpang berkarat". Yang memuat sebagian:',
    );
    for (const words of ['papan simpang', 'papn simpang', 'zeppelin', 'papan'])
      expect(await told(words), words).not.toContain('memuat semua kata');
  });

  it('is asked what they meant only when that finds something, in words everyone may read', async () => {
    await publish('Gapura roboh', 'Gapura kampung.');
    const body = await read('/laporan?q=gapuar');
    expect(body).toContain('Maksud Anda gapura?');
    expect(body).toContain('href="/laporan?q=gapura"');
    expect(await read('/laporan?q=gapura')).not.toContain('Maksud Anda');
    expect(await read('/laporan?q=gapuar', 'dua.example')).not.toMatch(/Maksud Anda|gapura[^r]/);
  });

  it('finds neither a report that was taken from the public nor its words, from that moment', async () => {
    const number = await publish('Kunang berkerumun', 'Kunang.');
    expect(await found('kunang')).toEqual([number]);
    await move(number, { move: 'mask', publication: 'withdrawn_from_public', reason: 'personal_data' });
    expect(await found('kunang')).toEqual([]);
    expect(await read('/laporan?q=kunagn')).not.toContain('Maksud');
    expect(await rows(`select form from laksa.search_key where form like 'kunang%'`)).toEqual([]);
  });

  it('finds it by the words that were put in place of others, and no longer by those', async () => {
    const number = await publish('Judul keliru bengkoang', 'Isi.');
    await move(number, { move: 'retitle', title: 'Judul selasih' }, 'koordinator');
    expect([await found('bengkoang'), await found('selasih')]).toEqual([[], [number]]);
  });

  it('is told how many, and what to do when there is none', async () => {
    expect(await read('/laporan?q=ilalang')).toContain('2 laporan');
    const none = await read('/laporan?q=zzzyyyxxx');
    expect(none).toContain('Tidak ada laporan yang memuat &quot;zzzyyyxxx&quot;');
    expect(none).toContain('href="/lapor"');
  });
});

describe('whose words name an agency or an area', () => {
  it('is led to the page of the agency, and to the same search cut to what it handles', async () => {
    for (const words of ['lampu PUPR', 'lampu DPUPR', 'lampu dinas pupr']) {
      const body = await read(`/laporan?q=${words}`);
      expect(body, words).toContain('href="/instansi/dinas-pupr"');
      expect(body, words).toContain('href="/laporan?q=lampu&amp;instansi=dinas-pupr#hasil"');
    }
    expect(await read('/laporan?q=lampu jalan')).not.toContain('href="/instansi/dinas-');
  });

  it('is led to the same search cut to the kecamatan or kelurahan, also when a letter is wrong', async () => {
    const only = (code: string): string => `href="/laporan?q=lampu&amp;wilayah=${code}#hasil"`;
    for (const [words, code] of [
      ['lampu sukarasa', '36.71.01.1001'],
      ['lampu suka rasa', '36.71.01.1001'],
      ['lampu sukarsa', '36.71.01.1001'],
      ['lampu kecamatan cibodas', '36.71.09'],
      ['lampu kel neroktog', '36.71.11.1003'],
    ] as const)
      expect(await read(`/laporan?q=${words}`), words).toContain(only(code));
    expect(await read('/laporan?q=lampu kecamatan sukarasa')).not.toContain(only('36.71.01.1001'));
    expect(await read('/laporan?q=lampu mati')).not.toContain('&amp;wilayah=');
    expect(await read('/laporan?q=lampu sukarasa&wilayah=36.71.09')).not.toContain('wilayah=36.71.01.1001#hasil');
  });
});

describe('who searches', () => {
  it('lands at the number of what was found; the browser fills in nothing of another search', async () => {
    const body = await read('/laporan?q=ilalang');
    expect(body).toContain('method="get" action="/laporan#hasil" autocomplete="off"');
    expect(body).toContain('<h2 id="hasil" tabindex="-1">2 laporan</h2>');
    expect(await read('/laporan?q=zzzyyyxxx')).toContain('<h2 id="hasil" tabindex="-1">');
  });
});

describe('who cuts the list', () => {
  it('by state, matter, village, district, agency, kind, due date or time is shown those reports alone', async () => {
    const number = await publish('Saringan', 'Saringan.', { villageCode: '36.71.01.1001' }, 'jalan-rusak');
    const { posts } = await readCity(site.laksa, first);
    const post = posts.find(({ slug }) => slug === 'petugas-pupr');
    const { state } =
      (await rows<{ state: string }>(`select state from laksa.report where number = '${number}'`))[0] ?? {};
    if (state === 'verified')
      await move(number, { move: 'assign', postId: post?.id ?? '', agencyId: post?.agencyId ?? '' }, 'koordinator');
    const { agencies } = await readCity(site.laksa, first);
    const agency = agencies.find(({ id }) => id === post?.agencyId)?.slug ?? '';
    const inside = [
      'keadaan=terbuka',
      'keadaan=menunggu',
      'tentang=jalan-rusak',
      'wilayah=36.71.01.1001',
      'wilayah=36.71.01',
      `instansi=${agency}`,
      'jenis=complaint',
      'batas=dalam',
      'waktu=7',
      'dari=2020-01-01&sampai=2029-12-31',
      'urut=terlama',
    ];
    const outside = [
      'keadaan=selesai',
      'tentang=lampu-jalan',
      'instansi=dlh',
      'jenis=aspiration',
      'batas=lewat',
      'dari=2029-01-01',
      'sampai=2020-01-01',
    ];
    for (const cut of inside) {
      expect(await found(`saringan&${cut}`), cut).toContain(number);
      expect(numbersIn(await read(`/laporan?${cut}`)), cut).toContain(number);
    }
    for (const cut of outside.filter((one) => !one.endsWith(`=${agency}`))) {
      if (cut === 'instansi=dlh' && !agencies.some(({ slug }) => slug === 'dlh')) continue;
      expect(await found(`saringan&${cut}`), cut).not.toContain(number);
      expect(numbersIn(await read(`/laporan?${cut}`)), cut).not.toContain(number);
    }
  });

  it('sees each cut with a way to take it off, and keeps the others', async () => {
    const body = await read('/laporan?tentang=jalan-rusak&wilayah=36.71.01&q=lubang');
    expect(body).toContain('href="/laporan?q=lubang&amp;wilayah=36.71.01"');
    expect(body).toContain('href="/laporan?q=lubang&amp;tentang=jalan-rusak"');
    expect(body).toContain('(2 dipakai)');
  });

  it('is offered the feed of the list where it holds the same, and of no other list', async () => {
    const link = (query: string) => `<a href="/umpan.atom${query}">Ikuti lewat pembaca berita (Atom)</a>`;
    expect(await read('/laporan')).toContain(link(''));
    expect(await read('/laporan?tentang=sampah&instansi=dinas-lh&keadaan=')).toContain(
      link('?topik=sampah&amp;instansi=dinas-lh'),
    );
    for (const query of [
      'q=lampu',
      'keadaan=selesai',
      'wilayah=36.71.01&waktu=7',
      'tentang=kelompok:jalan',
      'urut=terlama',
    ])
      expect(await read(`/laporan?${query}`), query).not.toContain('<a href="/umpan.atom');
  });

  it('is not led astray by what the city does not know', async () => {
    const all = numbersIn(await read('/laporan'));
    for (const cut of [
      'keadaan=constructor',
      'tentang=x',
      'wilayah=99',
      'instansi=%27',
      'dari=2026-02-30',
      'waktu=1e9',
      'batas=%00',
    ])
      expect(
        numbersIn(await (await site.app.inject({ url: `/laporan?${cut}`, headers: { host: 'satu.example' } })).body),
        cut,
      ).toEqual(all);
  });

  it('reads on from the oldest, each report once', async () => {
    for (let count = 0; count < 21; count += 1) {
      site.clock.advance(count % 2 === 0 ? 1_000 : 0);
      await publish(`Urut ${count}`, 'Urut.', {}, 'lampu-jalan');
    }
    const seen: string[] = [];
    for (let url: string | undefined = '/laporan?tentang=lampu-jalan&urut=terlama'; url !== undefined;) {
      const body = await read(url);
      seen.push(...numbersIn(body));
      url = /href="([^"]*)" rel="next"/.exec(body)?.[1]?.replaceAll('&amp;', '&');
    }
    expect(new Set(seen).size).toBe(seen.length);
    const newest = numbersIn(await read('/laporan?tentang=lampu-jalan'));
    expect(seen.toReversed().slice(0, newest.length)).toEqual(newest);
    expect(seen.length).toBeGreaterThan(21);
  });
});

describe('what older rules made', () => {
  it('is made again, and nothing is left to do', async () => {
    const number = await publish('Kepodang hinggap', 'Kepodang.');
    await rows(`update laksa.report_search set rules = 0, terms = '' where tenant_id = '${first.id}'`);
    expect(await found('kepodang')).toEqual([]);
    while (await renewSearch(site.laksa, first)) expect(await rows('select 1')).toHaveLength(1);
    expect(await found('kepodang')).toEqual([number]);
    expect(await rows(`select 1 from laksa.report_search where rules < ${searchRules}`)).toEqual([]);
  });
});
