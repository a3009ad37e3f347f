import type { MultipartFile, MultipartValue } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';

import { collectFields, formLimits, formTooLarge, type Form } from './form-fields.ts';

/** What is read and thrown away at most, so that a phone's pictures do not break the form and a flood does not keep us busy. */
const drainLimitBytes = 64 * 1024 * 1024;

const limits = {
  fieldSize: formLimits.fieldBytes,
  fields: formLimits.fields,
  fieldNameSize: formLimits.nameBytes,
  files: 20,
  parts: formLimits.fields + 20,
};

/** Reads a multipart form part by part. Files are read to their end, not kept, and named. Throws 400 for what is cut off or no form at all. */
export const readMultipart = async (request: FastifyRequest): Promise<Form> => {
  try {
    return await readParts(request);
  } catch (error) {
    throw isParsersOwn(error) ? Object.assign(new Error('not a form', { cause: error }), { statusCode: 400 }) : error;
  }
};

/** What the parser says of bytes it cannot read carries neither status nor code: the sender's mistake, not a breakdown of ours. */
const isParsersOwn = (error: unknown): boolean =>
  error instanceof Error && error.name === 'Error' && !('statusCode' in error) && !('code' in error);

const readParts = async (request: FastifyRequest): Promise<Form> => {
  if (Number(request.headers['content-length'] ?? 0) > drainLimitBytes) throw formTooLarge();
  const entries: (readonly [string, string])[] = [];
  const droppedFiles: string[] = [];
  let drained = 0;
  for await (const part of request.parts({ limits })) {
    if (part.type === 'field') {
      entries.push([part.fieldname, textOfPart(part)]);
      continue;
    }
    const size = await drain(part, drainLimitBytes - drained);
    drained += size;
    if (part.filename !== '' && size > 0) droppedFiles.push(part.filename); // a file input left empty sends a part too
  }
  return { fields: collectFields(entries), droppedFiles };
};

const textOfPart = (part: MultipartValue): string => {
  if (part.valueTruncated || part.fieldnameTruncated) throw formTooLarge();
  return typeof part.value === 'string' ? part.value : JSON.stringify(part.value);
};

/** Bytes of the file; throws 413 beyond `limit`, without reading on. */
const drain = async (part: MultipartFile, limit: number): Promise<number> => {
  let size = 0;
  for await (const chunk of part.file) {
    size += Buffer.isBuffer(chunk) ? chunk.length : 0;
    if (size > limit) throw formTooLarge();
  }
  return size;
};
