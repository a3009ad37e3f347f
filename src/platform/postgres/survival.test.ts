import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startEmbeddedPostgres } from './embedded-postgres.ts';
import { folderIn } from './folder.ts';
import { isAlive } from './processes.ts';
import { portableSupervisor } from './testing/portable-supervisor.ts';
import { end, spawnSupervisor, untilUp } from './testing/supervisor-process.ts';
import { temporaryFolder, type TemporaryFolder } from './testing/temporary-folder.ts';

const nobody = 65534;

describe('the embedded PostgreSQL, when its supervisor is killed', { timeout: 60_000 }, () => {
  let folder: TemporaryFolder;
  let children: ChildProcess[];

  beforeEach(async () => {
    folder = await temporaryFolder();
    children = [];
  });

  afterEach(async () => {
    for (const child of children) await end(child, 'SIGTERM');
    await folder.remove();
  });

  function started(child: ChildProcess): ChildProcess {
    children.push(child);
    return child;
  }

  it('stays up and is taken over by the next one, which stops it in good order', async () => {
    const first = await untilUp(started(spawnSupervisor(folder.path)));
    const client = new Client({ connectionString: first.url });
    await client.connect();
    await client.query('create table kept (word text)');
    await end(first.child, 'SIGKILL');
    await client.query("insert into kept values ('while nobody watched')");
    await client.end();

    const lines: string[] = [];
    const second = await startEmbeddedPostgres({ dataDir: folder.path, log: (line) => lines.push(line) });
    expect(second.pid).toBe(first.pid);
    expect(second.url).toBe(first.url);
    expect(lines.join()).toMatch(/still up .* supervised again/);
    process.kill(second.pid, 'SIGKILL');
    await vi.waitFor(() => expect(second.pid).not.toBe(first.pid), { timeout: 25_000 });
    await second.stop();
    expect(await isAlive(second.pid)).toBe(false);
  });

  it('recovers when that happened in the middle of making the database', async () => {
    const first = started(spawnSupervisor(folder.path));
    await vi.waitFor(async () => expect((await readdir(join(folder.path, 'postgres'))).join()).toMatch(/half-made/), {
      timeout: 25_000,
      interval: 5,
    });
    await end(first, 'SIGKILL');
    expect(await readdir(join(folder.path, 'postgres'))).not.toContain('cluster');

    await untilUp(started(spawnSupervisor(folder.path)));
    expect((await readdir(join(folder.path, 'postgres'))).join()).not.toMatch(/half-made/);
  });

  it('recovers when its server was killed with it', async () => {
    const first = await untilUp(started(spawnSupervisor(folder.path)));
    await end(first.child, 'SIGKILL');
    process.kill(first.pid, 'SIGKILL');
    const second = await untilUp(started(spawnSupervisor(folder.path)));
    expect(second.pid).not.toBe(first.pid);
    expect(second.url).toBe(first.url);
  });

  it('runs for an ordinary user as it runs for root', async (context) => {
    if (process.getuid?.() !== 0) {
      const own = await untilUp(started(spawnSupervisor(folder.path)));
      expect((await stat(folderIn(folder.path).cluster)).uid).toBe(process.getuid?.());
      return expect(own.pid).toBeGreaterThan(0);
    }
    const hasSetpriv = await promisify(execFile)('setpriv', ['--version']).then(
      () => true,
      () => false,
    );
    if (!hasSetpriv) return context.skip('needs setpriv, to become an ordinary user');
    const command = await portableSupervisor(folder.path, nobody);
    const own = await untilUp(
      started(
        spawn('setpriv', [`--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups', ...command], {
          stdio: ['ignore', 'pipe', 'pipe'],
        }),
      ),
    );
    const { uid } = await stat(`/proc/${own.pid}`);
    expect(uid).toBe(nobody);
  });
});
