import type { BackupTarget, StoredObject } from '../../platform/backup/target.ts';
import { readVersion, type FileVersion } from './file-version.ts';
import { placeInLog } from './log-names.ts';
import { folderOf, type Manifest } from './manifest.ts';
import { readObjectName } from './named-object.ts';
import { logPrefix } from './send-log.ts';

const dayMs = 24 * 3_600_000;

/** A backup that is being made has no manifest yet. */
const unfinishedForMs = 2 * dayMs;

export type Kept = { readonly kept: readonly Manifest[]; readonly removed: readonly Manifest[] };

/** Every moment of the last days can be restored: with the base backups made in them, and the newest made before. The newest is never given up. */
export const chooseKept = (manifests: readonly Manifest[], since: Date): Kept => {
  const before = manifests.filter(({ finishedAt }) => new Date(finishedAt) < since);
  const removed = before.slice(0, -1);
  return { removed, kept: manifests.filter((manifest) => !removed.includes(manifest)) };
};

/** Takes away the base backups that are not kept, what was begun and never finished, and the log that no kept one needs. Gives how many objects. */
export const pruneDatabase = async (target: BackupTarget, { kept, removed }: Kept, now: Date): Promise<number> => {
  let gone = 0;
  const remove = async ({ name }: Pick<StoredObject, 'name'>): Promise<void> => {
    await target.remove(name);
    gone += 1;
  };
  // Its manifest first: what is left of it is no backup any more.
  for (const { id } of removed) await remove({ name: `${folderOf(id)}manifest.json` });
  const folders = new Set(kept.map(({ id }) => folderOf(id)));
  for await (const object of target.list('base/')) {
    const folder = `${object.name.split('/').slice(0, 2).join('/')}/`;
    const isOfRemoved = removed.some(({ id }) => folderOf(id) === folder);
    if (!folders.has(folder) && (isOfRemoved || now.getTime() - object.at.getTime() > unfinishedForMs))
      await remove(object);
  }
  for (const system of new Set(kept.map((manifest) => manifest.system))) {
    for await (const object of target.list(logPrefix(system)))
      if (isBefore(object, firstNeeded(kept, system), logPrefix(system))) await remove(object);
  }
  return gone;
};

const firstNeeded = (kept: readonly Manifest[], system: string): string =>
  kept
    .filter((manifest) => manifest.system === system)
    .map(({ firstSegment }) => placeInLog(firstSegment))
    .toSorted()[0] ?? '';

/** Histories of timelines are small and have no place: they stay. */
const isBefore = ({ name }: StoredObject, first: string, prefix: string): boolean => {
  const segment = readObjectName(name)?.what.slice(prefix.length) ?? '';
  return /^[0-9A-F]{24}/.test(segment) && placeInLog(segment) < first;
};

export type FilePruning = {
  readonly target: BackupTarget;
  /** Whether the data has this version of the file now. */
  readonly isThere: (version: FileVersion) => Promise<boolean>;
  readonly since: Date;
};

/**
 * Files that were removed from the data longer ago than is kept. When that was is not known: a mark is left the first time a file is found gone, and after
 * as many days as are kept file and mark go. Gives how many files went.
 */
export const pruneFiles = async ({ target, isThere, since }: FilePruning): Promise<number> => {
  let gone = 0;
  for await (const object of target.list('files/')) {
    const version = readVersion(object.name);
    if (version === null) continue;
    const mark = `${marks}${object.name}`;
    const marked = await markedAt(target, mark);
    if (await isThere(version)) {
      if (marked !== null) await target.remove(mark);
    } else if (marked === null) await target.put(mark, Buffer.from('gone\n'));
    else if (marked < since) {
      await target.remove(object.name);
      await target.remove(mark);
      gone += 1;
    }
  }
  return gone;
};

const marks = 'gone/';

const markedAt = async (target: BackupTarget, mark: string): Promise<Date | null> => {
  for await (const { name, at } of target.list(mark)) if (name === mark) return at;
  return null;
};
