import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { buildAssets } from './build-assets.ts';

/**
 * Everything in watch mode: `tsx` starts the server again when its sources change; what the browser loads is built
 * again when a style or a script changes, and the new manifest starts the server again too.
 */
const root = join(import.meta.dirname, '..');
const assets = join(root, 'dist', 'assets');
const forBrowser = /\.(css|client\.ts|island\.tsx)$/;

await buildAssets(root, assets);

const server = spawn(
  process.execPath,
  [
    'node_modules/tsx/dist/cli.mjs',
    'watch',
    '--clear-screen=false',
    '--include',
    'dist/assets/manifest.json',
    'src/main.ts',
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: 'inherit' },
);
const watcher = watch(join(root, 'src'), { recursive: true }, (_, name) => {
  if (name !== null && forBrowser.test(name)) rebuildSoon();
});

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void server.kill(signal));
server.on('exit', (code) => {
  watcher.close();
  process.exitCode = code ?? 1;
});

let waiting: NodeJS.Timeout | undefined;

/** Editors write a file in several steps; one build for all of them. */
function rebuildSoon(): void {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    buildAssets(root, assets).catch((error: unknown) => console.error(error instanceof Error ? error.message : error));
  }, 150);
}
