import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { startFakeS3, type FakeS3 } from '../src/adapters/backup/testing/fake-s3.ts';
import { readRecord } from '../src/commands/backup/record.ts';
import { findEmbeddedPostgres } from '../src/platform/postgres/embedded-postgres.ts';
import { hasEnded } from '../src/platform/postgres/processes.ts';
import { missingOf, startLoad, tooLateOf } from './load.ts';
import { crewOf } from './processes.ts';
import { startService, type Service } from './service.ts';

let away: string;
let identity: string;
let recipient: string;
let s3: FakeS3;

beforeAll(async () => {
  s3 = await startFakeS3();
  away = await mkdtemp(join(tmpdir(), 'laksa backup of '));
  const secret = await generateX25519Identity();
  recipient = await identityToRecipient(secret);
  identity = join(away, 'identity.txt');
  await writeFile(identity, `# of a test\n${secret}\n`);
});
afterAll(async () => {
  await s3.close();
  await rm(away, { recursive: true, force: true });
});

const places = {
  'a folder': () => ({ LAKSA_BACKUP_TO: join(away, 'backup') }),
  'an S3 server that fails now and then': () => {
    const failures = ['unavailable', 'cut before', 'cut after', 'cut answer', 'slow'] as const;
    s3.moods.push(...Array.from({ length: 200 }, (_, turn) => [...Array(7).fill('fine'), failures[turn % 5]]).flat());
    return {
      LAKSA_BACKUP_TO: 's3://city/laksa',
      S3_ENDPOINT: s3.endpoint,
      S3_REGION: s3.access.region,
      S3_ACCESS_KEY_ID: s3.access.accessKeyId,
      S3_SECRET_ACCESS_KEY: s3.access.secretAccessKey,
    };
  },
} as const;

describe.each(['a folder', 'an S3 server that fails now and then'] as const)(
  'backed up to %s, everything killed and the data folder gone',
  (place) => {
    let service: Service;
    let from: string;

    beforeAll(async () => {
      const env = { ...places[place](), LAKSA_BACKUP_RECIPIENT: recipient };
      from = env.LAKSA_BACKUP_TO;
      service = await startService({ name: 'laksa restore', env });
    }, 180_000);
    afterAll(async () => service?.remove(), 60_000);

    it('a moment in the middle of the load comes back: all that was acknowledged before it, nothing after it, every file whole', async () => {
      const load = await startLoad(service.origin);
      await load.more(10);
      expect(await service.laksa('backup')).toMatch(/whole, [\d.]+ MB of database/);
      await load.more(10);
      const moment = new Date();
      await load.more(10);
      await untilSent(service, moment);
      const keys = join(await mkdtemp(join(away, 'keys-')), 'keys.age');
      await service.laksa('keys', 'backup', '--to', keys, '--recipient', recipient);
      await killAll(service);
      await load.stop();
      await loseAll(service.dataDir);
      await service.laksa('keys', 'restore', '--from', keys, '--identity', identity);

      const to = ['--to', moment.toISOString(), '--identity', identity];
      const said = await service.laksa('restore', '--from', from, ...to);
      expect(said).toMatch(/made by Laksa \d[\d.]+ \(\d{4}-[\w-]+(\.sql)?\)\n/);
      expect(said).toMatch(/files of \d+ pictures: all whole/);
      expect(said).toMatch(/events in \d+ reports: all whole/);
      expect(await service.laksa('backup', 'verify')).toMatch(/: all whole\n$/);

      await service.start();
      const numbers = await numbersIn(service);
      expect(missingOf(load.acknowledged, moment, numbers)).toEqual([]);
      expect(tooLateOf(load.acknowledged, moment, numbers)).toEqual([]);
      expect(
        load.acknowledged.filter(({ answeredAt }) => answeredAt <= moment.getTime()).length,
      ).toBeGreaterThanOrEqual(20);
      await expect(service.laksa('restore', '--from', from, ...to)).rejects.toThrow('a restore overwrites nothing');
    }, 240_000);
  },
);

const killAll = async (service: Service): Promise<void> => {
  const { supervisor, web, worker, archiver, postmaster, backend } = await crewOf(service);
  const killed = [...supervisor, ...web, ...worker, ...archiver, ...postmaster];
  for (const pid of killed) process.kill(pid, 'SIGKILL');
  // Backends end when they notice, and write no more after that.
  await Promise.all([...killed, ...backend].map((pid) => hasEnded(pid, 30_000)));
};

const loseAll = async (dataDir: string): Promise<void> => {
  await rm(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 300 });
  await mkdir(dataDir, { mode: 0o700 });
};

const numbersIn = async (service: Service): Promise<ReadonlySet<string>> => {
  const rows = await ask<{ number: string }>(service, 'select number from laksa.report');
  return new Set(rows.map(({ number }) => number));
};

/** The server puts its log aside now, not in a minute, and the archiver sends it on. */
const untilSent = async (service: Service, moment: Date): Promise<void> => {
  const [switched] = await ask<{ segment: string }>(service, 'select pg_walfile_name(pg_switch_wal()) as segment');
  for (;;) {
    const record = await readRecord(service.dataDir, 'log');
    if (record !== null && record.segment >= (switched?.segment ?? '') && new Date(record.at) > moment) return;
    await pause(200);
  }
};

const ask = async <Row extends pg.QueryResultRow>({ dataDir }: Service, text: string): Promise<readonly Row[]> => {
  const found = await findEmbeddedPostgres(dataDir);
  const client = new pg.Client({ connectionString: found?.url });
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
};
