import type { BackupTarget } from '../../platform/backup/target.ts';
import { sha256Of } from './hash.ts';
import { isSegment, nextSegment } from './log-names.ts';
import type { Manifest } from './manifest.ts';
import { readObjectName } from './named-object.ts';
import { problemOf } from './parts.ts';
import { logPrefix } from './send-log.ts';

export type BackupCheck = { readonly objects: number; readonly bytes: number; readonly problems: readonly string[] };

/** Reads everything that lies at the target and holds it against its hash; opens nothing, so it needs no identity. And looks whether the log is without a gap. */
export const verifyBackup = async (
  target: BackupTarget,
  manifests: readonly Manifest[],
  onObject: (done: { readonly objects: number; readonly bytes: number }) => void,
): Promise<BackupCheck> => {
  const done = { objects: 0, bytes: 0 };
  const problems: string[] = [];
  const count = (bytes: number, problem: string | null): void => {
    done.objects += 1;
    done.bytes += bytes;
    if (problem !== null) problems.push(problem);
    onObject(done);
  };
  for (const part of manifests.flatMap(({ parts }) => parts)) {
    const problem = problemOf(part, await target.get(part.name));
    count(part.bytes, problem === null ? null : `${part.name} ${problem}`);
  }
  for (const prefix of ['wal/', 'files/'])
    for await (const { name, bytes } of target.list(prefix)) count(bytes, await problemWith(target, name));
  for (const system of new Set(manifests.map((manifest) => manifest.system)))
    problems.push(...(await gapsIn(target, system, manifests)));
  return { ...done, problems };
};

const problemWith = async (target: BackupTarget, name: string): Promise<string | null> => {
  const content = await target.get(name);
  if (content === null) return null; // pruned meanwhile
  return readObjectName(name)?.sha256 === sha256Of(content) ? null : `${name} is damaged: it is not what was put there`;
};

/** Each timeline has all segments between its first and its last: what comes after a gap cannot be restored. */
const gapsIn = async (
  target: BackupTarget,
  system: string,
  manifests: readonly Manifest[],
): Promise<readonly string[]> => {
  const segments = await segmentsOf(target, system);
  const gaps = segments.flatMap((segment, index) => {
    const before = segments[index - 1];
    if (before === undefined || before === segment || before.slice(0, 8) !== segment.slice(0, 8)) return [];
    const wanted = nextSegment(before);
    return wanted === segment
      ? []
      : [`the log has a gap: ${wanted} is missing, nothing after it can be restored from an older base backup`];
  });
  const known = new Set(segments);
  const starts = manifests.flatMap(({ id, isLogKept, firstSegment, system: own }) =>
    own !== system || !isLogKept || known.has(firstSegment) || segments.length === 0
      ? []
      : [`base backup ${id} begins in segment ${firstSegment}, which is not there (yet)`],
  );
  return [...gaps, ...starts];
};

const segmentsOf = async (target: BackupTarget, system: string): Promise<readonly string[]> => {
  const segments: string[] = [];
  const prefix = logPrefix(system);
  for await (const { name } of target.list(prefix)) {
    const segment = readObjectName(name)?.what.slice(prefix.length) ?? '';
    if (isSegment(segment)) segments.push(segment);
  }
  return segments;
};
