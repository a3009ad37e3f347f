import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

import { dropUnsent, listUnsent, unsentName, unsentPath } from '../../adapters/files/unsent-files.ts';
import type { Sealer } from '../../platform/backup/sealing.ts';
import type { BackupTarget } from '../../platform/backup/target.ts';
import { readIfThere, readVersion, versionName, writtenAtOf } from './file-version.ts';
import { putNamed } from './named-object.ts';

export type Sending = { readonly target: BackupTarget; readonly sealer: Sealer };

/** Every file that came since the last time. Gives how many. */
export const sendUnsent = async (sending: Sending, filesDir: string): Promise<number> => {
  const files = await listUnsent(filesDir);
  for (const file of files) {
    const { tenantId, id, name } = file;
    await sendFile(sending, unsentPath(filesDir, file), `${tenantId}/${id.slice(-2)}/${id}/${name}`);
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
  for await (const folder of foldersIn(filesDir)) {
    const known = await sentIn(sending.target, folder);
    for (const path of await pathsIn(filesDir, folder)) {
      const writtenAt = await writtenAtOf(join(filesDir, path));
      if (writtenAt === null || known.has(versionName({ path, writtenAt }))) continue;
      if (await sendFile(sending, join(filesDir, path), path)) onFile((sent += 1));
    }
  }
  return sent;
};

/** False: it was removed meanwhile, or somebody else has sent it. */
const sendFile = async (sending: Sending, file: string, path: string): Promise<boolean> => {
  const [writtenAt, content] = [await writtenAtOf(file), await readIfThere(file)];
  if (writtenAt === null || content === null) return false;
  await putNamed(sending, { what: versionName({ path, writtenAt }) }, content);
  return true;
};

/** Each folder of pictures of each city: `<tenant>/<two letters>`. */
async function* foldersIn(filesDir: string): AsyncGenerator<string> {
  for (const tenantId of (await namesIn(filesDir)).filter((name) => name !== unsentName))
    for (const folder of await namesIn(join(filesDir, tenantId))) yield `${tenantId}/${folder}`;
}

const sentIn = async (target: BackupTarget, folder: string): Promise<ReadonlySet<string>> => {
  const known = new Set<string>();
  for await (const { name } of target.list(`files/${folder}/`)) {
    const version = readVersion(name);
    if (version !== null) known.add(versionName(version));
  }
  return known;
};

/** Those that are being written are told by their ending. */
const pathsIn = async (filesDir: string, folder: string): Promise<readonly string[]> => {
  const ids = await namesIn(join(filesDir, folder));
  const paths = await Promise.all(
    ids.map(async (id) => (await namesIn(join(filesDir, folder, id))).map((name) => `${folder}/${id}/${name}`)),
  );
  return paths.flat().filter((path) => !path.endsWith('.part'));
};

const namesIn = (folder: string): Promise<readonly string[]> =>
  readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
