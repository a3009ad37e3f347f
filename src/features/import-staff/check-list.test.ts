import { describe, expect, it } from 'vitest';

import { checkList, type Setting } from './check-list.ts';
import type { ListLine } from './read-list.ts';

let ids = 0;
const setting: Setting = {
  posts: [{ id: 'p', slug: 'petugas-pupr', name: 'Petugas PUPR', roles: ['agency_officer'], agencyId: 'a' }],
  agencies: [{ id: 'a', slug: 'dinas-pupr', name: 'Dinas PUPR' }],
  villages: [
    { code: '1.1.1', name: 'Sukasari', districtCode: '1.1', districtName: 'Cipondoh' },
    { code: '1.2.1', name: 'Sukasari', districtCode: '1.2', districtName: 'Pinang' },
    { code: '1.2.2', name: 'Kunciran', districtCode: '1.2', districtName: 'Pinang' },
  ],
  known: [],
  today: '2026-11-23',
  newId: () => `new ${(ids += 1)}`,
};

const line = (more: Partial<ListLine>): ListLine => ({
  line: 2,
  instansi: '',
  jabatan: 'Baru',
  peran: '',
  nama: '',
  email: '',
  mulai: '',
  sampai: '',
  ...more,
});

const problemsOf = (more: Partial<ListLine>): readonly string[] =>
  checkList([line(more)], setting).lines.flatMap(({ problems }) =>
    problems.map(({ column, problem }) => `${column} ${problem}`),
  );

describe('a line of a list', () => {
  it.each<readonly [Partial<ListLine>, readonly string[]]>([
    [{ nama: 'Siti', email: 's@kota.example' }, ['jabatan unknown_post']],
    [{ jabatan: '', peran: 'ombudsman' }, ['jabatan required']],
    [{ peran: 'raja' }, ['peran unknown_role']],
    [{ peran: 'ombudsman, raja' }, ['peran unknown_role']],
    [{ peran: ' , ' }, ['peran unknown_role']],
    [{ peran: 'Petugas instansi' }, ['instansi required']],
    [{ peran: 'Petugas instansi', instansi: 'x'.repeat(121) }, ['instansi too_long']],
    [{ peran: 'ombudsman', jabatan: 'x'.repeat(121) }, ['jabatan too_long']],
    [{ peran: 'Petugas instansi', instansi: 'Kecamatan Nirwana' }, ['instansi unknown_area']],
    [{ peran: 'Petugas instansi', instansi: 'Kelurahan Sukasari' }, ['instansi unknown_area']],
    [{ jabatan: 'Petugas PUPR', peran: 'Ombudsman' }, ['peran other_role']],
    [{ jabatan: 'Petugas PUPR', peran: 'agency_officer', instansi: 'Dinas Lain' }, ['instansi other_agency']],
    [{ peran: 'ombudsman', mulai: '01/12/2026' }, ['nama required', 'email required']],
    [{ peran: 'OMBUDSMAN' }, []],
    [{ jabatan: 'petugas pupr', peran: 'Agency Officer', instansi: 'dinas-pupr' }, []],
  ])('%j has these faults: %j', (more, problems) => {
    expect(problemsOf(more)).toEqual(problems);
  });

  it.each([
    ['Badan Baru', 'opd', null],
    ['Kecamatan Pinang', 'kecamatan', '1.2'],
    ['kelurahan kunciran', 'kelurahan', '1.2.2'],
  ])('makes %s a %s of the area %s', (instansi, kind, areaCode) => {
    const { agencies, posts } = checkList([line({ instansi, peran: 'agency_head' })], setting);
    expect(agencies).toMatchObject([{ name: instansi, kind, areaCode }]);
    expect(posts).toMatchObject([{ name: 'Baru', agencyId: agencies[0]?.id, roles: ['agency_head'] }]);
  });

  it('is judged against the lines before it: an agency and a post are made once', () => {
    const first = line({ instansi: 'Badan Baru', peran: 'agency_head' });
    const { agencies, posts, lines } = checkList(
      [
        first,
        { ...first, line: 3 },
        { ...first, line: 4, jabatan: 'Lain' },
        { ...first, line: 5, peran: 'ombudsman' },
        { ...first, line: 6, instansi: 'Dinas PUPR' },
      ],
      setting,
    );
    expect([agencies.length, posts.map(({ name }) => name)]).toEqual([1, ['Baru', 'Lain']]);
    expect(lines.map(({ status }) => status)).toEqual(['new', 'unchanged', 'new', 'faulty', 'faulty']);
  });
});
