import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import type { BackupTarget, StoredObject } from '../../platform/backup/target.ts';

/** Backups in a folder: another disk, or one that another machine offers. */
export const folderTarget = (folder: string): BackupTarget => ({
  shown: folder,
  put: async (name, content) => {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await writeDurably(`${path}${draft}`, content);
    await rename(`${path}${draft}`, path);
  },
  get: (name) => readFile(join(folder, name)).catch(nullIfAbsent),
  list: (prefix) => listIn(folder, prefix),
  remove: (name) => rm(join(folder, name), { force: true }),
});

const draft = '.part';

const writeDurably = async (path: string, content: Uint8Array): Promise<void> => {
  const file = await open(path, 'w', 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
};

/** Only the folder that the prefix ends in is walked: its last word may be half of a name. */
const listIn = (folder: string, prefix: string): AsyncIterable<StoredObject> => {
  const end = prefix.lastIndexOf('/') + 1;
  return walk(folder, prefix.slice(0, end), prefix);
};

async function* walk(folder: string, within: string, prefix: string): AsyncGenerator<StoredObject> {
  const entries = (await readdir(join(folder, within), { withFileTypes: true }).catch(nullIfAbsent)) ?? [];
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const name = `${within}${entry.name}`;
    const isWanted = name.startsWith(prefix) || prefix.startsWith(`${name}/`);
    if (!isWanted) continue;
    if (entry.isDirectory()) yield* walk(folder, `${name}/`, prefix);
    else if (!name.endsWith(draft)) yield* found(folder, name);
  }
}

async function* found(folder: string, name: string): AsyncGenerator<StoredObject> {
  const status = await stat(join(folder, name)).catch(nullIfAbsent);
  if (status !== null) yield { name, bytes: status.size, at: status.mtime };
}

const nullIfAbsent = (error: NodeJS.ErrnoException): null => {
  if (error.code === 'ENOENT') return null;
  throw error;
};
