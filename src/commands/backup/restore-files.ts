import { existsSync } from 'node:fs';
import { mkdir, rename, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { sql } from 'kysely';

import type { Opener } from '../../platform/backup/sealing.ts';
import type { BackupTarget } from '../../platform/backup/target.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import type { Installation } from '../../store/installation.ts';
import { readVersion, type FileVersion } from './file-version.ts';
import { getNamed } from './named-object.ts';

export type FileRestore = {
  readonly laksa: Installation;
  readonly target: BackupTarget;
  readonly opener: Opener;
  readonly filesDir: string;
  /** Undefined: the newest version of each. */
  readonly until: Date | undefined;
  readonly onFile: (restored: number) => void;
};

/**
 * Brings back the files of every picture that the restored database knows, each as it was at the moment. Those that came after stay where they are, and what
 * is there is left alone: it may be newer. Gives how many came and which could not be read.
 */
export const restoreFiles = async (
  restore: FileRestore,
): Promise<{ readonly restored: number; readonly problems: readonly string[] }> => {
  let restored = 0;
  const problems: string[] = [];
  for (const tenant of await restore.laksa.tenants.all()) {
    const isKnown = knownPhotos(restore.laksa, tenant);
    for await (const file of filesOf(restore, tenant)) {
      if (existsSync(join(restore.filesDir, file.path)) || !(await isKnown(file))) continue;
      const problem = await restoreOne(restore, file).catch((error: Error) => error.message);
      if (problem === null) restore.onFile((restored += 1));
      else problems.push(problem);
    }
  }
  return { restored, problems };
};

type StoredFile = FileVersion & { readonly object: string; readonly folder: string; readonly id: string };

/** One version of each file: the newest that was written by the moment. Versions of a file lie side by side, the oldest first. */
async function* filesOf({ target, until }: FileRestore, tenant: Tenant): AsyncGenerator<StoredFile> {
  const latest = until?.getTime() ?? Infinity;
  let chosen: StoredFile | null = null;
  for await (const { name } of target.list(`files/${tenant.id}/`)) {
    const file = storedFile(name);
    if (file === null) continue;
    if (chosen !== null && chosen.path !== file.path) yield chosen;
    if (chosen?.path !== file.path || file.writtenAt <= latest) chosen = file;
  }
  if (chosen !== null) yield chosen;
}

/** A name is written by whoever may write to the target: it never leads out of the folder. */
const storedFile = (object: string): StoredFile | null => {
  const version = readVersion(object);
  const [, folder, id] =
    /^[0-9a-f-]{36}\/([0-9a-f]{2})\/([0-9a-f-]{36})\/[a-z0-9][a-z0-9-]*(?:\.[a-z0-9]+)*$/.exec(version?.path ?? '') ??
    [];
  return version === null || folder === undefined || id === undefined ? null : { ...version, object, folder, id };
};

/** The objects come folder by folder, so the pictures of one folder are asked for together. */
const knownPhotos = (
  { database }: Installation,
  tenant: Tenant,
): ((file: Pick<StoredFile, 'folder' | 'id'>) => Promise<boolean>) => {
  let asked = '';
  let known = new Set<string>();
  return async ({ folder, id }) => {
    if (folder !== asked) {
      asked = folder;
      const { rows } = await database.inTenant(tenant.id, (tx) =>
        sql<{ id: string }>`
          select id from laksa.photo where tenant_id = ${tenant.id} and right(id::text, 2) = ${folder}`.execute(tx),
      );
      known = new Set(rows.map((row) => row.id));
    }
    return known.has(id);
  };
};

/** There whole or not at all, with the time it was written, by which the next backup knows that it has it. */
const restoreOne = async ({ target, opener, filesDir }: FileRestore, file: StoredFile): Promise<null> => {
  const content = await getNamed(target, opener, file.object);
  const path = join(filesDir, file.path);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.part`;
  await writeFile(draft, content, { mode: 0o600, flush: true });
  await utimes(draft, file.writtenAt / 1_000, file.writtenAt / 1_000);
  await rename(draft, path);
  return null;
};
