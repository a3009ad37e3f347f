import type { BackupTarget } from '../../platform/backup/target.ts';
import type { Opener, Sealer } from '../../platform/backup/sealing.ts';
import { sha256Of } from './hash.ts';

/** `<what it is>.<sha256 of what lies there><ending>`: an object that says by its own name whether it is whole. */
const hashInName = /^(.+)\.([0-9a-f]{64})((?:\.[a-z]+)*)$/;

export type ObjectName = { readonly what: string; readonly sha256: string };

export const readObjectName = (name: string): ObjectName | null => {
  const [, what, sha256] = hashInName.exec(name) ?? [];
  return what === undefined || sha256 === undefined ? null : { what, sha256 };
};

/** Seals and puts it under a name of its hash. */
export const putNamed = async (
  { target, sealer }: { readonly target: BackupTarget; readonly sealer: Sealer },
  { what, ending = '' }: { readonly what: string; readonly ending?: string },
  content: Uint8Array,
): Promise<void> => {
  const sealed = await sealer.seal(content);
  await target.put(`${what}.${sha256Of(sealed)}${ending}${sealer.ending}`, sealed);
};

/** What was put, opened again. Throws on one that is gone, or is not what its name says. */
export const getNamed = async (target: BackupTarget, opener: Opener, name: string): Promise<Uint8Array> => {
  const content = await target.get(name);
  if (content === null) throw new Error(`${name} has gone from ${target.shown} meanwhile`);
  if (readObjectName(name)?.sha256 !== sha256Of(content))
    throw new Error(`${name} is damaged: it is not what was put there`);
  return opener.open(name, content);
};
