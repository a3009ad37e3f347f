import type { FastifyReply, FastifyRequest } from 'fastify';

import { textOf, type FormFields } from '../../platform/http/form-fields.ts';
import { readForm } from '../../platform/http/form.ts';
import { isHttps } from '../../platform/http/tenant.ts';
import { seeOther, sendPage } from '../../platform/http/page.ts';
import type { Server } from '../../platform/http/server.ts';
import { isAddressStopped, resumeAddress, stopAddress } from '../../store/contact-stop.ts';
import { claimPassMs } from '../../store/claim-pass.ts';
import { letterCookie } from '../../store/letter-cookie.ts';
import { openLetterPass } from '../../store/letter-pass.ts';
import type { Tx } from '../../store/tx.ts';
import { renderDocument } from '../../ui/render.ts';
import { actForPerson, type Outcome } from './act-for-person.ts';
import { ChoicePage, NoLetterPage } from './choice.view.tsx';
import { choiceProps, doneIn, type Chosen, type Done, type Tried } from './choice-props.ts';
import { config, type ChooseNoticesMeans } from './means.ts';
import { readChoice, readLetter, type LetterRow } from './queries.ts';

type WithPass = { Params: { readonly pass: string }; Querystring: { readonly selesai?: string | string[] } };

const path = '/pemberitahuan/:pass';

/**
 * The link in every letter. Opened it changes nothing, for mail programs open links, too. Posting to it does: by the forms of its page, or as RFC
 * 8058 says, where a mail program stops the letters of a report by one tap of its user, without cookies, and as often as it likes.
 */
export const letterRoutes = (server: Server, laksa: ChooseNoticesMeans): void => {
  server.get<WithPass>(path, { config }, async (request, reply) => {
    const got = await laksa.database.inTenant(request.tenant.id, (tx) => readGot(tx, laksa, request));
    if (got?.chosen.isFollower === false) rememberLetter(reply, request, got.chosen.number);
    return sendGot(laksa, reply, request, { got, done: doneIn(request.query.selesai) });
  });

  server.post<WithPass>(path, { config }, async (request, reply) => {
    const { fields } = await readForm(request);
    const isOneTap = textOf(fields, 'List-Unsubscribe') === 'One-Click';
    const made = await laksa.database.inTenant(request.tenant.id, async (tx) => {
      const got = await readGot(tx, laksa, request);
      return got === null ? null : { got, ...(await act(tx, request, got.letter, isOneTap ? stopping : fields)) };
    });
    if (made === null) return sendGot(laksa, reply, request, { got: null });
    if (isOneTap || made.tried !== undefined) return sendGot(laksa, reply, request, made);
    return seeOther(reply, `/pemberitahuan/${request.params.pass}?selesai=${made.done}`);
  });
};

const stopping: FormFields = { apa: 'stop' };

type Got = { readonly letter: LetterRow; readonly chosen: Chosen };

const readGot = async (tx: Tx, laksa: ChooseNoticesMeans, request: FastifyRequest<WithPass>): Promise<Got | null> => {
  const { tenant, params } = request;
  const letterId = openLetterPass({ keyring: laksa.keyring, tenantId: tenant.id, kind: 'notices' }, params.pass);
  const letter = letterId === null ? null : await readLetter(tx, tenant.id, letterId);
  if (letter === null) return null;
  const { number, follow_id, person_id, is_ended: isEnded } = letter;
  const choice = person_id === null ? null : await readChoice(tx, tenant.id, person_id);
  const chosen: Chosen = {
    number,
    isFollower: follow_id !== null,
    isEnded,
    choice,
    hasAddress: true,
    isAddressStopped: await isAddressStopped(tx, tenant.id, letter.lookup),
    mayStopAddress: true,
    // Whoever stops by their own letter knows of it.
    lastLetter: 'none',
    city: await laksa.cities.read(tx, tenant, laksa.clock.now()),
  };
  return { letter, chosen };
};

const act = async (tx: Tx, { tenant }: FastifyRequest, letter: LetterRow, fields: FormFields): Promise<Outcome> => {
  const at = tenant.clock.now();
  const address = { tenantId: tenant.id, lookup: letter.lookup, at };
  switch (textOf(fields, 'apa')) {
    case 'stop_address':
      await stopAddress(tx, address);
      return { done: 'address_stopped' };
    case 'resume_address':
      await resumeAddress(tx, address);
      return { done: 'address_resumed' };
    default:
      return actForPerson(
        tx,
        { tenantId: tenant.id, personId: letter.person_id, followId: letter.follow_id, warnedReportId: null, at },
        fields,
      );
  }
};

type Shown = { readonly got: Got | null; readonly tried?: Tried | undefined; readonly done?: Done | null | undefined };

const sendGot = (
  laksa: ChooseNoticesMeans,
  reply: FastifyReply,
  request: FastifyRequest,
  { got, ...after }: Shown,
): FastifyReply => {
  const frame = laksa.frame(request);
  if (got === null) return sendPage(reply, renderDocument(<NoLetterPage frame={frame} />), 404);
  const props = choiceProps(frame, request, got.chosen, after);
  return sendPage(reply, renderDocument(<ChoicePage {...props} />), after.tried === undefined ? 200 : 422);
};

/** Beside the code of the report it shows whose the address is: own-letters.ts. */
const rememberLetter = (reply: FastifyReply, { tenant, params }: FastifyRequest<WithPass>, number: string): void => {
  const { name, settings } = letterCookie(number);
  reply.setCookie(name, params.pass, { ...settings, secure: isHttps(tenant), maxAge: claimPassMs / 1000 });
};
