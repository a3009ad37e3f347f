import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { createMailer } from '../../../adapters/smtp/mailer.ts';
import { startFakeSmtp, type FakeSmtp } from '../../../adapters/smtp/testing/fake-smtp.ts';
import { uuid7 } from '../../../platform/db/uuid7.ts';
import { roleUrl } from '../../../platform/db/role-url.ts';
import type { Line } from '../../../platform/line/line.ts';
import { startRunner, type Runner } from '../../../platform/jobs/runner.ts';
import { fileSample } from '../../../testing/report-life.ts';
import { startTestSite, type TestSite } from '../../../testing/test-site.ts';
import { signedIn } from '../../../features/sign-in/testing/officer.ts';
import { writeRecord } from '../../backup/record.ts';
import { healthOf } from '../health-seen.ts';
import { createServiceMemory } from './service-memory.ts';
import { openWatch, type Watch } from './watch.ts';

const operators = ['satu@operator.example', 'dua@operator.example'];
const minute = 60_000;
const day = 24 * 60 * minute;

let site: TestSite;
let smtp: FakeSmtp;
let dataDir: string;
let runner: Runner | null = null;
let watch: Watch;
let memory: ReturnType<typeof createServiceMemory>;
let complaints: string[];

beforeEach(async () => {
  site = await startTestSite();
  smtp = await startFakeSmtp();
  dataDir = await mkdtemp(join(tmpdir(), 'laksa-watch-'));
  const at = site.clock.now().toISOString();
  await writeRecord(dataDir, 'base', { at, to: 'elsewhere', id: 'one' });
  await writeRecord(dataDir, 'keys', { at, to: 'elsewhere', fingerprint: 'f' });
  complaints = [];
  memory = createServiceMemory(site.clock);
  watch = open();
  await startWorker();
}, 60_000);

afterEach(async () => {
  await stopWorker();
  await watch.close();
  await smtp.stop();
  await site.close();
  await rm(dataDir, { recursive: true, force: true });
});

const open = (): Watch =>
  openWatch({
    config: {
      dataDir,
      databaseUrl: undefined,
      backup: undefined,
      sendsMail: true,
      publicUrl: 'https://satu.example',
      alertMail: operators,
      alertLanguage: 'en',
    },
    databaseUrl: roleUrl(site.url, 'laksa_app'),
    memory,
    sendMail: createMailer({ smtpUrl: smtp.url, from: 'laksa@satu.example', outboxDir: join(dataDir, 'outbox') }),
    clock: site.clock,
    log: (line) => void complaints.push(line),
  });

const startWorker = async (): Promise<void> => {
  runner = await startRunner({
    url: roleUrl(site.url, 'laksa_jobs'),
    tasks: { 'deliver-notices': { access: 'system', run: async () => undefined } },
    concurrency: 1,
    log: () => undefined,
    onError: () => undefined,
  });
};
const stopWorker = async (): Promise<void> => {
  await runner?.stop();
  runner = null;
};

/** Looks every half minute for so long. */
const watchFor = async (ms: number): Promise<void> => {
  for (let passed = 0; passed < ms; passed += minute / 2) {
    site.clock.advance(minute / 2);
    await watch.look();
  }
};

/** The watch of a service that was started again. */
const restart = async (): Promise<void> => {
  await watch.close();
  watch = open();
};

const subjects = (): readonly string[] =>
  smtp.received.map(({ data }) => /^Subject: (.*(?:\r\n .*)*)/m.exec(data)?.[1]?.replaceAll(/\r\n /g, ' ') ?? '');

const asSuperuser = async (text: string): Promise<void> => {
  const admin = new pg.Client({ connectionString: site.url.replace(/\/test_[^?]*/, '/postgres') });
  await admin.connect();
  await admin.query(text);
  await admin.end();
};

test('a web process is told what it cannot see itself: of backups, too', async () => {
  await watch.look();
  const line: Line = { ask: async () => watch.told(), tell: () => undefined };
  const { facts } = await healthOf(site.laksa, { dataDir, sendsMail: true }, line)();
  expect(facts).toMatchObject({ backup: { hoursAgo: 0 }, backupLog: null, keysBackup: { hoursAgo: 0 } });
  const { facts: alone } = await healthOf(site.laksa, { dataDir, sendsMail: true }, null)();
  expect(alone).toMatchObject({ backup: null, backupLog: null, keysBackup: null });
});

test('while all is well nobody is written to', async () => {
  await watchFor(5 * minute);
  expect(smtp.received).toEqual([]);
  expect(complaints).toEqual([]);
});

test('a worker that is gone is told to each operator within two minutes, once, also over a restart, and so is its return', async () => {
  await watch.look();
  await stopWorker();
  await watchFor(2 * minute);
  expect(smtp.received.flatMap(({ to }) => to).toSorted()).toEqual(operators.toSorted());
  expect(subjects()[0]).toBe(
    '[satu.example] Trouble: No worker is alive. Letters do not go out and deadlines are not marked.',
  );
  expect(smtp.received[0]?.data).toContain('systemctl restart laksa');
  await restart();
  await watchFor(5 * minute);
  expect(smtp.received).toHaveLength(2);
  await startWorker();
  await watchFor(8 * minute);
  expect(smtp.received).toHaveLength(4);
  expect(subjects()[2]).toContain('Over: No worker is alive.');
});

