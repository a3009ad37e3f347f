import type { FastifyReply } from 'fastify';

import { statusOf, type FieldProblem, type Refusal } from '../../domain/refusal.ts';
import type { Denial } from '../../platform/http/access.ts';
import { sendFailure } from '../../platform/http/problem.ts';
import { textFor } from '../../ui/texts/text.ts';

/** Answers with a refusal as problem+json, in the caller's language. */
export const sendRefusal = (reply: FastifyReply, refusal: Refusal): FastifyReply => {
  if (refusal.kind === 'incomplete') return sendProblems(reply, refusal.problems);
  const t = textFor(reply.request.language);
  if (refusal.kind === 'changed_meanwhile') reply.header('etag', etagOf(refusal.version));
  return sendFailure(reply, {
    status: statusOf(refusal),
    kind: refusal.kind,
    detail:
      refusal.kind === 'state_forbids'
        ? `${t('refusal.kind.state_forbids')} (${refusal.state})`
        : t(`refusal.kind.${refusal.kind}`),
    // What never ends has no time to come back at.
    ...(refusal.kind === 'too_many_tries' && Number.isFinite(refusal.retryAfterSeconds)
      ? { retryAfterSeconds: refusal.retryAfterSeconds }
      : {}),
  });
};

/** A field that is wrong; `words` where the list of problems has none for it. */
export type WrongField = FieldProblem & { readonly words?: string | undefined };

/** 422 with every field, or another status for what is not in the body. */
export const sendProblems = (reply: FastifyReply, problems: readonly WrongField[], status = 422): FastifyReply => {
  const t = textFor(reply.request.language);
  const errors = problems.map(({ field, problem, words }) => ({
    field: outsideName(field),
    problem,
    message: words ?? t(`refusal.problem.${problem}`),
  }));
  return sendFailure(reply, { status, kind: 'incomplete', detail: t('refusal.kind.incomplete'), errors });
};

/** Answers for the guard where a route asks for a key itself, because it can do without. */
export const sendDenial = (reply: FastifyReply, denial: Denial): FastifyReply =>
  sendFailure(denial.status === 401 ? reply.header('www-authenticate', 'Bearer') : reply, denial);

export const etagOf = (version: number): string => `"${version}"`;

/** A form has `publish_title` where a body has `publish.title`. */
const outsideName = (field: string): string => (field.startsWith('publish_') ? field.replace('_', '.') : field);
