import { Readable } from 'node:stream';

import type { MultipartFile, MultipartValue } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';

import { cleanText, collectFields, formLimits, formTooLarge, type Form, type FormFile } from './form-fields.ts';
import { isOutage } from '../db/outage.ts';

/** What is read and thrown away at most, so that a phone's pictures do not break the form and a flood does not keep us busy. */
const drainLimitBytes = 64 * 1024 * 1024;
/** The same where files are taken: more than anybody sends who may send five of 20 MB. */
const takeLimitBytes = 160 * 1024 * 1024;
const longestName = 120;

const limits = {
  fileSize: takeLimitBytes,
  fieldSize: formLimits.fieldBytes,
  fields: formLimits.fields,
  fieldNameSize: formLimits.nameBytes,
  files: 20,
  parts: formLimits.fields + 20,
};

export type TakeFile = (file: FormFile) => Promise<boolean>;

/** Reads a multipart form part by part. Files nobody takes are read to their end, not kept, and named. Throws 400 for what is cut off or no form at all. */
export const readMultipart = async (request: FastifyRequest, takeFile?: TakeFile): Promise<Form> => {
  try {
    return await readParts(request, takeFile);
  } catch (error) {
    throw isParsersOwn(error) ? Object.assign(new Error('not a form', { cause: error }), { statusCode: 400 }) : error;
  }
};

/** What the parser says of bytes it cannot read carries neither status nor code: the sender's mistake, not a breakdown of ours. */
const isParsersOwn = (error: unknown): boolean =>
  error instanceof Error && error.name === 'Error' && !('statusCode' in error) && !('code' in error);

const readParts = async (request: FastifyRequest, takeFile: TakeFile | undefined): Promise<Form> => {
  const limit = takeFile === undefined ? drainLimitBytes : takeLimitBytes;
  if (Number(request.headers['content-length'] ?? 0) > limit) throw formTooLarge();
  const entries: (readonly [string, string])[] = [];
  const droppedFiles: string[] = [];
  const meter = { left: limit };
  const take = untilOutage(takeFile ?? (async () => false));
  for await (const part of request.parts({ limits })) {
    if (part.type === 'field') {
      entries.push([part.fieldname, textOfPart(part)]);
      continue;
    }
    const name = nameOf(part);
    const content = metered(part, meter);
    const wasUp = take.outage() === null;
    if (name !== '' && (await take.file({ field: part.fieldname, name, content }))) continue;
    const before = meter.left;
    for await (const _chunk of content.destroyed ? metered(part, meter) : content) continue;
    const isLost = wasUp && take.outage() !== null; // and named already
    if (name !== '' && !isLost && meter.left < before) droppedFiles.push(name); // a file input left empty sends a part too
  }
  request.sentForm = { fields: collectFields(entries), droppedFiles: [...take.lost, ...droppedFiles] };
  if (take.outage() !== null) throw take.outage();
  return { ...request.sentForm, droppedFiles };
};

/** Where files cannot be taken because something is down the words behind them are still read: they go back to their sender with the page that says so. */
const untilOutage = (takeFile: TakeFile) => {
  let outage: unknown = null;
  const lost: string[] = [];
  const file = async (one: FormFile): Promise<boolean> => {
    if (outage === null) lost.push(one.name);
    if (outage !== null) return false;
    try {
      return await takeFile(one);
    } catch (error) {
      if (!isOutage(error)) throw error;
      outage = error;
      one.content.destroy();
      return false;
    }
  };
  return { file, lost, outage: () => outage };
};

/** As a person may read it: the last letters, which tell what it is, and nothing that turns a line around. */
const nameOf = ({ filename = '' }: MultipartFile): string =>
  [...cleanText(filename).replaceAll(/[\p{C}\u2028\u2029]/gu, '')].slice(-longestName).join('');

const textOfPart = (part: MultipartValue): string => {
  if (part.valueTruncated || part.fieldnameTruncated) throw formTooLarge();
  return typeof part.value === 'string' ? part.value : JSON.stringify(part.value);
};

/** The bytes of a file; throws 413 when all files together are beyond the limit, without reading on. */
const metered = (part: MultipartFile, meter: { left: number }): Readable =>
  Readable.from(counted(part.file.iterator({ destroyOnReturn: false }), meter), { objectMode: false });

async function* counted(file: AsyncIterable<Buffer>, meter: { left: number }): AsyncGenerator<Buffer> {
  for await (const chunk of file) {
    meter.left -= chunk.length;
    if (meter.left < 0) throw formTooLarge();
    yield chunk;
  }
}
