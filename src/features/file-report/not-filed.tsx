import type { FastifyReply, FastifyRequest } from 'fastify';

import { sendPage } from '../../platform/http/page.ts';
import { isUuid } from '../../platform/db/uuid7.ts';
import { formatMoment } from '../../platform/i18n/format.ts';
import type { TooManyFilings } from '../../store/file-report-limits.ts';
import type { NonceReused } from '../../store/file-report.ts';
import { formStage } from '../../store/photo-stage.ts';
import { smallQuestion } from '../../store/small-question.ts';
import { restagePhotos } from '../../store/staged-photos.ts';
import { holdsPassOf } from './filed-routes.tsx';
import { formPage } from './form-page.tsx';
import type { Typed } from './typed.ts';
import type { FileReportMeans } from './means.ts';

/** The form once more, with every word in it, and why the report is not filed although nothing in it is wrong. */
export const sendNotFiled = async (
  laksa: FileReportMeans,
  reply: FastifyReply,
  refusal: TooManyFilings | NonceReused,
  typed: Typed,
): Promise<FastifyReply> => {
  switch (refusal.kind) {
    case 'too_many_tries':
      return sendTooMany(laksa, reply, refusal, typed);
    case 'nonce_reused':
      return sendSentBefore(laksa, reply, refusal, typed);
    default:
      return refusal satisfies never;
  }
};

/** It comes too soon: with the time from which it is taken, and where nobody floods the city with the question that has it taken at once. */
const sendTooMany = async (
  laksa: FileReportMeans,
  reply: FastifyReply,
  { by, retryAfterSeconds, freeAt, mayProve }: TooManyFilings,
  typed: Typed,
): Promise<FastifyReply> => {
  const { request } = reply;
  const now = laksa.clock.now().toISOString();
  const from = formatMoment(freeAt.toISOString(), request.tenant.zone, request.language, now);
  const held = isUuid(typed.nonce) ? typed : await underNewNonce(laksa, request, typed);
  reply.header('retry-after', String(retryAfterSeconds));
  const tooMany = { by, from, isAsked: mayProve };
  const { language, tenant } = request;
  const about = { about: held.nonce, language, before: held.proof ?? null };
  const proofField = mayProve ? smallQuestion(laksa, tenant, about) : undefined;
  return sendPage(reply, await formPage(laksa, request, { ...held, tooMany, proofField }), 429);
};

/**
 * Another report was sent with this form: whoever goes back in the browser and writes anew sends the old nonce. With a new one the next press of the
 * button files what stands here. The number of the other is told only to the browser that sent it.
 */
const sendSentBefore = async (
  laksa: FileReportMeans,
  reply: FastifyReply,
  { reportId, number }: NonceReused,
  typed: Typed,
): Promise<FastifyReply> => {
  const { request } = reply;
  const sentBefore = { number: holdsPassOf(laksa, request, reportId) ? number : null };
  const anew = { ...(await underNewNonce(laksa, request, typed)), sentBefore };
  return sendPage(reply, await formPage(laksa, request, anew), 422);
};

/** Its pictures come along. */
const underNewNonce = async (laksa: FileReportMeans, { tenant }: FastifyRequest, typed: Typed): Promise<Typed> => {
  const nonce = crypto.randomUUID();
  const stageOf = (word: string) => formStage(laksa.keyring, tenant.id, word);
  await restagePhotos(laksa, stageOf(typed.nonce), stageOf(nonce));
  return { ...typed, nonce };
};
