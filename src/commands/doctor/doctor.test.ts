import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { createServer } from 'node:tls';

import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { startFakeSmtp } from '../../adapters/smtp/testing/fake-smtp.ts';
import { roleUrl } from '../../platform/db/role-url.ts';
import { publishPending } from '../../store/feed.ts';
import { fileSample } from '../../testing/report-life.ts';
import { startTestInstallation, type TestInstallation } from '../../testing/test-installation.ts';
import { lookAtCertificate, proxyFinding } from './address-checks.ts';
import { apartFinding, backupFindings } from './backup-checks.ts';
import type { Finding } from './check.ts';
import { clockFinding, timeServiceFinding } from './clock-checks.ts';
import { lookAtGrants, lookAtRoles } from './grant-checks.ts';
import { lookAtFeed, lookAtWaiting } from './job-checks.ts';
import { lookAtMail } from './mail-checks.ts';
import { lookAtSession } from './session-checks.ts';
import { connectionsFinding, lookAtJit, readSettings, settingsFinding } from './setting-checks.ts';
import { startDeafPooler } from './testing/deaf-pooler.ts';
import { testCertificate, testKey } from './testing/test-certificate.ts';
import { nodeFinding } from './version-checks.ts';

let site: TestInstallation;
let admin: pg.Client;

beforeAll(async () => {
  site = await startTestInstallation();
  admin = new pg.Client({ connectionString: site.url });
  await admin.connect();
});
afterAll(async () => {
  await admin.end();
  await site.close();
});

/** Breaks something and looks, and takes it back: roles are of the whole server. */
const whileBroken = async (
  breaking: string,
  look: (client: pg.Client) => Promise<readonly Finding[]>,
): Promise<readonly Finding[]> => {
  await admin.query(`begin; ${breaking}`);
  return look(admin).finally(() => admin.query('rollback'));
};

const grades = (findings: readonly Finding[]): readonly string[] => findings.map(({ grade }) => grade);