test('a worker that was not up yet at the last look before a restart, and not at the first after it, is no trouble yet', async () => {
  await stopWorker();
  await watch.look();
  await restart();
  site.clock.advance(5 * minute);
  await watch.look();
  expect(smtp.received).toEqual([]);
});

test('who was told is reminded a day later, and no sooner', async () => {
  await stopWorker();
  await watchFor(3 * minute);
  site.clock.advance(day - 4 * minute);
  await watch.look();
  expect(smtp.received).toHaveLength(2);
  site.clock.advance(4 * minute);
  await watch.look();
  expect(subjects()[2]).toContain('Still troubled');
  expect(smtp.received).toHaveLength(4);
});

test('a database that takes nobody is told, without the database, and nothing behind it is said to be over', async () => {
  await stopWorker();
  await watchFor(2 * minute);
  const name = new URL(site.url).pathname.slice(1);
  await asSuperuser(`alter database ${name} allow_connections false`);
  await asSuperuser(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`);
  await watchFor(8 * minute);
  expect(
    subjects()
      .slice(2)
      .every((subject) => subject.includes('The database does not answer.')),
  ).toBe(true);
  expect(smtp.received).toHaveLength(4);
  await asSuperuser(`alter database ${name} allow_connections true`);
  await watchFor(8 * minute);
  expect(subjects().slice(4)).toHaveLength(2);
  expect(subjects()[4]).toContain('Over: The database does not answer.');
}, 30_000);

test('a letter that the mail server takes for nobody is sent again at the next look', async () => {
  await stopWorker();
  await watchFor(minute / 2);
  smtp.misbehave({ at: 'MAIL', answer: '451 later' }, 2);
  await watchFor(minute);
  expect(complaints.some((line) => line.includes('451'))).toBe(true);
  await watchFor(2 * minute);
  expect(smtp.received.flatMap(({ to }) => to).toSorted()).toEqual(operators.toSorted());
});

test('one operator whose address is refused does not make the others hear of it again and again', async () => {
  await stopWorker();
  await watchFor(minute / 2);
  smtp.misbehave({ at: 'RCPT', answer: '550 nobody here' });
  await watchFor(10 * minute);
  expect(smtp.received).toHaveLength(1);
});

test('where nothing can be written any more nobody is told the same again at every look', async () => {
  await stopWorker();
  await rm(dataDir, { recursive: true });
  await watchFor(10 * minute);
  // That the worker is silent, and that with the folder every record of a copy has gone.
  expect(smtp.received.map(({ to }) => to[0]).toSorted()).toEqual(
    [...operators, ...operators, ...operators].toSorted(),
  );
  expect(complaints.some((line) => line.includes('ENOENT'))).toBe(true);
});

test('a city that breaks many more promises than usual is told to its own administrators', async () => {
  await signedIn(site, site.cities[0], 'admin-kota');
  const [{ id }] = site.cities;
  const { reportId } = await fileSample(site.laksa, site.cities[0]);
  const now = site.clock.now();
  await site.laksa.database.inTenant(id, async (tx) => {
    for (let clock = 0; clock < 12; clock += 1)
      await tx
        .insertInto('report_clock')
        .values({
          tenant_id: id,
          id: uuid7(now),
          report_id: reportId,
          kind: 'verify',
          policy_version: 1,
          started_at: now,
          due_at: now,
          provisional: false,
          paused_ms: 0,
          passed_at: now,
        })
        .execute();
  });
  await watchFor(minute);
  // Invented people have invented addresses: what is for them lies in the outbox.
  const folder = join(dataDir, 'outbox/operator');
  const letters = await readdir(folder);
  expect(letters).toHaveLength(1);
  const letter = await readFile(join(folder, letters[0] ?? ''), 'utf8');
  expect(letter).toContain('To: admin-kota-satu@petugas.invalid');
  expect(letter).toContain('promises that ran out in 24 hours: 12');
  expect(smtp.received).toEqual([]);
  expect(complaints).toEqual([]);
});

test('processes that die again and again, and errors, are told', async () => {
  for (let death = 0; death < 5; death += 1) memory.died('web-1', site.clock.now());
  for (let error = 0; error < 20; error += 1)
    memory.answersTo('web-1')['trouble']?.({ kind: 'TypeError', requestId: crypto.randomUUID() });
  await watch.look();
  expect(subjects()).toHaveLength(4);
  expect(watch.told().errors).toMatchObject([{ kind: 'TypeError', count: 20 }]);
  await watchFor(20 * minute);
  expect(subjects().filter((subject) => subject.includes('Over'))).toHaveLength(4);
});

test('what collectors read is what was found', async () => {
  await fileSample(site.laksa, site.cities[0]);
  await watch.look();
  const text = await watch.registry.metrics();
  expect(text).toContain('laksa_database_up 1');
  expect(text).toContain('laksa_workers 1');
  expect(text).toContain(`laksa_reports_open{city="${site.cities[0].slug}",state="received"} 1`);
  expect(text).not.toContain(`laksa_reports_open{city="${site.cities[1].slug}"`);
});
