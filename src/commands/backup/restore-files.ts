import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { sql } from 'kysely';

import type { Opener } from '../../platform/backup/sealing.ts';
import type { BackupTarget } from '../../platform/backup/target.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import type { Installation } from '../../store/installation.ts';
import { getNamed, readObjectName } from './named-object.ts';

export type FileRestore = {
  readonly laksa: Installation;
  readonly target: BackupTarget;
  readonly opener: Opener;
  readonly filesDir: string;
  readonly onFile: (restored: number) => void;
};

/**
 * Brings back the files of every picture that the restored database knows. Those that came after its moment stay where they are. Gives how many came and which
 * could not be read.
 */
export const restoreFiles = async (
  restore: FileRestore,
): Promise<{ readonly restored: number; readonly problems: readonly string[] }> => {
  let restored = 0;
  const problems: string[] = [];
  for (const tenant of await restore.laksa.tenants.all()) {
    const isKnown = knownPhotos(restore.laksa, tenant);
    for await (const { name } of restore.target.list(`files/${tenant.id}/`)) {
      const place = placeOf(name);
      if (place === null || !(await isKnown(place))) continue;
      const problem = await restoreOne(restore, name, place.path).catch((error: Error) => error.message);
      if (problem === null) restore.onFile((restored += 1));
      else problems.push(problem);
    }
  }
  return { restored, problems };
};

type Place = { readonly path: string; readonly folder: string; readonly id: string };

const placeOf = (object: string): Place | null => {
  const path = readObjectName(object)?.what.slice('files/'.length);
  const [, folder, id] = /^[^/]+\/([0-9a-f]{2})\/([0-9a-f-]{36})\/[a-z0-9][a-z0-9.]*$/.exec(path ?? '') ?? [];
  return path === undefined || folder === undefined || id === undefined ? null : { path, folder, id };
};

/** The objects come folder by folder, so the pictures of one folder are asked for together. */
const knownPhotos = ({ database }: Installation, tenant: Tenant): ((place: Place) => Promise<boolean>) => {
  let folder = '';
  let known = new Set<string>();
  return async (place) => {
    if (place.folder !== folder) {
      folder = place.folder;
      const { rows } = await database.inTenant(tenant.id, (tx) =>
        sql<{
          id: string;
        }>`select id from laksa.photo where tenant_id = ${tenant.id} and right(id::text, 2) = ${place.folder}`.execute(
          tx,
        ),
      );
      known = new Set(rows.map(({ id }) => id));
    }
    return known.has(place.id);
  };
};

const restoreOne = async ({ target, opener, filesDir }: FileRestore, name: string, path: string): Promise<null> => {
  const content = await getNamed(target, opener, name);
  const file = join(filesDir, path);
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  await writeFile(file, content, { mode: 0o600, flush: true });
  return null;
};
