import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';

import { textOf, type FormFields } from '../../platform/http/form-fields.ts';
import { readForm } from '../../platform/http/form.ts';
import { seeOther, sendPage } from '../../platform/http/page.ts';
import { sendFailure } from '../../platform/http/problem.ts';
import type { Server } from '../../platform/http/server.ts';
import { currentCity } from '../../store/current-city.ts';
import { administrator } from '../../store/identity.ts';
import { renderDocument } from '../../ui/render.ts';
import { endLostSessions } from './end-lost-sessions.ts';
import { planTyped, type Plan } from './handover-plan.ts';
import { readHeldWork, readProgress, type HeldWork, type WorkOf } from './handover-queries.ts';
import { ChoosePage, HandoverProgressPage } from './handover.view.tsx';
import { makeHandover } from './make-handover.ts';
import { handoverPath, postsPath, type KeepOfficesMeans } from './means.ts';
import { peopleOptions } from './people-options.ts';
import { readStaff } from './post-queries.ts';
import { sendHandoverForm, sendHandoverPreview } from './send-handover.tsx';

const asked = z.looseObject({
  orang: z.string().max(100).optional().catch(undefined),
  jabatan: z.string().max(100).optional().catch(undefined),
});
const which = z.object({ id: z.uuid() });

/** The work of who leaves, or of a post that is closed, handed on in one go. */
export const handoverRoutes = (server: Server, laksa: KeepOfficesMeans): void => {
  server.get(handoverPath, { ...administrator, schema: { querystring: asked } }, async (request, reply) => {
    const of = workOf(request.query);
    if (of === null) return sendChoice(laksa, request, reply);
    const works = await readWorks(laksa, request, of);
    if (works === null) return sendFailure(reply, { status: 404 });
    return sendHandoverForm(laksa, reply, { of, plan: await planOf(laksa, request, {}, works) });
  });
  server.post(handoverPath, administrator, (request, reply) => answer(laksa, request, reply));
  server.get(`${handoverPath}/:id`, { ...administrator, schema: { params: which } }, (request, reply) =>
    sendProgress(laksa, reply, request.params.id),
  );
};

const workOf = ({ orang = '', jabatan = '' }: z.infer<typeof asked>): WorkOf | null => {
  if (orang !== '') return { userId: orang };
  return jabatan === '' ? null : { slug: jabatan };
};

/** Null: nobody known here, or no open post. */
const readWorks = (
  { database }: KeepOfficesMeans,
  { tenant }: FastifyRequest,
  of: WorkOf,
): Promise<readonly HeldWork[] | null> =>
  database.inTenant(
    tenant.id,
    async (tx) => {
      const works = await readHeldWork(tx, tenant.id, { of, now: tenant.clock.now() });
      if ('slug' in of) return works.length === 0 ? null : works;
      const isKnown = (await readStaff(tx, tenant.id)).some(({ userId }) => userId === of.userId);
      return isKnown ? works : null;
    },
    { readOnly: true },
  );

const planOf = async (
  laksa: KeepOfficesMeans,
  { tenant }: FastifyRequest,
  fields: FormFields,
  works: readonly HeldWork[],
): Promise<Plan> => {
  const city = await currentCity(laksa, tenant);
  const staff = await laksa.database.inTenant(tenant.id, (tx) => readStaff(tx, tenant.id), { readOnly: true });
  const setting = { laksa, city, staff: staff.map(({ userId }) => userId), now: tenant.clock.now().toISOString() };
  return planTyped(fields, works, setting);
};

const sendChoice = async (
  laksa: KeepOfficesMeans,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> => {
  const frame = laksa.frame(request);
  const { posts } = await currentCity(laksa, request.tenant);
  const page = (
    <ChoosePage
      frame={frame}
      title={frame.t('offices.handover.title')}
      people={await peopleOptions(laksa, request)}
      posts={posts.map(({ slug, name }) => ({ value: slug, label: name }))}
    />
  );
  return sendPage(reply, renderDocument(page));
};

const answer = async (laksa: KeepOfficesMeans, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
  const { fields } = await readForm(request);
  const of = workOf({ orang: textOf(fields, 'orang'), jabatan: textOf(fields, 'jabatan') });
  if (of === null) return seeOther(reply, handoverPath);
  const works = await readWorks(laksa, request, of);
  if (works === null) return sendFailure(reply, { status: 404 });
  const plan = await planOf(laksa, request, fields, works);
  const step = textOf(fields, 'step');
  const { end } = plan;
  if (step === 'edit' || end === null) return sendHandoverForm(laksa, reply, { of, plan, isRefused: end === null });
  if (step !== 'save') return sendHandoverPreview(laksa, reply, { of, plan });
  const made = await makeHandover(laksa, request, { ...plan, end });
  if (!made.ok) return sendHandoverForm(laksa, reply, { of, plan, refusal: made.refusal });
  if ('userId' in of) await endLostSessions(laksa, request.tenant, [of.userId]);
  const moving = plan.steps.find(({ next }) => next.kind === 'post');
  return seeOther(reply, moving === undefined ? `${postsPath}?selesai=tersimpan` : `${handoverPath}/${moving.id}`);
};

const sendProgress = async (laksa: KeepOfficesMeans, reply: FastifyReply, id: string): Promise<FastifyReply> => {
  const { tenant } = reply.request;
  const progress = await laksa.database.inTenant(tenant.id, (tx) => readProgress(tx, tenant.id, id), {
    readOnly: true,
  });
  if (progress === null) return sendFailure(reply, { status: 404 });
  const frame = laksa.frame(reply.request);
  const { from, to, done, all } = progress;
  const title = frame.t('offices.handover.progress', { from, to });
  return sendPage(reply, renderDocument(<HandoverProgressPage {...{ frame, title, moved: done, all }} />));
};
