import { readFile, rename, writeFile } from 'node:fs/promises';
import { z } from 'zod';

import type { Alert } from '../../../domain/health/alert.ts';
import { troubles, type TroubleName } from '../../../domain/health/trouble.ts';

const isTrouble = (name: string): name is TroubleName => Object.hasOwn(troubles, name);

const alerts = z.array(
  z.object({
    name: z.string().refine(isTrouble),
    about: z.string().exactOptional(),
    values: z.record(z.string(), z.union([z.string(), z.number()])),
    since: z.iso.datetime(),
    toldAt: z.iso.datetime().exactOptional(),
    goneSince: z.iso.datetime().exactOptional(),
  }),
);

/**
 * What somebody was told of lies in a file: it must outlive a restart, and be there while the database is not. One that is missing, or of another
 * version, is an empty one: a letter twice is better than none.
 */
export const alertFile = (path: string) => ({
  read: async (): Promise<readonly Alert[]> => {
    try {
      const written = alerts.parse(JSON.parse(await readFile(path, 'utf8')));
      // Nobody looked meanwhile: what was seen once before is not what has lasted.
      return written.filter(({ toldAt }) => toldAt !== undefined);
    } catch {
      return [];
    }
  },
  write: async (followed: readonly Alert[]): Promise<void> => {
    await writeFile(`${path}.new`, JSON.stringify(followed, null, 1), { mode: 0o600 });
    await rename(`${path}.new`, path);
  },
});
