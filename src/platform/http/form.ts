import type { FastifyInstance, FastifyRequest } from 'fastify';
import formbody from '@fastify/formbody';
import multipart from '@fastify/multipart';

import { collectFields, type Form, type FormFile } from './form-fields.ts';
import { readMultipart } from './form-multipart.ts';
import { rememberForms } from './kept-form.ts';

/** Teaches the server both ways in which a browser sends a form. */
export const acceptForms = async (server: FastifyInstance): Promise<void> => {
  // URLSearchParams reads what is not UTF-8 as U+FFFD, as a browser would; `fields` is finished by readForm.
  await server.register(formbody, { parser: (body) => ({ urlencoded: [...new URLSearchParams(body)] }) });
  await server.register(multipart, { throwFileSizeLimit: false });
  rememberForms(server);
};

/**
 * What a form sent, urlencoded or multipart alike. `takeFile` is given each file in turn and says whether it was its own; without it files are named and
 * not kept. Throws 413 for more than a person can have typed, 415 for what is no form.
 */
export const readForm = async (
  request: FastifyRequest,
  takeFile?: (file: FormFile) => Promise<boolean>,
): Promise<Form> => {
  if (request.isMultipart()) return readMultipart(request, takeFile);
  const entries = urlencodedEntries(request.body);
  if (entries === null) throw Object.assign(new Error('not a form'), { statusCode: 415 });
  return (request.sentForm = { fields: collectFields(entries), droppedFiles: [] });
};

const urlencodedEntries = (body: unknown): readonly (readonly [string, string])[] | null => {
  if (body === undefined || body === null) return [];
  return typeof body === 'object' && 'urlencoded' in body && Array.isArray(body.urlencoded) ? body.urlencoded : null;
};
