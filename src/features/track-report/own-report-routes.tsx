import type { FastifyReply, FastifyRequest } from 'fastify';

import type { Access } from '../../domain/access.ts';
import { statusOf, type Refusal } from '../../domain/refusal.ts';
import { parseNumber } from '../../domain/report-number.ts';
import { seeOther, sendPage } from '../../platform/http/page.ts';
import type { Server } from '../../platform/http/server.ts';
import type { Claim } from '../../store/claim-check.ts';
import { claimOf } from '../../store/claim-pass.ts';
import type { RefusedPhoto } from '../../store/photo-intake.ts';
import { renderDocument } from '../../ui/render.ts';
import { forgetClaim, rememberClaim } from './claim-cookie.ts';
import { makeOwnMove } from './make-own-move.ts';
import type { TrackReportMeans } from './means.ts';
import { openPage } from './open-routes.tsx';
import { fieldsOf, ownMoveNames, readTypedMove, type OwnMoveName, type TypedMove } from './own-moves.ts';
import { ownPage, readOwnPage } from './own-page.tsx';
import { readSentMove, type SentMove } from './photos-with-move.ts';
import { LowRatingPage, WithdrawSurePage } from './sure.view.tsx';

type OfReport = {
  Params: { readonly number: string };
  Querystring: { readonly selesai?: string | string[]; readonly diperbaiki?: string };
};

const config = { access: 'claim' satisfies Access } as const;

/** The report as its reporter sees it, and the moves that are theirs. */
export const ownReportRoutes = (server: Server, laksa: TrackReportMeans): void => {
  server.get<OfReport>('/lacak/:number', { config }, async (request, reply) => {
    const number = parseNumber(request.params.number);
    if (number === null) return seeOther(reply, '/lacak');
    if (number !== request.params.number) return seeOther(reply, `/lacak/${number}`);
    const claim = claimOf(laksa, request, number);
    const done = ownMoveNames.find((move) => move === request.query.selesai);
    const page =
      claim === null
        ? null
        : await ownPage(laksa, request, claim, { done, isCorrected: request.query.diperbaiki === '1' });
    if (claim === null || page === null) return seeOther(reply, `/lacak?nomor=${number}`);
    rememberClaim(laksa, reply, claim);
    return sendPage(reply, page);
  });

  server.post<OfReport>('/lacak/:number', { config: { ...config, keepsTyped: true } }, async (request, reply) => {
    const number = parseNumber(request.params.number);
    const sent = await readSentMove(laksa, request);
    const typed = readTypedMove(sent.fields);
    const claim = number === null || typed === null ? null : claimOf(laksa, request, number);
    if (typed !== null && claim !== null) return act(laksa, reply, claim, { sent, typed });
    await sent.drop();
    if (number === null) return seeOther(reply, '/lacak');
    return typed === null ? seeOther(reply, `/lacak/${number}`) : askAgain(laksa, reply, number, { sent, typed });
  });

  server.post<OfReport>('/lacak/:number/keluar', { config }, async (request, reply) => {
    forgetClaim(reply, parseNumber(request.params.number) ?? '');
    return seeOther(reply, '/lacak?keluar=1');
  });
};

type Sent = { readonly sent: SentMove; readonly typed: TypedMove };

/** The time ran out while somebody was typing: the code is asked for again, and what was typed is not lost; pictures are. */
const askAgain = (
  laksa: TrackReportMeans,
  reply: FastifyReply,
  number: string,
  { sent, typed }: Sent,
): FastifyReply => {
  const frame = laksa.frame(reply.request);
  const { t } = frame;
  // No form gives a picture back to the browser.
  const lost = sent.hasPhotos ? [t('trackReport.form.photosAgain')] : [];
  const say = [t('trackReport.form.again'), ...lost].join(' ');
  return sendPage(reply, openPage({ frame, number, hidden: fieldsOf(typed), say }), 403);
};

const act = async (
  laksa: TrackReportMeans,
  reply: FastifyReply,
  claim: Claim,
  { sent, typed }: Sent,
): Promise<FastifyReply> => {
  const { request } = reply;
  const question = typed.isSure ? null : await questionBefore(laksa, request, claim, typed);
  const made = question === null ? await makeOwnMove(laksa, request.tenant, claim, typed) : null;
  if (made?.ok === true) return sendMade(laksa, reply, claim, { move: typed.move, left: await sent.join(claim) });
  await sent.drop();
  if (made === null) return sendPage(reply, question ?? '');
  return refuse(laksa, reply, claim, { sent, typed, refusal: made.refusal });
};

type Made = { readonly move: OwnMoveName; readonly left: readonly RefusedPhoto[] };

/** Pictures that were not taken are named at once; the move itself is made. */
const sendMade = async (
  laksa: TrackReportMeans,
  reply: FastifyReply,
  claim: Claim,
  { move, left }: Made,
): Promise<FastifyReply> => {
  const page =
    left.length === 0 ? null : await ownPage(laksa, reply.request, claim, { done: move, refusedPhotos: left });
  return page === null ? seeOther(reply, `/lacak/${claim.number}?selesai=${move}`) : sendPage(reply, page);
};

/** A rating of 1 or 2 offers to dispute; what cannot be undone is asked for twice. */
const questionBefore = async (
  laksa: TrackReportMeans,
  request: FastifyRequest,
  claim: Claim,
  typed: TypedMove,
): Promise<string | null> => {
  const { number } = claim;
  const isLow = typed.move === 'confirm' && (typed.rating === '1' || typed.rating === '2');
  if (!isLow && typed.move !== 'withdraw') return null;
  const page = await readOwnPage(laksa, request, claim);
  if (page === null || !page.moves.includes(typed.move)) return null;
  const { frame, version } = page;
  const hidden = fieldsOf({ ...typed, version: typed.version ?? version });
  if (typed.move === 'withdraw')
    return renderDocument(<WithdrawSurePage frame={frame} number={number} hidden={hidden} />);
  const part = {
    t: frame.t,
    number,
    version,
    question: null,
    problems: [],
    typed: { ...typed, move: 'dispute' },
  } as const;
  return renderDocument(<LowRatingPage frame={frame} number={number} hidden={hidden} part={part} />);
};

/** The page as it now is, with why, and with what was typed. */
const refuse = async (
  laksa: TrackReportMeans,
  reply: FastifyReply,
  claim: Claim,
  { sent, typed, refusal }: Sent & { readonly refusal: Refusal },
): Promise<FastifyReply> => {
  const { request } = reply;
  const page = await ownPage(laksa, request, claim, {
    refused: {
      typed,
      words: laksa.frame(request).t(`refusal.kind.${refusal.kind}`),
      problems: refusal.kind === 'incomplete' ? refusal.problems : [],
      isChanged: refusal.kind === 'changed_meanwhile',
      hasPhotos: sent.hasPhotos,
    },
  });
  return page === null
    ? askAgain(laksa, reply, claim.number, { sent, typed })
    : sendPage(reply, page, statusOf(refusal));
};