describe('the doctor finds', () => {
  it('backups on the disk that they are to outlive', async () => {
    expect(grades(await apartFinding('/proc', tmpdir()))).toEqual(['ok']);
    expect(grades(await apartFinding(tmpdir(), tmpdir()))).toEqual(['warning']);
    expect(await apartFinding('/nowhere', tmpdir())).toEqual([]);
  });

  it('a role that may too much, or is missing', async () => {
    expect(grades(await lookAtRoles(admin))).toEqual(['ok']);
    const [found] = await whileBroken('alter role laksa_app createdb', lookAtRoles);
    expect(found).toMatchObject({ grade: 'error', says: 'may too much: laksa_app' });
    expect(await whileBroken('alter role laksa_owner login', lookAtRoles)).toMatchObject([
      { grade: 'error', says: 'may too much: laksa_owner' },
    ]);
    expect(await whileBroken('alter role laksa_oversight rename to someone', lookAtRoles)).toMatchObject([
      { grade: 'error', says: 'only 5 of 6 roles are there' },
    ]);
  });

  it('a right that the migrations did not give, and one they gave that is gone', async () => {
    expect(grades(await lookAtGrants(admin))).toEqual(['ok']);
    const [more] = await whileBroken('grant delete on laksa.report_event to laksa_app', lookAtGrants);
    expect(more?.grade).toBe('error');
    expect(more?.says).toContain('not ours: grant DELETE, INSERT, SELECT on laksa.report_event to laksa_app;');
    const [less] = await whileBroken('revoke select on laksa.report_public from laksa_app', lookAtGrants);
    expect(less?.says).toContain('missing: grant SELECT on laksa.report_public to laksa_app;');
  });

  it('settings of the database that lose data or starve it', async () => {
    const settings = await readSettings(admin);
    expect(Number(settings['work_mem'])).toBeGreaterThanOrEqual(1024 ** 2);
    const [unsafe] = settingsFinding(await inSession('set synchronous_commit = off'));
    expect(unsafe).toMatchObject({ grade: 'error', whatToDo: expect.stringContaining('synchronous_commit = on') });
    const safe = { synchronous_commit: 'on', fsync: 'on', full_page_writes: 'on' };
    const sized = { ...settings, ...safe };
    expect(settingsFinding({ ...sized, shared_buffers: String(128 * 1024 ** 2) })).toMatchObject([{ grade: 'ok' }]);
    expect(settingsFinding({ ...(await inSession(`set work_mem = '1MB'`)), ...safe })).toMatchObject([
      { grade: 'warning', whatToDo: expect.stringContaining('work_mem = 4MB') },
    ]);
    const most = Number(settings['max_connections']);
    expect(grades(connectionsFinding(settings, most))).toEqual(['error']);
    expect(grades(connectionsFinding(settings, most - 6))).toEqual(['warning']);
    expect(grades(connectionsFinding(settings, most - 20))).toEqual(['ok']);
  });

  it('a role that compiles short statements', async () => {
    const url = roleUrl(site.url, 'laksa_app');
    expect(grades(await lookAtJit(url))).toEqual(['ok']);
    expect(grades(await lookAtJit(`${url}?options=-c%20jit%3Don`))).toEqual(['warning']);
  });

  it('a direct connection that ends at a pooler', async () => {
    const url = roleUrl(site.url, 'laksa_app');
    expect(grades(await lookAtSession(url))).toEqual(['ok']);
    const pooler = await startDeafPooler(url);
    const findings = await lookAtSession(pooler.url).finally(pooler.close);
    expect(findings).toMatchObject([{ grade: 'error', whatToDo: expect.stringContaining('DATABASE_DIRECT_URL') }]);
  });

  it('jobs that nobody takes, and events that do not come into the feed', async () => {
    const [city, other] = site.cities;
    await fileSample(site.laksa, city);
    const { rows } = await admin.query<{ at: Date }>('select min(run_at) as at from graphile_worker._private_jobs');
    const due = rows[0]?.at.getTime() ?? 0;
    const asJobs = (now: number) => lookAtWaiting(admin, new Date(now)).finally(() => admin.query('reset role'));
    expect(grades(await asJobs(due + 60_000))).toEqual(['ok']);
    expect(await asJobs(due + 3_600_000)).toMatchObject([
      { grade: 'warning', says: expect.stringMatching(/^\d+ have been due/) },
    ]);
    expect(grades(await lookAtFeed(site.laksa, city))).toEqual(['ok']);
    site.clock.advance(120_000);
    expect(await lookAtFeed(site.laksa, city)).toMatchObject([
      { grade: 'error', says: '1 events wait for more than a minute' },
    ]);
    expect(grades(await lookAtFeed(site.laksa, other))).toEqual(['ok']);
    await site.laksa.database.inTenant(city.id, (tx) => publishPending(tx, city.id, site.clock.now()));
    expect(grades(await lookAtFeed(site.laksa, city))).toEqual(['ok']);
  });

  it('a mail server that is not there, or that does not let us in, and sends nothing to one that is', async () => {
    const server = await startFakeSmtp();
    try {
      expect(grades(await lookAtMail(server.url))).toEqual(['ok']);
      expect(server.received).toEqual([]);
      server.misbehave({ at: 'CONNECT', answer: '554 no service' });
      expect(await lookAtMail(server.url)).toMatchObject([{ grade: 'error', says: expect.stringContaining('554') }]);
    } finally {
      await server.stop();
    }
    expect(await lookAtMail(server.url)).toMatchObject([
      { grade: 'error', whatToDo: expect.stringContaining('SMTP_URL') },
    ]);
  });

  it('a certificate that ends soon, has ended, or is not there', async () => {
    const server = createServer({ key: testKey, cert: testCertificate }, (socket) => socket.end());
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const at = (day: string) => lookAtCertificate({ origin: `https://localhost:${port}` }, new Date(day));
    try {
      expect(grades(await at('2036-10-01'))).toEqual(['ok']);
      expect(grades(await at('2036-11-10'))).toEqual(['warning']);
      expect(await at('2036-12-01')).toMatchObject([{ grade: 'error', says: expect.stringContaining('expired') }]);
    } finally {
      server.close();
    }
    expect(await at('2036-10-01')).toMatchObject([{ grade: 'warning', says: expect.stringContaining('not reached') }]);
    expect(await lookAtCertificate({ origin: 'http://localhost' }, new Date(0))).toEqual([]);
  });

  it('an encrypted address whose proxy nobody believes', () => {
    const origin = 'https://lapor.example';
    expect(grades(proxyFinding({ origin }, { trustProxy: [] }))).toEqual(['error']);
    expect(grades(proxyFinding({ origin }, { trustProxy: ['127.0.0.1'] }))).toEqual(['ok']);
    expect(grades(proxyFinding({ origin: 'http://127.0.0.1:3000' }, { trustProxy: [] }))).toEqual(['ok']);
  });

  it('clocks that are apart, and a machine that follows none', () => {
    expect(grades(clockFinding(-1_000))).toEqual(['ok']);
    expect(grades(clockFinding(-5_000))).toEqual(['warning']);
    expect(grades(clockFinding(61_000))).toEqual(['error']);
    expect([true, null, false].flatMap((kept) => grades(timeServiceFinding(kept)))).toEqual(['ok', 'ok', 'warning']);
  });

  it('a backup that is old, or of which nobody knows, and a Node that is too old', () => {
    const now = new Date('2026-11-23T00:00:00Z');
    expect(grades(backupFindings({ database: null, keys: null }, now))).toEqual(['warning', 'warning']);
    expect(grades(backupFindings({ database: new Date('2026-11-20T00:00:00Z'), keys: now }, now))).toEqual([
      'error',
      'ok',
    ]);
    expect(grades(backupFindings({ database: new Date('2026-11-22T00:00:00Z'), keys: now }, now))).toEqual([
      'ok',
      'ok',
    ]);
    expect([nodeFinding('22.1.0'), nodeFinding('24.0.0')].flatMap(grades)).toEqual(['error', 'ok']);
  });
});

/** The settings as a session of its own has them after a change. */
const inSession = async (change: string) => {
  const client = new pg.Client({ connectionString: site.url });
  await client.connect();
  try {
    await client.query(change);
    return await readSettings(client);
  } finally {
    await client.end();
  }
};
