import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { openJournal, type Entry } from './journal.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'laksa journal '));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const filed = (row: string): Entry => ({ what: 'filed', row, number: '4812073356', claimCode: '12345678', tookMs: 7 });

describe('the journal of what was acknowledged', () => {
  it('gives back every line that was written, in order, also those written at once', async () => {
    const path = join(folder, 'deep', 'journal.jsonl');
    const journal = await openJournal(path);
    const rows = Array.from({ length: 200 }, (_, index) => `row-${index}`);
    await Promise.all(rows.map((row) => journal.write(filed(row))));
    await journal.close();
    const again = await openJournal(path);
    expect(again.entries).toEqual(rows.map(filed));
    await again.close();
  });

  it('passes over a line that a crash cut short, and writes on after it', async () => {
    const path = join(folder, 'journal.jsonl');
    const journal = await openJournal(path);
    await journal.write(filed('whole'));
    await journal.close();
    await appendFile(path, '{"what":"filed","row":"cut');
    const second = await openJournal(path);
    await second.write(filed('after'));
    await second.close();
    const third = await openJournal(path);
    expect(third.entries).toEqual([filed('whole'), filed('after')]);
    await third.close();
  });
});
