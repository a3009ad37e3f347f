import { z } from 'zod';

import type { BackupTarget } from '../../platform/backup/target.ts';

/** What a base backup is: written last, so that one without it was never finished. */
const manifestShape = z.object({
  format: z.literal('laksa backup 1'),
  id: z.string(),
  startedAt: z.iso.datetime(),
  /** From here on a moment can be restored with it. */
  finishedAt: z.iso.datetime(),
  postgres: z.string(),
  /** The program that made it; backups of before it was written down do not say. */
  program: z.object({ version: z.string(), migration: z.string() }).optional(),
  /** Which cluster, which of its lives, and the first segment of its log that belongs to the backup. */
  system: z.string(),
  timeline: z.number(),
  firstSegment: z.string(),
  /** Whether the log is kept beside it, so that later moments can be restored too. */
  isLogKept: z.boolean(),
  /** The public key it is sealed for; null: not sealed. */
  recipient: z.string().nullable(),
  parts: z.array(z.object({ name: z.string(), bytes: z.number(), sha256: z.string() })),
});

export type Manifest = z.infer<typeof manifestShape>;

const basePrefix = 'base/';
const manifestName = 'manifest.json';

export const folderOf = (id: string): string => `${basePrefix}${id}/`;

export const writeManifest = (target: BackupTarget, manifest: Manifest): Promise<void> =>
  target.put(`${folderOf(manifest.id)}${manifestName}`, Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`));

/** Every whole base backup, the oldest first. */
export const listManifests = async (target: BackupTarget): Promise<readonly Manifest[]> => {
  const found: Manifest[] = [];
  for await (const { name } of target.list(basePrefix)) {
    if (!name.endsWith(`/${manifestName}`)) continue;
    const content = await target.get(name);
    if (content !== null) found.push(readManifest(name, content));
  }
  return found.toSorted((a, b) => (a.finishedAt < b.finishedAt ? -1 : 1));
};

const readManifest = (name: string, content: Buffer): Manifest => {
  try {
    return manifestShape.parse(JSON.parse(content.toString('utf8')));
  } catch (cause) {
    throw new Error(`${name} is damaged, or was written by a newer version`, { cause });
  }
};
