import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { findEmbeddedPostgres } from '../src/platform/postgres/embedded-postgres.ts';
import { bareEnvironment, freePort } from './service.ts';

const root = join(import.meta.dirname, '..');
const copied = ['src', 'scripts', 'db', 'package.json', 'tsconfig.json'];
const view = join('src', 'features', 'show-home', 'home.view.tsx');

let tree: string;
let origin: string;
let server: ChildProcess;
let said = '';

beforeAll(async () => {
  tree = await mkdtemp(join(tmpdir(), 'laksa dev '));
  for (const name of copied) await cp(join(root, name), join(tree, name), { recursive: true });
  await symlink(join(root, 'node_modules'), join(tree, 'node_modules'));
  const port = await freePort();
  origin = `http://127.0.0.1:${port}`;
  server = spawn(process.execPath, ['--import', 'tsx', 'scripts/dev.ts'], {
    cwd: tree,
    env: { ...bareEnvironment(), PORT: String(port), LAKSA_DEMO: 'empty', LAKSA_WEB_PROCESSES: '1', LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [server.stdout, server.stderr])
    stream?.setEncoding('utf8').on('data', (words: string) => {
      said += words;
    });
  await homeWith('<main');
}, 120_000);

afterAll(async () => {
  await end();
  const left = await findEmbeddedPostgres(join(tree, '.laksa'));
  if (left !== undefined) process.kill(left.pid, 'SIGQUIT');
  await rm(tree, { recursive: true, force: true });
}, 30_000);

/** Waits until the home page has these words. */
const homeWith = async (words: string): Promise<void> => {
  for (const until = performance.now() + 60_000; performance.now() < until; await pause(100)) {
    if (server.exitCode !== null) throw new Error(`it ended with ${server.exitCode}:\n${said}`);
    const page = await fetch(origin).then(
      (answer) => answer.text(),
      () => '',
    );
    if (page.includes(words)) return;
  }
  throw new Error(`the home page never said "${words}":\n${said}`);
};

const change = async (mark: string): Promise<void> => {
  const text = await readFile(join(tree, view), 'utf8');
  await writeFile(join(tree, view), text.replace(/<h1([^>]*)>/, `<h1$1>${mark} `));
};

const end = async (): Promise<void> => {
  if (server.exitCode !== null) return;
  const ended = once(server, 'exit');
  server.kill('SIGTERM');
  await ended;
};

describe('while it is worked on', () => {
  it('a change of a view is seen on its page, without anybody starting anything', async () => {
    await change('Satu');
    await homeWith('Satu ');
  }, 60_000);

  it('told to end in the middle of a restart, it ends in good order and takes its database along', async () => {
    const postgres = await findEmbeddedPostgres(join(tree, '.laksa'));
    await change('Dua');
    await pause(400);
    await end();
    expect(server.exitCode).toBe(0);
    expect(said).not.toMatch(/[Ff]orce/);
    expect(await findEmbeddedPostgres(join(tree, '.laksa'))).toBeUndefined();
    expect(() => process.kill(postgres?.pid ?? 0, 0)).toThrow(/ESRCH/);
  }, 30_000);
});
