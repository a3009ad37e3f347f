import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { findEmbeddedPostgres, startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres.ts';
import { hasEnded, isAlive } from './processes.ts';
import { temporaryFolder, type TemporaryFolder } from './testing/temporary-folder.ts';

const lines: string[] = [];
const log = (line: string): void => void lines.push(line);

describe('the embedded PostgreSQL', () => {
  let folder: TemporaryFolder;
  let postgres: EmbeddedPostgres;

  beforeAll(async () => {
    folder = await temporaryFolder();
    postgres = await startEmbeddedPostgres({ dataDir: folder.path, log, settings: { work_mem: '7MB' } });
    await ask(postgres.url, 'create table kept (word text)');
  });

  afterAll(async () => {
    await postgres?.stop();
    await folder?.remove();
  });

  it('is set up for durable UTF-8 text in UTC, for this machine only', async () => {
    const shown = await ask(
      postgres.url,
      `select lower(name) || '=' || setting as shown from pg_settings where lower(name) in
        ('server_encoding', 'timezone', 'jit', 'listen_addresses', 'unix_socket_directories', 'fsync', 'synchronous_commit', 'work_mem') order by lower(name)`,
    );
    expect(shown.map((row) => row['shown'])).toEqual([
      'fsync=on',
      'jit=off',
      'listen_addresses=127.0.0.1',
      'server_encoding=UTF8',
      'synchronous_commit=on',
      'timezone=UTC',
      'unix_socket_directories=',
      'work_mem=7168',
    ]);
  });

  it('folds and orders letters alike on every system', async () => {
    const [row] = await ask(
      postgres.url,
      "select upper('élan') as upper, datlocprovider::text || datlocale as locale from pg_database where datname = 'laksa'",
    );
    expect(row).toEqual({ upper: 'ÉLAN', locale: 'bC.UTF-8' });
  });

  it('answers large parallel queries, which need dynamic shared memory', async () => {
    const parallel = `${postgres.url}?options=${encodeURIComponent('-c debug_parallel_query=on -c parallel_setup_cost=0')}`;
    const [row] = await ask(parallel, 'select count(distinct md5(i::text)) as n from generate_series(1, 200000) i');
    expect(row).toEqual({ n: '200000' });
  });

  it('keeps a random password in a file that only its owner may read', async () => {
    const file = join(folder.path, 'keys', 'postgres-password');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await stat(join(file, '..'))).mode & 0o777).toBe(0o700);
    expect(new URL(postgres.url).password).toBe((await readFile(file, 'utf8')).trim());
    await expect(ask(postgres.url.replace(/:[^:@]+@/, ':guessed@'), 'select 1')).rejects.toThrow(
      /password authentication failed/,
    );
  });

  it('tells a second process on the same folder who is running', async () => {
    await expect(startEmbeddedPostgres({ dataDir: folder.path, log })).rejects.toThrow(
      `Already running, pid ${process.pid}`,
    );
  });

  it('is found by a command that runs beside it', async () => {
    expect(await findEmbeddedPostgres(folder.path)).toEqual({ url: postgres.url, pid: postgres.pid });
    expect(await findEmbeddedPostgres(join(folder.path, 'nowhere'))).toBeUndefined();
  });

  it('comes back on the same port with everything it confirmed when its process is killed at work', async () => {
    const before = { url: postgres.url, pid: postgres.pid };
    const onRestart = vi.fn();
    await postgres.stop();
    postgres = await startEmbeddedPostgres({ dataDir: folder.path, log, onRestart });
    expect(postgres.url).toBe(before.url);
    await ask(postgres.url, "insert into kept values ('confirmed')");
    const busy = ask(postgres.url, 'select count(*) from generate_series(1, 1000000000)').catch(
      (error: unknown) => error,
    );
    await vi.waitFor(
      async () =>
        expect(
          await ask(postgres.url, "select from pg_stat_activity where state = 'active' and pid <> pg_backend_pid()"),
        ).toHaveLength(1),
      5000,
    );
    const killed = postgres.pid;
    process.kill(killed, 'SIGKILL');
    await vi.waitFor(() => expect(onRestart).toHaveBeenCalledOnce(), { timeout: 20_000, interval: 50 });
    expect(await busy).toBeInstanceOf(Error);
    expect(postgres.pid).not.toBe(killed);
    expect(postgres.url).toBe(before.url);
    expect(await ask(postgres.url, 'select word from kept')).toEqual([{ word: 'confirmed' }]);
  });

  it('stops at once although somebody is in the middle of a transaction, and leaves no process', async () => {
    const client = new Client({ connectionString: postgres.url });
    client.on('error', () => undefined);
    await client.connect();
    await client.query("begin; insert into kept values ('never confirmed')");
    const started = performance.now();
    await postgres.stop();
    expect(performance.now() - started).toBeLessThan(8000);
    expect(await isAlive(postgres.pid)).toBe(false);
    expect(await findEmbeddedPostgres(folder.path)).toBeUndefined();
  });

  it('takes another port when somebody else has its own', async () => {
    const port = Number(new URL(postgres.url).port);
    const somebody = await listenOn(port);
    postgres = await startEmbeddedPostgres({ dataDir: folder.path, log });
    somebody.close();
    expect(Number(new URL(postgres.url).port)).not.toBe(port);
    expect(await ask(postgres.url, 'select word from kept')).toEqual([{ word: 'confirmed' }]);
    expect((await readFile(join(folder.path, 'postgres', 'port'), 'utf8')).trim()).toBe(new URL(postgres.url).port);
  });

  it('is not misled by the number of a dead server that another program has now', async () => {
    const { pid } = postgres;
    await postgres.stop();
    await hasEnded(pid, 1000);
    const stale = [
      process.pid,
      join(folder.path, 'postgres', 'cluster'),
      1,
      new URL(postgres.url).port,
      '',
      '127.0.0.1',
      '',
      'ready',
    ].join('\n');
    await writeFile(join(folder.path, 'postgres', 'cluster', 'postmaster.pid'), stale);
    postgres = await startEmbeddedPostgres({ dataDir: folder.path, log });
    expect(await ask(postgres.url, 'select word from kept')).toEqual([{ word: 'confirmed' }]);
  });

  it('refuses plainly when its password was lost, and harms nothing', async () => {
    await postgres.stop();
    const file = join(folder.path, 'keys', 'postgres-password');
    const password = await readFile(file);
    await writeFile(file, 'another\n');
    await expect(startEmbeddedPostgres({ dataDir: folder.path, log })).rejects.toThrow(
      /restore the one that belongs to this data folder/,
    );
    await writeFile(file, password);
    postgres = await startEmbeddedPostgres({ dataDir: folder.path, log });
    expect(await ask(postgres.url, 'select word from kept')).toEqual([{ word: 'confirmed' }]);
  });

  it('refuses a cluster of another version instead of replacing it', async () => {
    const old = await temporaryFolder();
    const cluster = join(old.path, 'postgres', 'cluster');
    await mkdir(cluster, { recursive: true });
    await writeFile(join(cluster, 'PG_VERSION'), '15\n');
    await expect(startEmbeddedPostgres({ dataDir: old.path, log })).rejects.toThrow(/made by PostgreSQL 15/);
    expect(await readFile(join(cluster, 'PG_VERSION'), 'utf8')).toBe('15\n');
    await old.remove();
  });
});

async function ask(url: string, sql: string): Promise<readonly Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function listenOn(port: number): Promise<Server> {
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
}
