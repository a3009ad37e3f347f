import type { FastifyRequest } from 'fastify';

import { cleanText, textOf, type FormFields } from '../../platform/http/form-fields.ts';
import { readForm } from '../../platform/http/form.ts';
import type { Installation } from '../../store/installation.ts';
import { readWithPhotos, type FormWithPhotos } from '../../store/photo-intake.ts';

const numbers: readonly string[] = ['lat', 'lng'];
const flags: readonly string[] = ['anonymous', 'secret'];
/** Of the form alone: which button was pressed, and pictures by reference, of which nothing is known. */
const ofTheForm: readonly string[] = ['step', 'photos'];
const noWords: readonly string[] = ['', '0', 'no', 'false', 'off', 'tidak'];

export type SentReport = {
  /** Of the shape of a JSON body, not checked yet. */
  readonly body: unknown;
  /** Names of files that came along under a name the form does not have. */
  readonly droppedFiles: readonly string[];
} & Pick<FormWithPhotos<unknown>, 'stageUnder' | 'drop'>;

/** What was sent, as a JSON body: a form has texts only, and sends empty what was not filled in. */
export const readSentReport = async (laksa: Installation, request: FastifyRequest): Promise<SentReport> => {
  if (!isForm(request)) return { body: cleaned(request.body), droppedFiles: [], ...noFiles };
  const about = { field: 'photos', purpose: 'report' } as const;
  const { form, ...files } = await readWithPhotos(laksa, request.tenant.id, about, (take) => readForm(request, take));
  return { body: bodyFrom(form.fields), droppedFiles: form.droppedFiles, ...files };
};

const noFiles: Pick<SentReport, 'stageUnder' | 'drop'> = {
  stageUnder: async () => ({ ids: [], refused: [] }),
  drop: async () => undefined,
};

export const isForm = (request: FastifyRequest): boolean =>
  request.isMultipart() || /^application\/x-www-form-urlencoded\b/i.test(request.headers['content-type'] ?? '');

/** The same text however it was sent: no NUL, which PostgreSQL cannot hold, and line ends of one kind. */
const cleaned = (body: unknown): unknown => {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return body;
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [name, typeof value === 'string' ? cleanText(value) : value]),
  );
};

const bodyFrom = (fields: FormFields): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.keys(fields)
      .filter((name) => !ofTheForm.includes(name) && (textOf(fields, name).trim() !== '' || name === 'description'))
      .map((name) => [name, valueFrom(name, textOf(fields, name))]),
  );

const valueFrom = (name: string, typed: string): unknown => {
  if (flags.includes(name)) return !noWords.includes(typed.trim().toLowerCase());
  if (!numbers.includes(name)) return typed;
  const number = Number(typed.trim().replace(',', '.'));
  return Number.isFinite(number) ? number : typed;
};
