import type { FastifyReply, FastifyRequest } from 'fastify';

import { parseNumber } from '../../domain/report-number.ts';
import { textOf, type FormFields } from '../../platform/http/form-fields.ts';
import { readForm } from '../../platform/http/form.ts';
import { seeOther, sendPage } from '../../platform/http/page.ts';
import type { Server } from '../../platform/http/server.ts';
import { claimOf } from '../../store/claim-pass.ts';
import { resumeAddress } from '../../store/contact-stop.ts';
import { wasToldOfStop } from '../../store/notice-stop.ts';
import { readOwnLetters, type OwnLetters } from '../../store/own-letters.ts';
import type { Tx } from '../../store/tx.ts';
import { renderDocument } from '../../ui/render.ts';
import { actForPerson, type Outcome } from './act-for-person.ts';
import { ChoicePage } from './choice.view.tsx';
import { choiceProps, doneIn, type Chosen, type Done, type Tried } from './choice-props.ts';
import { config, type ChooseNoticesMeans } from './means.ts';
import { readChoice, readReporter } from './queries.ts';

type OfReport = { Params: { readonly number: string }; Querystring: { readonly selesai?: string | string[] } };

const path = '/lacak/:number/pemberitahuan';

/**
 * For whoever was let in by the code. The address itself is not theirs to stop: it may be somebody else's, mistyped. Where it is shown to be theirs
 * they may have its letters again.
 */
export const ownRoutes = (server: Server, laksa: ChooseNoticesMeans): void => {
  server.get<OfReport>(path, { config }, async (request, reply) => {
    const own = await laksa.database.inTenant(request.tenant.id, (tx) => readOwn(tx, laksa, request));
    if (own === null) return askForCode(request, reply);
    return sendPage(reply, ownPage(laksa, request, own, { done: doneIn(request.query.selesai) }));
  });

  server.post<OfReport>(path, { config }, async (request, reply) => {
    const { fields } = await readForm(request);
    const made = await laksa.database.inTenant(request.tenant.id, async (tx) => {
      const own = await readOwn(tx, laksa, request);
      return own === null ? null : { own, ...(await act(tx, request, own, fields)) };
    });
    if (made === null) return askForCode(request, reply);
    if (made.tried !== undefined) return sendPage(reply, ownPage(laksa, request, made.own, { tried: made.tried }), 422);
    return seeOther(reply, `/lacak/${made.own.number}/pemberitahuan?selesai=${made.done}`);
  });
};

const askForCode = ({ params }: FastifyRequest<OfReport>, reply: FastifyReply): FastifyReply => {
  const number = parseNumber(params.number);
  return seeOther(reply, number === null ? '/lacak' : `/lacak?nomor=${number}`);
};

type Own = Chosen & {
  readonly reportId: string;
  readonly personId: string | null;
  readonly address: OwnLetters['address'];
};

/** Null: the code is asked for. */
const readOwn = async (tx: Tx, laksa: ChooseNoticesMeans, request: FastifyRequest<OfReport>): Promise<Own | null> => {
  const number = parseNumber(request.params.number);
  const claim = number === null ? null : claimOf(laksa, request, number);
  if (claim === null) return null;
  const { tenant } = request;
  const reporter = await readReporter(tx, tenant.id, claim.reportId);
  if (reporter === null || reporter.claim_generation !== claim.generation) return null;
  const personId = reporter.reporter_id;
  // Somebody who gave nothing of themselves gets no letters; the page says so.
  const choice = personId === null ? null : await readChoice(tx, tenant.id, personId);
  const { address } = await readOwnLetters(tx, laksa, request, claim);
  const told = { tenantId: tenant.id, reportId: claim.reportId, at: tenant.clock.now() };
  const city = await laksa.cities.read(tx, tenant, laksa.clock.now());
  return {
    number: claim.number,
    isFollower: false,
    isEnded: false,
    choice,
    hasAddress: choice?.has_address ?? false,
    isAddressStopped: address?.isStopped ?? null,
    mayStopAddress: false,
    lastLetter: (await wasToldOfStop(tx, told)) ? 'told' : 'goes',
    city,
    address,
    reportId: claim.reportId,
    personId,
  };
};

const act = async (tx: Tx, request: FastifyRequest, own: Own, fields: FormFields): Promise<Outcome> => {
  const { tenant } = request;
  if (textOf(fields, 'apa') !== 'resume_address') return actForPerson(tx, reporterOf(request, own), fields);
  if (own.address === null) return { done: 'nothing' };
  await resumeAddress(tx, { tenantId: tenant.id, lookup: own.address.lookup, at: tenant.clock.now() });
  return { done: 'address_resumed' };
};

const reporterOf = ({ tenant }: FastifyRequest, { personId, reportId }: Own) => ({
  tenantId: tenant.id,
  personId,
  followId: null,
  warnedReportId: reportId,
  at: tenant.clock.now(),
});

const ownPage = (
  laksa: ChooseNoticesMeans,
  request: FastifyRequest,
  own: Own,
  after: { readonly tried?: Tried; readonly done?: Done | null },
): string => renderDocument(<ChoicePage {...choiceProps(laksa.frame(request), request, own, after)} />);
