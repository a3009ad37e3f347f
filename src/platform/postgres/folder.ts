import { mkdir, open, readFile, realpath, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';

/** Where the parts of the embedded PostgreSQL lie below the data folder. */
export type Folder = {
  readonly home: string;
  readonly cluster: string;
  readonly log: string;
  readonly lock: string;
  readonly port: string;
  readonly password: string;
  /** Where complete segments of its log are put aside for the backup; without the folder none are. */
  readonly archive: string;
};

export async function openFolder(dataDir: string): Promise<Folder> {
  await mkdir(join(dataDir, 'postgres'), { recursive: true, mode: 0o700 });
  const folder = folderIn(await realpath(dataDir));
  await mkdir(folder.log, { recursive: true, mode: 0o700 });
  return folder;
}

/** The real path, not one through symbolic links: it is compared with what the kernel says of a process. */
export function folderIn(dataDir: string): Folder {
  const home = join(dataDir, 'postgres');
  return {
    home,
    cluster: join(home, 'cluster'),
    log: join(home, 'log'),
    lock: join(home, 'lock'),
    port: join(home, 'port'),
    password: join(dataDir, 'keys', 'postgres-password'),
    archive: join(home, 'archive'),
  };
}

/** Makes the superuser's password. Only for a cluster that does not exist yet: an existing one knows another. */
export async function makePassword(folder: Folder): Promise<void> {
  await mkdir(join(folder.password, '..'), { recursive: true, mode: 0o700 });
  await writeDurably(folder.password, `${randomBytes(24).toString('base64url')}\n`);
}

export async function readPassword(folder: Folder): Promise<string> {
  try {
    return (await readFile(folder.password, 'utf8')).trim();
  } catch (cause) {
    throw new Error(`The password of the database is missing: restore ${folder.password} from your backup.`, { cause });
  }
}

export async function readPort(folder: Folder): Promise<number | undefined> {
  const text = await readFile(folder.port, 'utf8').catch(() => '');
  return /^\d+\s*$/.test(text) ? Number(text) : undefined;
}

export async function rememberPort(folder: Folder, port: number): Promise<void> {
  if ((await readPort(folder)) === port) return;
  await writeFile(`${folder.port}.new`, `${port}\n`);
  await rename(`${folder.port}.new`, folder.port);
}

export async function syncFolder(path: string): Promise<void> {
  const handle = await open(path);
  await handle.sync().finally(() => handle.close());
}

async function writeDurably(path: string, text: string): Promise<void> {
  const handle = await open(`${path}.new`, 'w', 0o600);
  await handle.writeFile(text);
  await handle.sync().finally(() => handle.close());
  await rename(`${path}.new`, path);
  await syncFolder(join(path, '..'));
}
