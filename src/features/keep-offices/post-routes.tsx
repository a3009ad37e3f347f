import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';

import { tokensOf } from '../../domain/words/tokens.ts';
import { uuid7 } from '../../platform/db/uuid7.ts';
import { seeOther, sendPage } from '../../platform/http/page.ts';
import { readForm } from '../../platform/http/form.ts';
import { textOf } from '../../platform/http/form-fields.ts';
import { sendFailure } from '../../platform/http/problem.ts';
import type { Server } from '../../platform/http/server.ts';
import { changeOffice, openOffice } from '../../store/change-office.ts';
import { currentCity } from '../../store/current-city.ts';
import { freeSlug } from '../../store/free-slug.ts';
import { administrator } from '../../store/identity.ts';
import { lockOffices } from '../../store/judge-office.ts';
import { officeStatus, type OfficeRefusal } from '../../store/office-refusal.ts';
import { renderDocument } from '../../ui/render.ts';
import { idTyped } from './id-typed.ts';
import { doneBy, postsPath, type KeepOfficesMeans } from './means.ts';
import { readOnePost, type FoundPost } from './one-post.ts';
import { PostPage } from './post-page.view.tsx';
import { postFacts, shownPost } from './post-props.ts';
import { readPosts } from './post-queries.ts';
import { PostsPage, type ShownPost } from './posts.view.tsx';
import { sendPostForm } from './send-post-form.tsx';
import { postRead, postTyped } from './typed-office.ts';
import { refusalWords, speakerOf } from './words.ts';

const asked = z.looseObject({
  cari: z.string().max(200).optional().catch(undefined),
  selesai: z.enum(['tersimpan', 'tutup']).optional().catch(undefined),
});
const which = z.object({ slug: z.string().max(100) });

/** The posts of a city: found, added, changed, closed. */
export const postRoutes = (server: Server, laksa: KeepOfficesMeans): void => {
  const onePost = { ...administrator, schema: { params: which, querystring: asked } };
  server.get(postsPath, { ...administrator, schema: { querystring: asked } }, (request, reply) =>
    sendList(laksa, request, reply, request.query),
  );
  server.get(`${postsPath}/baru`, administrator, (_request, reply) =>
    sendPostForm(laksa, reply, {
      post: null,
      typed: { name: '', agency: '', roles: [] },
      hidden: { id: uuid7(laksa.clock.now()) },
    }),
  );
  server.post(`${postsPath}/baru`, administrator, (request, reply) => add(laksa, request, reply));
  server.get(`${postsPath}/:slug`, onePost, async (request, reply) => {
    const found = await readOnePost(laksa, request, request.params.slug);
    if (found === null) return sendFailure(reply, { status: 404 });
    return sendPost(laksa, reply, { found, isSaved: request.query.selesai !== undefined });
  });
  server.get(`${postsPath}/:slug/ubah`, onePost, async (request, reply) => {
    const found = await readOnePost(laksa, request, request.params.slug);
    if (found === null) return sendFailure(reply, { status: 404 });
    const { name, roles, agencySlug } = found.post;
    return sendPostForm(laksa, reply, {
      post: found.post,
      typed: { name, roles, agency: agencySlug ?? '' },
      hidden: { seen: found.mark },
    });
  });
  server.post(`${postsPath}/:slug/ubah`, onePost, (request, reply) => save(laksa, reply, request.params.slug));
  server.post(`${postsPath}/:slug/tutup`, onePost, (request, reply) => close(laksa, reply, request.params.slug));
};

const sendList = async (
  laksa: KeepOfficesMeans,
  request: FastifyRequest,
  reply: FastifyReply,
  { cari = '', selesai }: z.infer<typeof asked>,
): Promise<FastifyReply> => {
  const { tenant } = request;
  const frame = laksa.frame(request);
  const speaker = speakerOf(frame, tenant);
  const rows = await laksa.database.inTenant(tenant.id, (tx) => readPosts(tx, tenant.id, { now: tenant.clock.now() }), {
    readOnly: true,
  });
  const people = await laksa.sessions.people(rows.flatMap(({ spans }) => spans.map(({ userId }) => userId)));
  const posts = rows.map((row) => shownPost(speaker, people, row)).filter((post) => isMeant(cari, post));
  const done = selesai === undefined ? undefined : frame.t(selesai === 'tutup' ? 'offices.closed' : 'offices.saved');
  return sendPage(reply, renderDocument(<PostsPage {...{ frame, typed: cari, posts, done }} />));
};

