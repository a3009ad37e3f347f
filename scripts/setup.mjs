import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withCheckoutLock } from './checkout-lock.mjs';
import { runInForeground } from './node-process.mjs';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const oldestToStart = 20;
const oldestToRun = 24;

/**
 * Makes a bare checkout ready: installs the locked packages when they are missing, half there or of another lock file.
 * Gives the path of the Node to run everything else with: the project's own, which comes with the packages.
 */
export async function setUp() {
  demandNode(oldestToStart, 'start');
  if (!isInstalled()) await withCheckoutLock(root, async () => isInstalled() || (await install()));
  return ownNode() ?? demandNode(oldestToRun, 'run');
}

/** The mark lies inside node_modules and is made last, so whatever breaks or replaces an install takes it away. */
const mark = join(root, 'node_modules', '.laksa-setup');

function isInstalled() {
  return existsSync(mark) && readFileSync(mark, 'utf8') === fingerprint();
}

/** What decides the install: the lock, and of package.json what it was made from; a new script is no reason. */
function fingerprint() {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const { dependencies, devDependencies, optionalDependencies, overrides, allowScripts } = manifest;
  const wishes = JSON.stringify([dependencies, devDependencies, optionalDependencies, overrides, allowScripts]);
  const lock = readFileSync(join(root, 'package-lock.json'));
  return createHash('sha256').update(wishes).update(lock).digest('hex');
}

/** No package runs code of its own while it is installed: an npm before 11 would ask nobody, and none of the locked ones needs it. */
const whatToInstall = ['--include=dev', '--include=optional', '--ignore-scripts'];

async function install() {
  const wanted = fingerprint();
  const log = join(root, 'dist', 'install.log');
  const output = openSync(log, 'w');
  const stopProgress = showProgress('installing the locked packages');
  const [file, ...args] = [...npm(), 'ci', ...whatToInstall, '--no-audit', '--no-fund'];
  const code = await runInForeground(file, args, { cwd: root, stdio: ['ignore', output, output] });
  stopProgress();
  closeSync(output);
  if (code !== 0) throw new Error(`npm ci failed:\n${readFileSync(log, 'utf8')}`);
  writeFileSync(mark, wanted);
}

/** The npm that runs us, if one does: it may be the only one, and its own Node fits it. */
function npm() {
  const own = process.env.npm_execpath;
  return own?.endsWith('.js') ? [process.execPath, own] : ['npm'];
}

/** Rewrites one line on a terminal; elsewhere adds a line every ten seconds. */
function showProgress(what) {
  const started = Date.now();
  const line = () => `${what} ... ${Math.round((Date.now() - started) / 1000)} s`;
  const live = process.stderr.isTTY;
  console.error(what);
  const timer = setInterval(() => process.stderr.write(live ? `\r${line()}` : `${line()}\n`), live ? 1000 : 10_000);
  return () => {
    clearInterval(timer);
    process.stderr.write(live ? `\r${line()}\n` : `${line()}\n`);
  };
}

/** A system whose C library it was not made for cannot run it; then the machine's own Node has to be new enough. */
function ownNode() {
  const link = join(root, 'node_modules', '.bin', 'node');
  if (!existsSync(link)) return undefined;
  const node = realpathSync(link);
  return spawnSync(node, ['--version']).status === 0 ? node : undefined;
}

function demandNode(oldest, purpose) {
  const major = Number(process.versions.node.split('.')[0]);
  if (major >= oldest) return process.execPath;
  throw new Error(`Node ${oldest} or newer is needed to ${purpose} this; here is ${process.versions.node}.`);
}
