import type { LightMyRequestResponse } from 'fastify';

import { showNumber } from '../../domain/report-number.ts';
import type { Holdings } from './city-with-words.ts';

/** An answer as far as a visitor can tell it from another: what they brought is named, what is drawn anew for each answer left out. */
export const told = (answer: LightMyRequestResponse, brought: Holdings): object => ({
  status: answer.statusCode,
  headers: Object.fromEntries(
    Object.entries(answer.headers)
      .filter(([name]) => !['x-request-id', 'etag', 'content-length', 'date'].includes(name))
      .map(([name, value]) => [name, [value ?? []].flat().map((one) => plain(String(one), brought))]),
  ),
  body: plain(answer.body, brought),
});

const plain = (text: string, brought: Holdings): string =>
  namesOf(brought)
    .reduce((rest, [value, name]) => rest.replaceAll(value, `<${name}>`), text)
    .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, '<uuid>')
    .replaceAll(/\b[0-9a-f]{64}\b/g, '<hash>')
    .replaceAll(/[\w-]{100,}/g, '<sealed>')
    .replaceAll(/\b\d{10}\b|\b\d{3}-\d{3}-\d{4}\b/g, '<number>')
    .replaceAll(/\b\d{8}\b/g, '<code>');

const namesOf = (brought: Holdings): readonly (readonly [string, string])[] =>
  Object.entries(brought)
    .flatMap(([name, value]) => (typeof value === 'string' ? formsOf(value).map((form) => [form, name] as const) : []))
    .toSorted(([one], [other]) => other.length - one.length);

/** As it may stand in a page: as it is, as a number is shown, in an address. */
const formsOf = (value: string): readonly string[] =>
  [...new Set([value, encodeURIComponent(value), ...(/^\d{10}$/.test(value) ? [showNumber(value)] : [])])].filter(
    (form) => form.length >= shortestNamed, // the id of a job is one digit, and no answer repeats it
  );

const shortestNamed = 6;
