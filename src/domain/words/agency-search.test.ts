import { describe, expect, it } from 'vitest';

import { agenciesIn, searchAgencies, shortName } from './agency-search.ts';

const agencies = [
  { slug: 'dinas-pupr', name: 'Dinas Pekerjaan Umum dan Penataan Ruang' },
  { slug: 'dinas-lh', name: 'Dinas Lingkungan Hidup' },
  { slug: 'dinas-kominfo', name: 'Dinas Komunikasi dan Informatika' },
  { slug: 'dinas-kesehatan', name: 'Dinas Kesehatan' },
  { slug: 'satpol-pp', name: 'Satuan Polisi Pamong Praja' },
  { slug: 'kecamatan-periuk', name: 'Kecamatan Periuk' },
];

const named = (words: string) => agenciesIn(words, agencies).map(({ agency, rest }) => [agency.slug, rest]);

describe('what people call an agency', () => {
  it('is what its slug says beyond its name', () => {
    expect(agencies.map(shortName)).toEqual(['PUPR', 'LH', 'Kominfo', null, 'Satpol PP', null]);
  });

  it('is met in other words, which are left', () => {
    expect(named('jalan rusak dinas pupr periuk')).toEqual([['dinas-pupr', 'jalan rusak periuk']]);
    expect(named('DPUPR')).toEqual([['dinas-pupr', '']]);
    expect(named('sampah lingkungan hidup')).toEqual([['dinas-lh', 'sampah']]);
    expect(named('dinkes lambat')).toEqual([['dinas-kesehatan', 'lambat']]);
    expect(named('satpol pp')).toEqual([['satpol-pp', '']]);
    expect(named('antre di kecamatan periuk')).toEqual([['kecamatan-periuk', 'antre di']]);
  });

  it('is no word of every day', () => {
    for (const words of ['lampu jalan mati', 'banjir di sini', 'disana gelap', 'periuk', 'kesehatan ibu', ''])
      expect(named(words), words).toEqual([]);
  });
});

describe('who looks for an agency', () => {
  it('finds it by every word typed, and all of them by none', () => {
    const found = (typed: string) => searchAgencies(typed, agencies).map(({ slug }) => slug);
    expect(found('')).toHaveLength(agencies.length);
    expect(found('dinas ling')).toEqual(['dinas-lh']);
    expect(found('dinas periuk')).toEqual([]);
    expect(found('kesehatn')).toEqual(['dinas-kesehatan']);
  });
});
