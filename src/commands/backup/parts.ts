import { Readable } from 'node:stream';

import type { BackupTarget } from '../../platform/backup/target.ts';
import { sha256Of } from './hash.ts';

/** A stream is put as parts of one size: none is too large for memory or for one request, and one that fails is sent again alone. */
export type Part = { readonly name: string; readonly bytes: number; readonly sha256: string };

export const partBytes = 16 * 1024 ** 2;

/** `name` gets the number of each part behind it; side by side in their order they are the stream again. */
export const putParts = async (
  target: BackupTarget,
  name: string,
  content: Readable,
  onPart: (part: Part) => void,
): Promise<readonly Part[]> => {
  const parts: Part[] = [];
  for await (const piece of piecesOf(content)) {
    const part = {
      name: `${name}.${String(parts.length + 1).padStart(6, '0')}`,
      bytes: piece.length,
      sha256: sha256Of(piece),
    };
    await target.put(part.name, piece);
    parts.push(part);
    onPart(part);
  }
  return parts;
};

async function* piecesOf(content: Readable): AsyncGenerator<Buffer> {
  let chunks: Buffer[] = [];
  let held = 0;
  for await (const chunk of content) {
    for (let rest = Buffer.from(chunk); rest.length > 0;) {
      const taken = rest.subarray(0, partBytes - held);
      chunks.push(taken);
      held += taken.length;
      rest = rest.subarray(taken.length);
      if (held < partBytes) continue;
      yield Buffer.concat(chunks);
      chunks = [];
      held = 0;
    }
  }
  if (held > 0) yield Buffer.concat(chunks);
}

/** The stream that the parts were made of. Errors at the first part that is gone or is not what was put there. */
export const getParts = (target: BackupTarget, parts: readonly Part[]): Readable =>
  Readable.from(wholeParts(target, parts), { objectMode: false });

async function* wholeParts(target: BackupTarget, parts: readonly Part[]): AsyncGenerator<Buffer> {
  for (const part of parts) {
    const content = await target.get(part.name);
    const problem = problemOf(part, content);
    if (problem !== null || content === null) throw new Error(`${part.name} ${problem}`);
    yield content;
  }
}

/** Null: it is what was put there. */
export const problemOf = (part: Part, content: Buffer | null): string | null => {
  if (content === null) return 'is missing';
  return content.length === part.bytes && sha256Of(content) === part.sha256
    ? null
    : 'is damaged: it is not what was put there';
};
