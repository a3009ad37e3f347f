import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';

import { readConfig } from '../config.ts';
import { fillCity } from '../testing/fill-city.ts';
import { startTestInstallation, type TestInstallation } from '../testing/test-installation.ts';
import { ledgerCommands } from './ledger-commands.ts';

let site: TestInstallation;
let dataDir: string;
let number: string;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'laksa-ledger-'));
  site = await startTestInstallation({ keysDir: join(dataDir, 'keys') });
  const [first] = await Promise.all(site.cities.map((city) => fillCity(site.laksa, city)));
  number = first?.numbers[0] ?? '';
});
afterEach(() => {
  process.exitCode = 0;
});
afterAll(async () => {
  await rm(dataDir, { recursive: true, force: true });
  await site.close();
});

/** Runs `ledger verify` and gives what it printed and the exit code it asked for. */
const verify = async (...args: string[]): Promise<{ readonly printed: string; readonly code: unknown }> => {
  const written = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  try {
    await ledgerCommands[0]?.run(readConfig({ DATABASE_URL: site.url, LAKSA_DATA: dataDir }), args);
    return { printed: written.mock.calls.map(([text]) => text).join(''), code: process.exitCode ?? 0 };
  } finally {
    written.mockRestore();
  }
};

describe('ledger verify', () => {
  it('ends with how much is whole', async () => {
    expect(await verify()).toEqual({ printed: '18 events in 4 reports: all whole\n', code: 0 });
    expect(await verify('--tenant', 'dua')).toEqual({ printed: '9 events in 2 reports: all whole\n', code: 0 });
  });

  it('names what is not, in words or as JSON, and fails', async () => {
    const admin = new pg.Client({ connectionString: site.url });
    await admin.connect();
    await admin.query(
      `update laksa.report_event set at = at + interval '1 hour' where seq = 2 and report_id = (select id from laksa.report where number = $1)`,
      [number],
    );
    await admin.end();
    const { printed, code } = await verify();
    expect(code).toBe(1);
    expect(printed).toBe(
      `satu: report ${number}, event 2: its time was changed: it was written at 2026-11-23T02:00:00.000Z\n18 events in 4 reports: 1 not as written\n`,
    );
    const asJson = await verify('--json', '--tenant', 'satu');
    expect(asJson.code).toBe(1);
    expect(JSON.parse(asJson.printed)).toMatchObject([
      { tenant: 'satu', events: 9, findings: [{ kind: 'retimed', number, seq: 2 }] },
    ]);
    process.exitCode = 0;
    expect((await verify('--tenant', 'dua')).code).toBe(0);
  });

  it('names a report that its history does not account for, and counts what cannot be compared any more', async () => {
    const admin = new pg.Client({ connectionString: site.url });
    await admin.connect();
    const inSecond = `(select id from laksa.tenant where slug = 'dua')`;
    await admin.query(
      `delete from laksa.event_secret s using laksa.report_event e
       where e.tenant_id = s.tenant_id and e.id = s.event_id and e.kind = 'verified' and e.tenant_id = ${inSecond}`,
    );
    const erased = await verify('--tenant', 'dua');
    expect(erased.code).toBe(0);
    expect(erased.printed).toBe(
      '2 words were erased since, as they may be\n2 public texts cannot be compared: the words they were written from were erased\n9 events in 2 reports: all whole\n',
    );
    const { rows } = await admin.query<{ number: string }>(
      `update laksa.report set rating = 5 where tenant_id = ${inSecond} and state <> 'received' returning number`,
    );
    await admin.end();
    const altered = await verify('--tenant', 'dua');
    expect(altered.code).toBe(1);
    expect(altered.printed).toContain(`dua: report ${rows[0]?.number}: its rating is 5, its history says nothing\n`);
  });

  it('says which cities there are, and what it takes', async () => {
    await expect(verify('--tenant', 'tiga')).rejects.toThrow('there is no tenant tiga; there are: satu, dua');
    await expect(verify('--all')).rejects.toThrow('this command knows --tenant and --json');
  });
});
