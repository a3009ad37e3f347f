import type { FastifyReply, FastifyRequest } from 'fastify';

import { textOf, type FormFields } from '../../platform/http/form-fields.ts';
import { readForm } from '../../platform/http/form.ts';
import { seeOther, sendPage } from '../../platform/http/page.ts';
import type { Server } from '../../platform/http/server.ts';
import { isAddressStopped, resumeAddress, stopAddress } from '../../store/contact-stop.ts';
import { stopFollowing } from '../../store/follow.ts';
import { openLetterPass } from '../../store/letter-pass.ts';
import { chooseNotices, resumeNotices, stopNotices } from '../../store/notice-choice.ts';
import type { Tx } from '../../store/tx.ts';
import { renderDocument } from '../../ui/render.ts';
import { ChoicePage, NoLetterPage } from './choice.view.tsx';
import { choiceProps, doneIn, type Chosen, type Done, type Tried } from './choice-props.ts';
import { config, type ChooseNoticesMeans } from './means.ts';
import { readChoice, readLetter, type LetterRow } from './queries.ts';
import { choiceTyped, typedChoiceOf } from './typed-choice.ts';

type WithPass = { Params: { readonly pass: string }; Querystring: { readonly selesai?: string | string[] } };

const path = '/pemberitahuan/:pass';

/**
 * The link in every letter. Opened it changes nothing, for mail programs open links, too. Posting to it does: by the forms of its page, or as RFC 8058 says, where a mail
 * program stops the letters of a report by one tap of its user, without cookies, and as often as it likes.
 */
export const letterRoutes = (server: Server, laksa: ChooseNoticesMeans): void => {
  server.get<WithPass>(path, { config }, async (request, reply) => {
    const got = await laksa.database.inTenant(request.tenant.id, (tx) => readGot(tx, laksa, request));
    return sendGot(laksa, reply, request, { got, done: doneIn(request.query.selesai) });
  });

  server.post<WithPass>(path, { config }, async (request, reply) => {
    const { fields } = await readForm(request);
    const isOneTap = textOf(fields, 'List-Unsubscribe') === 'One-Click';
    const made = await laksa.database.inTenant(request.tenant.id, async (tx) => {
      const got = await readGot(tx, laksa, request);
      return { got, ...(got === null ? {} : await act(tx, request, got.letter, isOneTap ? stopping : fields)) };
    });
    if (made.got === null || isOneTap)
      return sendGot(laksa, reply, request, { got: made.got, done: made.done ?? null });
    if (made.tried !== undefined) return sendGot(laksa, reply, request, { got: made.got, tried: made.tried });
    return seeOther(reply, `/pemberitahuan/${request.params.pass}?selesai=${made.done ?? 'saved'}`);
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
  const chosen = {
    number,
    isFollower: follow_id !== null,
    isEnded,
    choice: person_id === null ? null : await readChoice(tx, tenant.id, person_id),
    isAddressStopped: await isAddressStopped(tx, tenant.id, letter.lookup),
    city: await laksa.cities.read(tx, tenant, laksa.clock.now()),
  };
  return { letter, chosen };
};

type Outcome = { readonly done?: Done; readonly tried?: Tried };

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
      return letter.person_id === null
        ? {}
        : actForPerson(tx, { tenantId: tenant.id, personId: letter.person_id, at }, letter, fields);
  }
};

const actForPerson = async (
  tx: Tx,
  chooser: Parameters<typeof stopNotices>[1],
  { follow_id: followId }: LetterRow,
  fields: FormFields,
): Promise<Outcome> => {
  const what = textOf(fields, 'apa');
  if (what === 'stop') {
    await (followId === null ? stopNotices(tx, chooser) : stopFollowing(tx, chooser.tenantId, followId, chooser.at));
    return { done: 'stopped' };
  }
  if (what === 'resume') {
    await resumeNotices(tx, chooser);
    return { done: 'resumed' };
  }
  const typed = typedChoiceOf(fields);
  const read = choiceTyped(typed);
  if (!read.ok) return { tried: { typed, problems: read.refusal } };
  await chooseNotices(tx, chooser, read.value);
  return { done: 'saved' };
};

type Shown = { readonly got: Got | null; readonly tried?: Tried; readonly done?: Done | null };

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
