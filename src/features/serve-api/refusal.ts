import type { FastifyReply, FastifyRequest } from 'fastify';

import { statusOf, type FieldProblem, type Refusal } from '../../domain/refusal.ts';
import type { Denial } from '../../platform/http/access.ts';
import { sendFailure } from '../../platform/http/problem.ts';
import { formatMoment } from '../../platform/i18n/format.ts';
import { textFor } from '../../ui/texts/text.ts';

/** Answers with a refusal as problem+json, in the caller's language. `now`: the machine's time, where a code may have been tried too often. */
export const sendRefusal = (reply: FastifyReply, refusal: Refusal, now?: Date): FastifyReply => {
  if (refusal.kind === 'incomplete') return sendProblems(reply, refusal.problems);
  if (refusal.kind === 'changed_meanwhile') reply.header('etag', etagOf(refusal.version));
  return sendFailure(reply, {
    status: statusOf(refusal),
    kind: refusal.kind,
    detail: detailOf(reply.request, refusal, now),
    // What never ends has no time to come back at.
    ...(refusal.kind === 'too_many_tries' && Number.isFinite(refusal.retryAfterSeconds)
      ? { retryAfterSeconds: refusal.retryAfterSeconds }
      : {}),
  });
};

const detailOf = ({ tenant, language }: FastifyRequest, refusal: Refusal, now: Date | undefined): string => {
  const t = textFor(language);
  if (refusal.kind === 'state_forbids') return `${t('refusal.kind.state_forbids')} (${refusal.state})`;
  if (refusal.kind !== 'too_many_tries' || now === undefined) return t(`refusal.kind.${refusal.kind}`);
  if (refusal.retryAfterSeconds === Infinity) return t('trackReport.form.closed');
  const freeAt = new Date(now.getTime() + refusal.retryAfterSeconds * 1000).toISOString();
  return t('trackReport.form.barred', { from: formatMoment(freeAt, tenant.zone, language, now.toISOString()) });
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

/** A key for repeating came back with another report in it: the number says which one it stands for. */
export const sendKeyReused = (reply: FastifyReply, number: string): FastifyReply =>
  sendFailure(reply, {
    status: 422,
    kind: 'key_reused',
    detail: textFor(reply.request.language)('api.keyReused', { number }),
  });

/** Answers for the guard where a route asks for a key itself, because it can do without. */
export const sendDenial = (reply: FastifyReply, denial: Denial): FastifyReply =>
  sendFailure(denial.status === 401 ? reply.header('www-authenticate', 'Bearer') : reply, denial);

export const etagOf = (version: number): string => `"${version}"`;

/** A form has `publish_title` where a body has `publish.title`. */
const outsideName = (field: string): string => (field.startsWith('publish_') ? field.replace('_', '.') : field);
