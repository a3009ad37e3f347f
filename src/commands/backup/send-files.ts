import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { dropUnsent, listUnsent, readUnsent, unsentName } from '../../adapters/files/unsent-files.ts';
import type { Sealer } from '../../platform/backup/sealing.ts';
import type { BackupTarget } from '../../platform/backup/target.ts';
import { putNamed, readObjectName } from './named-object.ts';

export type Sending = { readonly target: BackupTarget; readonly sealer: Sealer };

/** Where the files of one folder of pictures lie at the target. */
export const filesPrefix = (tenantId: string, folder: string): string => `files/${tenantId}/${folder}/`;

/** Every file that came since the last time. Gives how many. */
export const sendUnsent = async (sending: Sending, filesDir: string): Promise<number> => {
  const files = await listUnsent(filesDir);
  for (const file of files) {
    const { tenantId, id, name } = file;
    const what = `${filesPrefix(tenantId, id.slice(-2))}${id}/${name}`;
    const content = await readUnsent(filesDir, file);
    if (content !== null) await putNamed(sending, { what }, content);
    await dropUnsent(filesDir, file);
  }
  return files.length;
};

/** Every file that is there and not yet at the target: those from before there were backups, and any that was missed. */
export const sendMissing = async (
  sending: Sending,
  filesDir: string,
  onFile: (sent: number) => void,
): Promise<number> => {
  let sent = 0;
  for await (const { prefix, path: folder } of foldersIn(filesDir)) {
    const known = await sentUnder(sending.target, prefix);
    for (const path of (await pathsIn(folder)).filter((one) => !known.has(one))) {
      const content = await readIfThere(join(folder, path));
      if (content === null) continue;
      await putNamed(sending, { what: `${prefix}${path}` }, content);
      onFile((sent += 1));
    }
  }
  return sent;
};

/** Each folder of pictures of each city, and how its objects begin. */
async function* foldersIn(filesDir: string): AsyncGenerator<{ readonly prefix: string; readonly path: string }> {
  for (const tenantId of (await namesIn(filesDir)).filter((name) => name !== unsentName))
    for (const folder of await namesIn(join(filesDir, tenantId)))
      yield { prefix: filesPrefix(tenantId, folder), path: join(filesDir, tenantId, folder) };
}

const sentUnder = async (target: BackupTarget, prefix: string): Promise<ReadonlySet<string>> => {
  const known = new Set<string>();
  for await (const { name } of target.list(prefix)) {
    const what = readObjectName(name)?.what;
    if (what !== undefined) known.add(what.slice(prefix.length));
  }
  return known;
};

/** `<id>/<name>` of each file; those that are being written are told by their ending. */
const pathsIn = async (folder: string): Promise<readonly string[]> => {
  const ids = await namesIn(folder);
  const paths = await Promise.all(
    ids.map(async (id) => (await namesIn(join(folder, id))).map((name) => `${id}/${name}`)),
  );
  return paths.flat().filter((path) => !path.endsWith('.part'));
};

const namesIn = (folder: string): Promise<readonly string[]> => readdir(folder).catch(noneIfGone);

const noneIfGone = (error: NodeJS.ErrnoException): [] => {
  if (error.code === 'ENOENT') return [];
  throw error;
};

const readIfThere = (path: string): Promise<Buffer | null> =>
  readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
