import { stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';

import { leastFreeShare, warnedFreeShare } from '../../domain/photo.ts';
import { error, ok, warning, type Check, type Finding } from './check.ts';

/** Below this a city's photos and write-ahead log may fill the disk within a day. */
const leastFreeBytes = 2 * 1024 ** 3;

/** `free` in bytes, `share` of the whole disk: 0 to 1. */
export const diskFinding = (
  { free, share }: { readonly free: number; readonly share: number },
  dataDir: string,
): readonly Finding[] => {
  const shown = `${(free / 1024 ** 3).toFixed(1)} GiB free, ${Math.floor(share * 100)} %`;
  const room = `make room where ${dataDir} lies`;
  if (share < leastFreeShare) return error(`${shown}: no photos are taken`, room);
  return share < warnedFreeShare || free < leastFreeBytes ? warning(shown, room) : ok(shown);
};

export const machineChecks: readonly Check[] = [
  {
    name: 'time zones',
    look: async () =>
      Intl.supportedValuesOf('timeZone').includes('Asia/Jayapura')
        ? ok('WIB, WITA and WIT are known')
        : error('this Node knows no Asia/Jayapura', 'use a Node with full time zone data'),
  },
  {
    name: 'keys',
    look: async ({ config }) => {
      const folder = await stat(join(config.dataDir, 'keys'));
      if ((folder.mode & 0o077) !== 0)
        return error('others may read the key folder', `run: chmod 700 ${join(config.dataDir, 'keys')}`);
      return ok('readable by this account only');
    },
  },
  {
    name: 'disk',
    look: async ({ config }) => {
      const { bavail, blocks, bsize } = await statfs(config.dataDir);
      return diskFinding({ free: bavail * bsize, share: bavail / blocks }, config.dataDir);
    },
  },
];
