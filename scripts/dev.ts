import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { buildAssets } from './build-assets.ts';

/**
 * Everything in watch mode: whichever source changes, the server ends in good order and starts again with it; what the browser loads is built again
 * first. All of `src` is watched, not what one process imports: pages, texts and rules are loaded by the processes that the server starts.
 */
const root = join(import.meta.dirname, '..');
const assets = join(root, 'dist', 'assets');
const forBrowser = /\.(css|client\.ts|island\.tsx)$/;
const forServer = /(?<!\.test)\.(tsx?|sql|css)$/;

/** Editors write a file in several steps, and who changes a branch many files at once: one start for all of them. */
const settledMs = 150;

const changed = new Set<string>();
let waiting: NodeJS.Timeout | undefined;
let turn = Promise.resolve();
let isEnding = false;
let isStopping = false;
/** What cannot start at all (a port that is taken, a setting) is told once; a change that breaks it waits for the next. */
let isFirst = true;

await buildAssets(root, assets);
let server = start();

const watchers = ['src', join('db', 'migrations')].map((folder) =>
  watch(join(root, folder), { recursive: true }, (_, name) => {
    if (name === null || !forServer.test(name)) return;
    changed.add(name);
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      turn = turn.then(renew);
    }, settledMs);
  }),
);

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void end());

function start(): ChildProcess {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts', ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
  });
  child.once('exit', (code) => {
    if (child !== server || isStopping) return;
    if (isFirst) return endWith(code ?? 1);
    console.error(`the server ended (${code}); the next change starts it again`);
  });
  return child;
}

/** One after the other: the next server needs the port, the data folder and the database of this one. */
async function renew(): Promise<void> {
  if (isEnding || changed.size === 0) return;
  const names = [...changed];
  changed.clear();
  console.error(`changed: ${names.slice(0, 3).join(', ')}${names.length > 3 ? ` and ${names.length - 3} more` : ''}`);
  try {
    if (names.some((name) => forBrowser.test(name))) await buildAssets(root, assets);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return;
  }
  await stop();
  if (isEnding) return;
  isFirst = false;
  server = start();
}

/** Resolves when it has ended, its database with it. */
async function stop(): Promise<void> {
  const old = server;
  if (old.exitCode !== null || old.signalCode !== null) return;
  const ended = once(old, 'exit');
  isStopping = true;
  old.kill('SIGTERM');
  await ended;
  isStopping = false;
}

async function end(): Promise<void> {
  if (isEnding) return;
  endWith(0);
  await turn;
  await stop();
}

function endWith(code: number): void {
  isEnding = true;
  process.exitCode = code;
  clearTimeout(waiting);
  for (const watcher of watchers) watcher.close();
}
