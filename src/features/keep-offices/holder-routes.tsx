import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';

import { lastDayOf } from '../../domain/last-day.ts';
import { endedAt } from '../../domain/office.ts';
import { uuid7 } from '../../platform/db/uuid7.ts';
import { readForm } from '../../platform/http/form.ts';
import { textOf, type FormFields } from '../../platform/http/form-fields.ts';
import { seeOther } from '../../platform/http/page.ts';
import { sendFailure } from '../../platform/http/problem.ts';
import type { Server } from '../../platform/http/server.ts';
import { changeOffice, markOf } from '../../store/change-office.ts';
import { administrator } from '../../store/identity.ts';
import { endLostSessions } from './end-lost-sessions.ts';
import { idTyped } from './id-typed.ts';
import { doneBy, postsPath, type KeepOfficesMeans } from './means.ts';
import { readOnePost, type FoundPost } from './one-post.ts';
import { readStaff, type Span } from './post-queries.ts';
import { putIn } from './put-in.ts';
import { sendHolderForm } from './send-holder-form.tsx';
import { holderTyped, spanTyped } from './typed-holder.ts';

const ofPost = z.object({ slug: z.string().max(100) });
const ofSpan = ofPost.extend({ id: z.uuid() });

/** Who is in a post: added, given another end, ended. */
export const holderRoutes = (server: Server, laksa: KeepOfficesMeans): void => {
  const path = `${postsPath}/:slug/pemegang`;
  server.get(path, { ...administrator, schema: { params: ofPost } }, async (request, reply) => {
    const found = await openPost(laksa, request, request.params.slug);
    if (found === null) return sendFailure(reply, { status: 404 });
    const hidden = { id: uuid7(laksa.clock.now()) };
    return sendHolderForm(laksa, reply, { found, span: null, typed: empty, hidden });
  });
  server.post(path, { ...administrator, schema: { params: ofPost } }, (request, reply) =>
    add(laksa, reply, request.params.slug),
  );
  server.get(`${path}/:id`, { ...administrator, schema: { params: ofSpan } }, async (request, reply) => {
    const one = await readSpan(laksa, request, request.params);
    if (one === null) return sendFailure(reply, { status: 404 });
    const typed = typedFrom(one.span, request.tenant.zone);
    return sendHolderForm(laksa, reply, { ...one, typed, hidden: { seen: one.mark } });
  });
  server.post(`${path}/:id`, { ...administrator, schema: { params: ofSpan } }, (request, reply) =>
    change(laksa, reply, request.params),
  );
};

const empty = { person: '', from: '', until: '', acting: '' };

const typedFrom = ({ userId, until, acting }: Span, zone: string) => ({
  person: userId,
  from: '',
  until: until === null ? '' : lastDayOf(until, zone),
  acting: acting ?? '',
});

const openPost = async (laksa: KeepOfficesMeans, request: FastifyRequest, slug: string): Promise<FoundPost | null> => {
  const found = await readOnePost(laksa, request, slug);
  return found?.post.closedAt === null ? found : null;
};

type OneSpan = { readonly found: FoundPost; readonly span: Span; readonly mark: string };

/** A span of this post that is not over. */
const readSpan = async (
  laksa: KeepOfficesMeans,
  request: FastifyRequest,
  { slug, id }: z.infer<typeof ofSpan>,
): Promise<OneSpan | null> => {
  const { tenant } = request;
  const found = await openPost(laksa, request, slug);
  const span = found?.post.spans.find((one) => one.id === id);
  if (found === null || span === undefined) return null;
  const mark = await laksa.database.inTenant(tenant.id, (tx) => markOf(tx, tenant.id, id), { readOnly: true });
  return { found, span, mark };
};

const add = async (laksa: KeepOfficesMeans, reply: FastifyReply, slug: string): Promise<FastifyReply> => {
  const { request } = reply;
  const { tenant } = request;
  const { fields } = await readForm(request);
  const found = await openPost(laksa, request, slug);
  if (found === null) return sendFailure(reply, { status: 404 });
  const typed = holderTyped(fields);
  const hidden = { id: idTyped(fields, laksa) };
  const staff = await laksa.database.inTenant(tenant.id, (tx) => readStaff(tx, tenant.id), { readOnly: true });
  const person = staff.find(({ userId }) => userId === typed.person);
  const read = spanTyped(typed, { zone: tenant.zone, now: tenant.clock.now().toISOString() });
  const form = { found, span: null, typed, hidden };
  if (person === undefined || !read.ok) {
    const missing = { field: 'person', problem: typed.person === '' ? 'required' : 'unknown' } as const;
    const problems = [...(person === undefined ? [missing] : []), ...(read.ok ? [] : read.problems)];
    return sendHolderForm(laksa, reply, { ...form, problems });
  }
  const { from, until, acting } = read;
  const span = { postId: found.post.id, userId: person.userId, from, until, acting };
  const added = await laksa.database.inTenant(tenant.id, (tx) =>
    putIn(tx, tenant.id, { id: hidden.id, fields: span, address: person.address, ...doneBy(request) }),
  );
  if (!added.ok) return sendHolderForm(laksa, reply, { ...form, refusal: added.refusal });
  return seeOther(reply, `${postsPath}/${slug}?selesai=tersimpan`);
};

const change = async (
  laksa: KeepOfficesMeans,
  reply: FastifyReply,
  which: z.infer<typeof ofSpan>,
): Promise<FastifyReply> => {
  const { request } = reply;
  const { tenant } = request;
  const { fields } = await readForm(request);
  const one = await readSpan(laksa, request, which);
  if (one === null) return sendFailure(reply, { status: 404 });
  const typed = holderTyped(fields);
  const seen = textOf(fields, 'seen');
  const done = doneBy(request);
  const read = wantedOf(fields, one.span, { zone: tenant.zone, now: done.at.toISOString() });
  if (!read.ok) return sendHolderForm(laksa, reply, { ...one, typed, hidden: { seen }, problems: read.problems });
  const saved = await laksa.database.inTenant(tenant.id, (tx) =>
    changeOffice(tx, tenant.id, { kind: 'holder', id: which.id, to: read.to, seen, ...done }),
  );
  if (!saved.ok) {
    const now = (await readSpan(laksa, request, which)) ?? one;
    return sendHolderForm(laksa, reply, { ...now, typed, hidden: { seen: now.mark }, refusal: saved.refusal });
  }
  await endLostSessions(laksa, tenant, [one.span.userId]);
  return seeOther(reply, `${postsPath}/${which.slug}?selesai=tersimpan`);
};

const wantedOf = (fields: FormFields, span: Span, setting: { readonly zone: string; readonly now: string }) => {
  if (textOf(fields, 'step') === 'end') return { ok: true, to: endedAt(span, setting.now) } as const;
  const read = spanTyped(holderTyped(fields), { ...setting, begun: span.from });
  return read.ok ? ({ ok: true, to: { until: read.until, acting: read.acting } } as const) : read;
};
