import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { answeredAtOf, hasNegativeAnswer, readRows } from './row.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'laksa rows '));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const table = [
  'id,teks,topik,kategori,instansi,kelurahan,kode_kelurahan,lokasi,waktu_lapor,waktu_tanggap,grup_duplikat',
  'A-1,"dua baris,\r\n""dikutip""",Lampu,pju,Dishub,Gundih,35.78.01.1001,Jl X,2022-01-01 00:29,2022-01-01 08:00,1',
  'A-2,satu,Jalan,jalan_trotoar,DSDA,Tandes,,,2022-01-02 10:00,,2',
  'A-3,tiga,Jalan,jalan_trotoar,DSDA,Tandes,,,2022-01-02 10:00,2022-01-01 10:00,3',
].join('\n');

const written = async (name: string, content: string | Buffer): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
};

describe('a table of complaints', () => {
  it('is read as it stands, gzipped or not, as far as was asked', async () => {
    const [plain, packed] = [await written('a.csv', table), await written('a.csv.gz', gzipSync(table))];
    expect(await readRows(packed)).toEqual(await readRows(plain));
    expect((await readRows(plain))[0]).toEqual({
      id: 'A-1',
      text: 'dua baris,\r\n"dikutip"',
      topic: 'Lampu',
      category: 'pju',
      agency: 'Dishub',
      village: 'Gundih',
      villageCode: '35.78.01.1001',
      place: 'Jl X',
      filedAt: new Date('2021-12-31T17:29:00Z'),
      answeredAt: new Date('2022-01-01T01:00:00Z'),
      group: '1',
    });
    expect(await readRows(plain, 1)).toHaveLength(1);
  });

  it('tells a response that never came, and one that is said to have come before the complaint', async () => {
    const rows = await readRows(await written('a.csv', table));
    expect(rows.map((row) => answeredAtOf(row) !== null)).toEqual([true, false, false]);
    expect(rows.map(hasNegativeAnswer)).toEqual([false, false, true]);
  });

  it('without a column it needs is refused by name, and so is a time that is none', async () => {
    await expect(readRows(await written('b.csv', 'id,teks\n1,x\n'))).rejects.toThrow('row 1 has no column topik');
    const wrong = table.replace('2022-01-02 10:00,,2', 'yesterday,,2');
    await expect(readRows(await written('c.csv', wrong))).rejects.toThrow('row 2 has no moment');
  });
});
