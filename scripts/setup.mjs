import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withCheckoutLock } from './checkout-lock.mjs';
import { runInForeground } from './node-process.mjs';
import { ownNodeIn, prepareOwnNode } from './own-node.mjs';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Of Debian 12; it only fetches what everything else runs on. */
const oldestToStart = 18;
const oldestToRun = 24;

/**
 * Makes a bare checkout ready: installs the locked packages when they are missing, half there or of another lock file.
 * Gives the path of the Node to run everything else with: the project's own, which comes with the packages.
 */
export async function setUp() {
  demandNode(oldestToStart, 'start');
  if (!isInstalled()) await withCheckoutLock(root, async () => isInstalled() || (await installEverything()));
  return ownNodeIn(root) ?? demandNode(oldestToRun, 'run');
}

/** The same with what serves alone, without any package of development; always anew. */
export async function setUpService() {
  demandNode(oldestToStart, 'start');
  await withCheckoutLock(root, () => install(['--omit=dev']));
  return ownNodeIn(root) ?? demandNode(oldestToRun, 'run');
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

async function installEverything() {
  const wanted = fingerprint();
  await install(['--include=dev']);
  writeFileSync(mark, wanted);
}

/** Of the packages, first the Node to run npm with, where the one that runs us is too old for it. */
async function install(wishes) {
  const stopProgress = showProgress('installing the locked packages');
  try {
    await npmCi(root, [...wishes, '--include=optional'], await nodeToInstallWith());
  } finally {
    rmSync(bootstrap, { recursive: true, force: true });
    stopProgress();
  }
}

const bootstrap = join(root, 'dist', 'bootstrap');

async function nodeToInstallWith() {
  if (majorOf(process.versions.node) >= oldestToRun || !prepareOwnNode(root, bootstrap)) return process.execPath;
  await npmCi(bootstrap, [], process.execPath);
  return ownNodeIn(bootstrap) ?? process.execPath;
}

/** No package runs code of its own while it is installed: an npm before 11 would ask nobody, and none of the locked ones needs it. */
async function npmCi(folder, wishes, node) {
  const log = join(root, 'dist', 'install.log');
  const output = openSync(log, 'w');
  const [file, ...args] = [...npm(node), 'ci', ...wishes, '--ignore-scripts', '--no-audit', '--no-fund'];
  const env = { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH}` };
  const code = await runInForeground(file, args, { cwd: folder, env, stdio: ['ignore', output, output] });
  closeSync(output);
  if (code !== 0) throw new Error(`npm ci failed:\n${readFileSync(log, 'utf8')}`);
}

/** The npm that runs us, if one does: it may be the only one. */
function npm(node) {
  const own = process.env.npm_execpath;
  return own?.endsWith('.js') ? [node, own] : ['npm'];
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

const majorOf = (version) => Number(version.split('.')[0]);

function demandNode(oldest, purpose) {
  if (majorOf(process.versions.node) >= oldest) return process.execPath;
  throw new Error(`Node ${oldest} or newer is needed to ${purpose} this; here is ${process.versions.node}.`);
}
