import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client, DatabaseError } from 'pg';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres.ts';
import { openFolder } from './folder.ts';
import { isShuttingDown } from './postmaster.ts';
import { end, spawnSupervisor, untilUp } from './testing/supervisor-process.ts';
import { temporaryFolder, type TemporaryFolder } from './testing/temporary-folder.ts';

describe('the embedded PostgreSQL, when others shut it down', { timeout: 60_000 }, () => {
  let folder: TemporaryFolder;
  let postgres: EmbeddedPostgres | undefined;
  let lines: string[];
  let onRestart: ReturnType<typeof vi.fn<() => void>>;

  beforeEach(async () => {
    folder = await temporaryFolder();
    lines = [];
    onRestart = vi.fn<() => void>();
  });

  afterEach(async () => {
    await postgres?.stop();
    postgres = undefined;
    await folder.remove();
  });

  const start = async (): Promise<EmbeddedPostgres> =>
    (postgres = await startEmbeddedPostgres({ dataDir: folder.path, log: (line) => lines.push(line), onRestart }));

  const untilRestarted = () =>
    vi.waitFor(() => expect(onRestart).toHaveBeenCalledOnce(), { timeout: 15_000, interval: 50 });

  it('waits with SIGTERM for the work at hand, not for us to leave, and is soon up again', async () => {
    const server = await start();
    const before = { url: server.url, pid: server.pid };
    const [idle, atWork] = [await connect(server.url), await connect(server.url)];
    await atWork.query('create table kept (word text)');
    await atWork.query("begin; insert into kept values ('confirmed')");
    process.kill(server.pid, 'SIGTERM');
    expect(await untilRefused(server.url)).toBe('the database system is shutting down');
    await atWork.query('commit');
    await idle.query('select');

    await untilRestarted();
    expect(server.url).toBe(before.url);
    expect(server.pid).not.toBe(before.pid);
    await expect(idle.query('select')).rejects.toThrow(/terminated|not queryable|closed/);
    const anew = await connect(server.url);
    expect((await anew.query('select word from kept')).rows).toEqual([{ word: 'confirmed' }]);
    await anew.end();
    expect(lines.join('\n')).toMatch(/told to shut down, not by us[^]* SIGINT[^]*has ended, starting it again/);
  });

  it.each(['SIGINT', 'SIGQUIT'] as const)('is up again after %s, which needs no help', async (signal) => {
    const server = await start();
    const { pid } = server;
    const client = await connect(server.url);
    await client.query('create table kept (word text)');
    process.kill(pid, signal);

    await untilRestarted();
    expect(server.pid).not.toBe(pid);
    const anew = await connect(server.url);
    expect((await anew.query('select word from kept')).rows).toEqual([]);
    await anew.end();
    expect(lines.join('\n')).not.toMatch(/still shutting down/);
  });

  it('is stopped by us in good time in the middle of it', async () => {
    const server = await start();
    await connect(server.url);
    process.kill(server.pid, 'SIGTERM');
    await untilRefused(server.url);
    const asked = performance.now();
    await server.stop();
    expect(performance.now() - asked).toBeLessThan(8000);
    expect(onRestart).not.toHaveBeenCalled();
  });

  it('comes up although the one that was left running shuts down and somebody stays connected', async () => {
    const first = await untilUp(spawnSupervisor(folder.path));
    const client = await connect(first.url);
    await end(first.child, 'SIGKILL');
    process.kill(first.pid, 'SIGTERM');
    await untilRefused(first.url);

    const server = await start();
    expect(server.pid).not.toBe(first.pid);
    expect(server.url).toBe(first.url);
    await expect(client.query('select')).rejects.toThrow(/terminated|not queryable|closed/);
  });

  it('is not taken for shutting down while it starts or serves, or by the file of another', async () => {
    const server = await start();
    const files = await openFolder(folder.path);
    expect(await isShuttingDown(files, server.pid)).toBe(false);
    const file = join(files.cluster, 'postmaster.pid');
    const own = await readFile(file, 'utf8');
    try {
      for (const status of ['starting', 'standby ', 'ready   ', 'stopping']) {
        await writeFile(file, own.replace('ready   ', status));
        expect(await isShuttingDown(files, server.pid)).toBe(status === 'stopping');
      }
      await writeFile(file, own.replace('ready   ', 'stopping').replace(/^\d+/, String(process.pid)));
      expect(await isShuttingDown(files, server.pid)).toBe(false);
      expect(await isShuttingDown(files, process.pid)).toBe(false);
    } finally {
      await writeFile(file, own);
    }
  });
});

async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

/** What a new connection is told as soon as none is taken any more. */
async function untilRefused(url: string): Promise<string> {
  for (;;) {
    try {
      await (await connect(url)).end();
      await pause(20);
    } catch (error) {
      if (error instanceof DatabaseError && error.code === '57P03') return error.message;
      throw error;
    }
  }
}
