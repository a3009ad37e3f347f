import type { FastifyReply, FastifyRequest, FastifySchemaValidationError } from 'fastify';

import type { Problem } from '../../domain/refusal.ts';
import { textFor, type Text } from '../../ui/texts/text.ts';
import { sendProblems, sendRefusal, type WrongField } from './refusal.ts';

type Issue = FastifySchemaValidationError;

/**
 * Answers a request that does not have the shape its route describes: 404 for an address, 400 for a query, 422 for a body, field by field. Null when
 * it has. Called after whoever asks is known, so that a stranger learns nothing of the shape. The route sets `attachValidation`.
 */
export const refuseShape = (request: FastifyRequest, reply: FastifyReply): FastifyReply | null => {
  const { validationError } = request;
  if (validationError === undefined) return null;
  if (validationError.validationContext === 'params') return sendRefusal(reply, { kind: 'not_found' });
  const isBody = validationError.validationContext === 'body';
  const t = textFor(request.language);
  const issues: readonly Issue[] = validationError.validation;
  const problems = issues.flatMap((issue) => problemsOf(issue, isBody ? request.body : request.query, t));
  return sendProblems(reply, problems, isBody ? 422 : 400);
};

const problemsOf = (issue: Issue, sent: unknown, t: Text): readonly WrongField[] => {
  const path = issue.instancePath.split('/').filter((step) => step !== '');
  if (issue.keyword === 'unrecognized_keys') return strangersIn(issue, path, t);
  return [
    { field: path.join('.') || 'body', problem: valueAt(sent, path) === undefined ? 'required' : problemOf(issue) },
  ];
};

/** A field we do not know is most often a slip in one we do: taken silently, it would be lost silently. */
const strangersIn = ({ params }: Issue, path: readonly string[], t: Text): readonly WrongField[] => {
  const keys = 'keys' in params && Array.isArray(params['keys']) ? params['keys'] : [];
  return keys.map((key) => ({
    field: [...path, key].join('.'),
    problem: 'unknown',
    words: t('api.unknownField', { field: String(key) }),
  }));
};

const problemOf = ({ keyword, params }: Issue): Problem => {
  if (keyword === 'too_big')
    return params['origin'] === 'array' ? 'too_many' : params['origin'] === 'string' ? 'too_long' : 'not_allowed';
  if (keyword === 'invalid_value' || keyword === 'invalid_union' || keyword === 'invalid_format') return 'unknown';
  if (keyword === 'invalid_type')
    return params['expected'] === 'number' || params['expected'] === 'int' ? 'not_a_number' : 'not_allowed';
  return 'not_allowed';
};

const valueAt = (sent: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, step) ? Reflect.get(value, step) : undefined,
    sent,
  );
