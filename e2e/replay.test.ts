import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { openJournal } from '../src/commands/replay/journal.ts';
import { readRows } from '../src/commands/replay/row.ts';
import { findEmbeddedPostgres } from '../src/platform/postgres/embedded-postgres.ts';
import { newSeed } from '../src/testing/seeded-random.ts';
import { replayWhileKilled } from './replay-kills.ts';
import { inventedRows, tableOf } from './replay-table.ts';
import { startService, type Service } from './service.ts';

const kills = Number(process.env['LAKSA_REPLAY_KILLS'] ?? 2);
const wantedRows = Number(process.env['LAKSA_REPLAY_ROWS'] ?? 24);
const seed = newSeed();

let service: Service;

beforeAll(async () => {
  service = await startService();
}, 180_000);
afterAll(async () => service?.remove(), 60_000);

const written = async (name: string, table: string): Promise<string> => {
  const file = join(service.dataDir, name);
  await writeFile(file, table);
  return file;
};

describe('a table of complaints happens again', () => {
  it('text by text as it was sent, at the time of the table; a second run adds nothing', async () => {
    const texts = [
      'LAMPU PADAM SEMUA DARI UJUNG SAMPAI UJUNG',
      'cafÃ© tutup â€“ jalan gelap',
      `${'panjang '.repeat(750)}akhir`,
      '1. lampu\r\n2. saluran\r\n3. sampah 😀',
      'kutip "dua" dan, koma <b>',
    ];
    const rows = texts.map((text, index) => ({
      text,
      filedAt: `2025-03-0${index + 1} 09:00`,
      answeredAt: ['2025-03-01 15:30', '2025-03-09 10:00', '', '2025-03-04 09:00', '2025-03-01 00:00'][index] ?? '',
    }));
    const file = await written('complaints.csv', tableOf(rows));
    for (const routing of ['rules', 'recorded', 'rules']) {
      const report = await service.laksa('replay', file, '--routing', routing);
      expect(report).toMatch(/^stored +5$/m);
      expect(report).toMatch(/^states +closed 3, assigned 2$|^states +assigned 2, closed 3$/m);
      expect(report).toMatch(/^without response +1: T-2$/m);
      expect(report).toMatch(/^negative response +1: T-4$/m);
      expect(report).toMatch(/^doubled +0$/m);
      expect(report).toMatch(/^text differs +0$/m);
      expect(report).toMatch(/^within 24 hours +2 of 5 /m);
      expect(report).toMatch(/^oracle +\d+ clocks of 5 reports, 0 differ$/m);
    }
    await expect(service.laksa('replay', file, '--tenant', 'demo')).rejects.toThrow('demo is no rehearsal');
    const other = ['--tenant', 'replay-rules', '--routing', 'recorded'];
    await expect(service.laksa('replay', file, ...other)).rejects.toThrow('is replayed with --routing rules');
  }, 120_000);

  it(
    'to its end, whoever is killed on the way: every number that was told exists, none twice',
    async () => {
      const file = process.env['LAKSA_REPLAY_FILE'] ?? (await written('killed.csv', tableOf(inventedRows(wantedRows))));
      const rows = await readRows(file, wantedRows);
      const answered = rows.filter(({ filedAt, answeredAt }) => answeredAt !== null && answeredAt >= filedAt).length;
      const journalFile = join(service.dataDir, 'replay', 'killed.jsonl');
      const words = [file, '--tenant', 'killed', '--limit', String(wantedRows)];
      console.log(`seed ${seed}: ${rows.length} rows, ${kills} kills`);
      const lines = 1 + 2 * rows.length + answered;
      const { killed, runs, said } = await replayWhileKilled(service, { words, journalFile, lines, kills, seed });
      console.log(`killed ${killed.join(', ')}; ${runs} runs\n${said}`);
      expect(killed).toHaveLength(kills);
      const told = await numbersTold(journalFile);
      expect(told).toHaveLength(rows.length);
      expect(await numbersStored('killed')).toEqual(told.toSorted());
      expect(said).toMatch(/^oracle +\d+ clocks of \d+ reports, 0 differ$/m);
    },
    120_000 + kills * 60_000 + wantedRows * 1_000,
  );
});

const numbersTold = async (journalFile: string): Promise<readonly string[]> => {
  const journal = await openJournal(journalFile);
  await journal.close();
  const told = journal.entries.flatMap((entry) => (entry.what === 'filed' ? [[entry.row, entry.number] as const] : []));
  return [...new Map(told).values()];
};

/** Sees through every fence. */
const numbersStored = async (slug: string): Promise<readonly string[]> => {
  const found = await findEmbeddedPostgres(service.dataDir);
  if (found === undefined) throw new Error('PostgreSQL is not up');
  const client = new pg.Client({ connectionString: found.url });
  await client.connect();
  const { rows } = await client
    .query<{ number: string }>(
      'select r.number from laksa.report r join laksa.tenant t on t.id = r.tenant_id where t.slug = $1 order by 1',
      [slug],
    )
    .finally(() => client.end());
  return rows.map(({ number }) => number);
};
