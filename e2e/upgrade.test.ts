import { createHash } from 'node:crypto';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { afterAll, describe, expect, it } from 'vitest';

import { unsentName } from '../src/adapters/files/unsent-files.ts';
import { maskedContact } from '../src/domain/personal-data/masked-contact.ts';
import { startEmbeddedPostgres } from '../src/platform/postgres/embedded-postgres.ts';
import { nameOfReporter, startLoad, type Acknowledged } from './load.ts';
import { loginOf, signIn } from './officer.ts';
import { makeService, type Service } from './service.ts';
import { formFor, visit } from './visitor.ts';

const run = promisify(execFile);
const root = join(import.meta.dirname, '..');

/** The first migration that came after the version cities may have: to be raised when another is released. */
const firstNewMigration = '0029-city-events.sql';

/** The newest commit before it, so that all that changed since is upgraded; `LAKSA_UPGRADE_FROM` names another. */
const versionBefore = async (): Promise<string | null> => {
  if (!existsSync(join(root, '.git'))) return null;
  const named = process.env['LAKSA_UPGRADE_FROM'];
  if (named !== undefined) return named;
  const path = `db/migrations/${firstNewMigration}`;
  const { stdout } = await run('git', ['log', '--diff-filter=A', '--format=%H', '--', path], { cwd: root });
  const added = stdout.trim().split('\n').at(-1) ?? '';
  return run('git', ['rev-parse', '--verify', `${added}^`], { cwd: root }).then(
    (found) => found.stdout.trim(),
    () => null,
  );
};

const before = await versionBefore();
let checkout: string | undefined;
let service: Service | undefined;

afterAll(async () => {
  await service?.remove();
  if (checkout !== undefined) await rm(checkout, { recursive: true, force: true });
}, 60_000);

// Needs the history of the tree: an archive of it has no version before.
describe.runIf(before !== null)('from the version before', () => {
  it('reports, history, words, feed, persons and files are the same afterwards, whoever came in still does, and the ledger verifies', async () => {
    checkout = await mkdtemp(join(tmpdir(), 'laksa before '));
    await run('git', ['clone', '--quiet', '--shared', '--no-checkout', root, checkout]);
    await run('git', ['checkout', '--quiet', before ?? ''], { cwd: checkout });
    // Installs its own locked packages, as an operator of that version did.
    const old = await makeService({ name: 'laksa upgraded', root: checkout });
    service = old;
    await old.start();
    const load = await startLoad(old.origin, 2);
    await load.more(10);
    await load.stop();
    const verifier = loginOf(await old.logins(), { role: 'verifier' });
    (await signIn(old.origin, verifier)).close();
    await old.stop();
    const kept = await keptIn(old.dataDir);
    expect(kept.reports).toHaveLength(load.acknowledged.length);
    expect(Object.keys(kept.files).length).toBeGreaterThan(0);

    const upgraded = await makeService({ dataDir: old.dataDir, port: Number(new URL(old.origin).port) });
    service = upgraded;
    expect(await upgraded.laksa('migrate', '--plan', '--try')).toContain('locked');
    expect(await keptIn(old.dataDir)).toEqual(kept);
    await upgraded.start();
    await upgraded.stop();
    const after = await keptIn(old.dataDir);
    for (const part of ['reports', 'events', 'words', 'feed', 'persons'] as const)
      expect(after[part]).toEqual(expect.arrayContaining([...kept[part]]));
    expect(after.files).toMatchObject(kept.files);
    await upgraded.start();
    (await signIn(upgraded.origin, verifier)).close();
    expect(await opened(upgraded.origin, load.acknowledged[0])).toContain(maskedContact('name', nameOfReporter));
    expect(await upgraded.laksa('ledger', 'verify')).toMatch(/: all whole\n$/);
    expect(await upgraded.laksa('files', 'verify')).toMatch(/: all whole\n/);
  }, 600_000);
});

/** A report as its reporter sees it, with a code that the version before gave, and a name that it sealed. */
const opened = async (origin: string, slip: Acknowledged | undefined): Promise<string> => {
  const reporter = visit(origin);
  const asked = formFor(await reporter.get('/lacak'), '/lacak');
  await reporter.send(asked, { nomor: slip?.number ?? '', kode: slip?.claimCode ?? '' });
  const { body } = await reporter.get(`/lacak/${slip?.number}/kontak`);
  reporter.close();
  return body;
};

/** What no version may change: by their hashes where they are long. */
const keptIn = async (dataDir: string) => {
  const server = await startEmbeddedPostgres({ dataDir, log: () => undefined });
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  const ask = async (text: string): Promise<readonly unknown[]> =>
    (await client.query({ text, rowMode: 'array' })).rows;
  try {
    return {
      reports: await ask('select number, filed_at, kind from laksa.report order by 1'),
      events: await ask(`select id, report_id, seq, kind, encode(hash, 'hex') from laksa.report_event order by 1`),
      words: await ask('select event_id, field, md5(value) from laksa.event_secret order by 1, 2'),
      feed: await ask('select tenant_id, position, event_id from laksa.event_feed order by 1, 2'),
      persons: await ask('select tenant_id, id from laksa.person order by 2'),
      files: await filesIn(join(dataDir, 'files')),
    };
  } finally {
    await client.end();
    await server.stop();
  }
};

const filesIn = async (folder: string): Promise<Readonly<Record<string, string>>> => {
  const names = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const paths = names.map((entry) => join(entry.parentPath, entry.name)).filter((path) => !path.includes(unsentName));
  return Object.fromEntries(
    await Promise.all(
      paths.map(async (path) => [
        path,
        createHash('sha256')
          .update(await readFile(path))
          .digest('hex'),
      ]),
    ),
  );
};
