import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { readRows } from './row.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'laksa rows '));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const table =
  'id,teks,topik,kategori,instansi,kelurahan,lokasi\nA-1,"dua baris,\r\n""dikutip""",Lampu,pju,Dishub,Gundih,Jl X\nA-2,satu,Jalan,jalan_trotoar,DSDA,Tandes,\n';

describe('a table of complaints', () => {
  it('is read as it stands, gzipped or not, as far as was asked', async () => {
    const [plain, packed] = [join(folder, 'a.csv'), join(folder, 'a.csv.gz')];
    await writeFile(plain, table);
    await writeFile(packed, gzipSync(table));
    expect(await readRows(packed)).toEqual(await readRows(plain));
    expect((await readRows(plain))[0]).toEqual({
      id: 'A-1',
      text: 'dua baris,\r\n"dikutip"',
      topic: 'Lampu',
      category: 'pju',
      village: 'Gundih',
      place: 'Jl X',
    });
    expect(await readRows(plain, 1)).toHaveLength(1);
  });

  it('without a column it needs is refused by name', async () => {
    const path = join(folder, 'b.csv');
    await writeFile(path, 'id,teks\n1,x\n');
    await expect(readRows(path)).rejects.toThrow('row 1 has no column topik');
  });
});
