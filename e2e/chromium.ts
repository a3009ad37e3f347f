import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { chromium, type Browser } from 'playwright-core';

const run = promisify(execFile);
const PACKAGE = '@sparticuz/chromium';

/** The browser must not call its maker in the middle of a test; without a sandbox it also runs as root. */
const FLAGS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
] as const;

/**
 * A Chromium without windows: the one at `CHROMIUM_PATH`, or the one that came from npm, unpacked (209 MB, 2 s) into
 * the temporary folder the first time. Whoever launches it closes it; `flags` are for it alone.
 */
export async function launchChromium(flags: readonly string[] = []): Promise<Browser> {
  const executablePath = process.env['CHROMIUM_PATH'] ?? (await unpackChromium());
  try {
    return await chromium.launch({ executablePath, headless: true, args: [...FLAGS, ...flags] });
  } catch (cause) {
    throw new Error(`Chromium at ${executablePath} does not start. ${await explain(executablePath)}`, { cause });
  }
}

/** Two test runs may unpack at once: each does so in a folder of its own, and the first to finish gives it its name. */
async function unpackChromium(): Promise<string> {
  const home = join(tmpdir(), `laksa-chromium-${packageVersion()}-${userInfo().uid}`);
  const program = join(home, 'chromium');
  if (existsSync(program)) return ownProgram(program);
  await mkdir(tmpdir(), { recursive: true });
  const staging = await mkdtemp(`${home}-`);
  try {
    await unpackInto(staging);
    // What lies there without its program was half swept away.
    if (!existsSync(program)) await rm(home, { recursive: true, force: true });
    await rename(staging, home);
  } catch (error) {
    await rm(staging, { recursive: true, force: true });
    if (!existsSync(program)) throw error;
  }
  return ownProgram(program);
}

/** The package unpacks into the temporary folder of its process: a process of its own gets a folder of its own. */
async function unpackInto(folder: string): Promise<void> {
  const script = `const { default: chromium } = await import('${PACKAGE}'); await chromium.executablePath();`;
  const env = { ...process.env, TMPDIR: folder };
  try {
    await run(process.execPath, ['--input-type=module', '--eval', script], { cwd: import.meta.dirname, env });
  } catch (cause) {
    throw new Error(
      `${PACKAGE} could not be unpacked into ${folder} (it needs 220 MB); CHROMIUM_PATH names another browser`,
      { cause },
    );
  }
}

/** Where several people share a machine, a program in the temporary folder is run only by who put it there. */
async function ownProgram(program: string): Promise<string> {
  const { uid } = await stat(program);
  if (uid !== userInfo().uid)
    throw new Error(`${program} belongs to somebody else; CHROMIUM_PATH names another browser`);
  return program;
}

function packageVersion(): string {
  const require = createRequire(import.meta.url);
  // The manifest is not among the exports of the package: find it from its entry, build/index.js.
  const manifest: unknown = require(join(dirname(require.resolve(PACKAGE)), '..', 'package.json'));
  return manifest !== null && typeof manifest === 'object' && 'version' in manifest
    ? String(manifest.version)
    : 'unknown';
}

/** Names the libraries that the machine lacks: by far the likeliest reason. */
async function explain(program: string): Promise<string> {
  if (!existsSync(program)) return 'There is no such file.';
  const { stdout } = await run('ldd', [program]).catch(() => ({ stdout: '' }));
  const missing = stdout
    .split('\n')
    .filter((line) => line.includes('not found'))
    .map((line) => line.trim().split(' ')[0]);
  return missing.length > 0
    ? `The machine lacks ${missing.join(', ')}: scripts/system-packages.sh installs them.`
    : 'CHROMIUM_PATH names another browser.';
}
