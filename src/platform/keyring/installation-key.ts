import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

const keyBytes = 32;

/**
 * The key of this installation: 32 random bytes in `dir`/installation-key, made on first use. Whoever has this file and the database can read
 * every sealed value; whoever has lost it can read none, ever. Throws when others may read it.
 */
export async function readInstallationKey(dir: string): Promise<Buffer> {
  await mkdir(dir, { recursive: true, mode: 0o700 });
  await refuseOthers(dir, '0700');
  const path = join(dir, 'installation-key');
  const key = (await readKey(path)) ?? (await makeKey(dir, path));
  await refuseOthers(path, '0600');
  return key;
}

async function readKey(path: string): Promise<Buffer | undefined> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  const key = Buffer.from(text.trim(), 'base64url');
  if (key.length !== keyBytes) throw new Error(`${path} is damaged: restore it from the backup of the keys`);
  return key;
}

/** A link is made only if there is none of that name: of two processes that start at once the slower takes the key of the faster. */
async function makeKey(dir: string, path: string): Promise<Buffer> {
  const draft = `${path}.${process.pid}-${randomBytes(6).toString('hex')}`;
  await writeDurably(draft, `${randomBytes(keyBytes).toString('base64url')}\n`);
  try {
    await link(draft, path);
    await syncFolder(dir);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    await rm(draft);
  }
  const key = await readKey(path);
  if (key === undefined) throw new Error(`${path} has vanished while it was made`);
  return key;
}

async function writeDurably(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function syncFolder(dir: string): Promise<void> {
  const folder = await open(dir, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

async function refuseOthers(path: string, wanted: string): Promise<void> {
  const { mode } = await stat(path);
  const bits = mode & 0o777;
  if ((bits & 0o077) === 0) return;
  throw new Error(
    `${path} may be read or changed by other users (mode 0${bits.toString(8)}): chmod ${wanted} it, and think about who has had the key`,
  );
}
