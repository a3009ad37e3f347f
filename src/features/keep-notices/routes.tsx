import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';

import { statusOf, type FieldProblem, type Refusal } from '../../domain/refusal.ts';
import { withoutTricks } from '../../domain/shown-text.ts';
import { textOf, type FormFields } from '../../platform/http/form-fields.ts';
import { readForm } from '../../platform/http/form.ts';
import { seeOther, sendPage } from '../../platform/http/page.ts';
import type { Server } from '../../platform/http/server.ts';
import { administrator, staffOf } from '../../store/identity.ts';
import { changeWording, wordingProblems } from '../../store/letter-wording.ts';
import { renderDocument } from '../../ui/render.ts';
import { isWordingKey, type WordingKey } from '../../ui/wording-keys.ts';
import { lettersPath, type KeepNoticesMeans } from './means.ts';
import { OverviewPage } from './overview.view.tsx';
import { readExample, readVersions, type VersionRow } from './queries.ts';
import { WordingFormPage, WordingPreviewPage } from './wording-form.view.tsx';
import {
  formProps,
  overviewProps,
  partName,
  previews,
  typedFrom,
  withTyped,
  type TypedWording,
} from './wording-props.ts';

const asked = z.looseObject({
  bagian: z.string().optional().catch(undefined),
  tersimpan: z.string().optional().catch(undefined),
});

/** The city's own words in its letters. */
export const keepNoticesRoutes = (server: Server, laksa: KeepNoticesMeans): void => {
  server.get(lettersPath, { ...administrator, schema: { querystring: asked } }, async (request, reply) => {
    return sendOverview(laksa, reply, { saved: request.query.tersimpan !== undefined });
  });

  server.get(`${lettersPath}/ubah`, { ...administrator, schema: { querystring: asked } }, async (request, reply) => {
    const part = request.query.bagian ?? '';
    if (!isWordingKey(part)) return seeOther(reply, lettersPath);
    return sendForm(laksa, reply, { typed: typedFrom(part, await versionsOf(laksa, request)) });
  });

  server.post(`${lettersPath}/ubah`, administrator, async (request, reply) => {
    const { fields } = await readForm(request);
    const part = textOf(fields, 'bagian');
    if (!isWordingKey(part)) return seeOther(reply, lettersPath);
    return answer(laksa, reply, { typed: typedIn(part, fields), step: textOf(fields, 'step') });
  });

  server.post(`${lettersPath}/kembali`, administrator, async (request, reply) => {
    const { fields } = await readForm(request);
    const versions = await versionsOf(laksa, request);
    const back = versions.find(({ version }) => String(version) === textOf(fields, 'version'));
    if (back === undefined) return seeOther(reply, lettersPath);
    const refusal = await save(laksa, request, back.words, textOf(fields, 'seen'));
    return refusal === null ? seeOther(reply, `${lettersPath}?tersimpan=1`) : sendOverview(laksa, reply, { refusal });
  });
};

const versionsOf = ({ database }: KeepNoticesMeans, { tenant }: FastifyRequest): Promise<readonly VersionRow[]> =>
  database.inTenant(tenant.id, (tx) => readVersions(tx, tenant.id), { readOnly: true });

const typedIn = (part: WordingKey, fields: FormFields): TypedWording => ({
  part,
  id: withoutTricks(textOf(fields, 'id')).trim(),
  en: withoutTricks(textOf(fields, 'en')).trim(),
  seen: textOf(fields, 'version'),
});

type Asked = { readonly typed: TypedWording; readonly step: string };

const answer = async (laksa: KeepNoticesMeans, reply: FastifyReply, { typed, step }: Asked): Promise<FastifyReply> => {
  const { request } = reply;
  if (step === 'edit') return sendForm(laksa, reply, { typed });
  const words = withTyped((await versionsOf(laksa, request))[0]?.words ?? {}, typed);
  const problems = wordingProblems(words);
  if (problems.length > 0) return sendForm(laksa, reply, { typed, problems, status: 422 });
  if (step !== 'save') return sendPreview(laksa, reply, typed, words);
  const refusal = await save(laksa, request, words, typed.seen);
  if (refusal === null) return seeOther(reply, `${lettersPath}?tersimpan=1`);
  const now = String((await versionsOf(laksa, request))[0]?.version ?? 0);
  return sendForm(laksa, reply, { typed: { ...typed, seen: now }, isChanged: true, status: statusOf(refusal) });
};

const save = (
  { database }: KeepNoticesMeans,
  request: FastifyRequest,
  words: VersionRow['words'],
  seen: string,
): Promise<Refusal | null> => {
  const { tenant } = request;
  const change = {
    tenantId: tenant.id,
    by: staffOf(request).post.id,
    at: tenant.clock.now(),
    words,
    seen: Number(seen),
  };
  return database.inTenant(tenant.id, async (tx) => {
    const made = await changeWording(tx, change);
    return made.ok ? null : made.refusal;
  });
};

type Before = { readonly saved?: boolean; readonly refusal?: Refusal };

/** As it is now; where going back was refused, with the reason above it. */
const sendOverview = async (laksa: KeepNoticesMeans, reply: FastifyReply, before: Before): Promise<FastifyReply> => {
  const { request } = reply;
  const props = overviewProps(laksa.frame(request), request, await versionsOf(laksa, request), before);
  return sendPage(
    reply,
    renderDocument(<OverviewPage {...props} />),
    before.refusal === undefined ? 200 : statusOf(before.refusal),
  );
};

type Form = {
  readonly typed: TypedWording;
  readonly problems?: readonly FieldProblem[];
  readonly isChanged?: boolean;
  readonly status?: number;
};

const sendForm = (laksa: KeepNoticesMeans, reply: FastifyReply, form: Form): FastifyReply => {
  const props = formProps(laksa.frame(reply.request), form.typed, form.problems, form.isChanged);
  return sendPage(reply, renderDocument(<WordingFormPage {...props} />), form.status ?? 200);
};

const sendPreview = async (
  laksa: KeepNoticesMeans,
  reply: FastifyReply,
  typed: TypedWording,
  wording: VersionRow['words'],
): Promise<FastifyReply> => {
  const { request } = reply;
  const { tenant } = request;
  const frame = laksa.frame(request);
  const example = await laksa.database.inTenant(tenant.id, (tx) => readExample(tx, tenant.id), { readOnly: true });
  const letters = example === null ? [] : previews(laksa.previewLetter, request, { typed, wording, example });
  const props = { frame, ...typed, name: partName(frame.t, typed.part), letters };
  return sendPage(reply, renderDocument(<WordingPreviewPage {...props} />));
};
