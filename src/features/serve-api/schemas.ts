import { z } from 'zod';

/** What every refusal looks like (RFC 9457), with our word for it and what is wrong field by field. */
export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    kind: z.string().describe('A word for programs: not_found, state_forbids, post_may_not, incomplete ...'),
    detail: z.string().optional().describe('A sentence for people, in the language asked for'),
    errors: z.array(z.object({ field: z.string(), problem: z.string(), message: z.string() })).optional(),
    instance: z.string().describe('The id of the request, which the log has too'),
  })
  .describe('A refusal');

export const numberParams = z.object({
  number: z
    .string()
    .describe('The number of a report, ten digits; blanks and dashes may stand between')
    .meta({ examples: ['481-207-3356'] }),
});

const refusals = {
  400: 'What was sent cannot be read, or the query makes no sense',
  401: 'No key, or one that is not good here',
  403: 'The key, its post or the code may not',
  404: 'No such report, or none that may be seen',
  409: 'The state of the report does not allow it',
  412: 'The report changed since the version given; the ETag says to which',
  413: 'More than a request may carry',
  414: 'The address is longer than any of ours',
  415: 'The body is of no type that is taken here',
  422: 'Something is missing or makes no sense, field by field',
  429: 'Too many tries; Retry-After says for how long',
  503: 'Too much to do, or something is down: nothing was kept, and Retry-After says when to come again',
} as const;

type Refused = keyof typeof refusals;

/** Any answer may be this one. */
const always = [503] as const;

/** The documentation of refusals, by status. */
export const refusalsOf = (...statuses: readonly Refused[]) =>
  Object.fromEntries(
    [...statuses, ...always].map((status) => [
      status,
      { description: refusals[status], content: { 'application/problem+json': { schema: problem } } },
    ]),
  );

export const anyone = [{}] as const;
export const withKey = [{ apiKey: [] }] as const;
/** A key shows more. */
export const keyOptional = [{}, { apiKey: [] }] as const;