/** By the beginning of each word: of the post, its agency, or who holds it. */
const isMeant = (typed: string, { name, agency, holders }: ShownPost): boolean => {
  const own = tokensOf([name, agency, ...holders].join(' '));
  return tokensOf(typed).every((word) => own.some((one) => one.startsWith(word)));
};

type Shown = { readonly found: FoundPost; readonly isSaved?: boolean; readonly refusal?: OfficeRefusal };

const sendPost = async (
  laksa: KeepOfficesMeans,
  reply: FastifyReply,
  { found, isSaved = false, refusal }: Shown,
): Promise<FastifyReply> => {
  const { request } = reply;
  const frame = laksa.frame(request);
  const { post, mark } = found;
  const people = await laksa.sessions.people(post.spans.map(({ userId }) => userId));
  const page = (
    <PostPage
      frame={frame}
      title={post.name}
      slug={post.slug}
      mark={mark}
      isClosed={post.closedAt !== null}
      done={isSaved ? frame.t('offices.saved') : undefined}
      refused={refusal === undefined ? undefined : refusalWords(frame.t, refusal)}
      {...postFacts(speakerOf(frame, request.tenant), { ...found, people })}
    />
  );
  return sendPage(reply, renderDocument(page), refusal === undefined ? 200 : officeStatus(refusal));
};

const add = async (laksa: KeepOfficesMeans, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
  const { tenant } = request;
  const { fields } = await readForm(request);
  const typed = postTyped(fields);
  const hidden = { id: idTyped(fields, laksa) };
  const read = postRead(typed, (await currentCity(laksa, tenant)).agencies);
  if (!read.ok) return sendPostForm(laksa, reply, { post: null, typed, hidden, problems: read.problems });
  const office = { kind: 'post', id: hidden.id, fields: { ...read.value, closedAt: null } } as const;
  const added = await laksa.database.inTenant(tenant.id, async (tx) => {
    await lockOffices(tx, tenant.id);
    const slug = await freeSlug(tx, tenant.id, 'post', read.value.name);
    return openOffice(tx, tenant.id, { office, beside: { slug }, ...doneBy(request) });
  });
  laksa.cities.forget(tenant.id);
  if (!added.ok) return sendPostForm(laksa, reply, { post: null, typed, hidden, refusal: added.refusal });
  return seeOther(reply, `${postsPath}?selesai=tersimpan`);
};

const save = async (laksa: KeepOfficesMeans, reply: FastifyReply, slug: string): Promise<FastifyReply> => {
  const { request } = reply;
  const { tenant } = request;
  const { fields } = await readForm(request);
  const found = await readOnePost(laksa, request, slug);
  if (found === null) return sendFailure(reply, { status: 404 });
  const typed = postTyped(fields);
  const seen = textOf(fields, 'seen');
  const { post } = found;
  const read = postRead(typed, (await currentCity(laksa, tenant)).agencies);
  if (!read.ok) return sendPostForm(laksa, reply, { post, typed, hidden: { seen }, problems: read.problems });
  const saved = await laksa.database.inTenant(tenant.id, (tx) =>
    changeOffice(tx, tenant.id, { kind: 'post', id: post.id, to: read.value, seen, ...doneBy(request) }),
  );
  laksa.cities.forget(tenant.id);
  if (saved.ok) return seeOther(reply, `${postsPath}/${slug}?selesai=tersimpan`);
  const now = (await readOnePost(laksa, request, slug)) ?? found;
  return sendPostForm(laksa, reply, { post: now.post, typed, hidden: { seen: now.mark }, refusal: saved.refusal });
};

const close = async (laksa: KeepOfficesMeans, reply: FastifyReply, slug: string): Promise<FastifyReply> => {
  const { request } = reply;
  const { tenant } = request;
  const { fields } = await readForm(request);
  const found = await readOnePost(laksa, request, slug);
  if (found === null) return sendFailure(reply, { status: 404 });
  const done = doneBy(request);
  const to = { closedAt: (found.post.closedAt ?? done.at).toISOString() };
  const closed = await laksa.database.inTenant(tenant.id, (tx) =>
    changeOffice(tx, tenant.id, { kind: 'post', id: found.post.id, to, seen: textOf(fields, 'seen'), ...done }),
  );
  laksa.cities.forget(tenant.id);
  if (closed.ok) return seeOther(reply, `${postsPath}?selesai=tutup`);
  return sendPost(laksa, reply, { found, refusal: closed.refusal });
};
