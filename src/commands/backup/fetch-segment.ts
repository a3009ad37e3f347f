import { writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';

import type { Opener } from '../../platform/backup/sealing.ts';
import type { BackupTarget } from '../../platform/backup/target.ts';
import { getNamed, readObjectName } from './named-object.ts';
import { logPrefix } from './send-log.ts';

export type Fetching = {
  readonly target: BackupTarget;
  readonly opener: Opener;
  readonly system: string;
};

/** Puts a segment of the log where the server wants it. False: there is none of that name, which is how the server learns where the log ends. */
export const fetchSegment = async (
  { target, opener, system }: Fetching,
  segment: string,
  path: string,
): Promise<boolean> => {
  const what = `${logPrefix(system)}${segment}`;
  for await (const { name } of target.list(`${what}.`)) {
    // The mark of a base backup is called after its segment.
    if (readObjectName(name)?.what !== what) continue;
    await writeFile(path, await promisify(gunzip)(await getNamed(target, opener, name)), { mode: 0o600 });
    return true;
  }
  return false;
};
