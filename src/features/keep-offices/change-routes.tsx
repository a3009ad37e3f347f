import type { FastifyReply } from 'fastify';
import { z } from 'zod';

import { officeKinds } from '../../domain/office.ts';
import { seeOther, sendPage } from '../../platform/http/page.ts';
import { sendFailure } from '../../platform/http/problem.ts';
import type { Server } from '../../platform/http/server.ts';
import { formatMoment } from '../../platform/i18n/format.ts';
import { administrator } from '../../store/identity.ts';
import { officeStatus, type OfficeRefusal } from '../../store/office-refusal.ts';
import { undoChange } from '../../store/undo-change.ts';
import { renderDocument } from '../../ui/render.ts';
import { changesOnPage, readChanges, readNames } from './change-queries.ts';
import { shownChange } from './change-words.ts';
import { ChangesPage } from './changes.view.tsx';
import { changesPath, doneBy, type KeepOfficesMeans } from './means.ts';
import { refusalWords, speakerOf } from './words.ts';

const asked = z.looseObject({
  tentang: z.enum(officeKinds).optional().catch(undefined),
  sebelum: z.uuid().optional().catch(undefined),
  selesai: z.literal('batal').optional().catch(undefined),
});
const which = z.object({ id: z.uuid() });

/** What was changed of a city itself, and taking it back. */
export const changeRoutes = (server: Server, laksa: KeepOfficesMeans): void => {
  server.get(changesPath, { ...administrator, schema: { querystring: asked } }, (request, reply) =>
    sendChanges(laksa, reply, request.query),
  );
  server.post(
    `${changesPath}/:id/batalkan`,
    { ...administrator, schema: { params: which } },
    async (request, reply) => {
      const { tenant } = request;
      const undone = await laksa.database.inTenant(tenant.id, (tx) =>
        undoChange(tx, tenant.id, { eventId: request.params.id, ...doneBy(request) }),
      );
      laksa.cities.forget(tenant.id);
      if (undone.ok) return seeOther(reply, `${changesPath}?selesai=batal`);
      if (undone.refusal.kind === 'not_found') return sendFailure(reply, { status: 404 });
      return sendChanges(laksa, reply, {}, undone.refusal);
    },
  );
};

const sendChanges = async (
  laksa: KeepOfficesMeans,
  reply: FastifyReply,
  { tentang, sebelum, selesai }: z.infer<typeof asked>,
  refusal?: OfficeRefusal,
): Promise<FastifyReply> => {
  const { request } = reply;
  const { tenant, language } = request;
  const { rows, names } = await laksa.database.inTenant(
    tenant.id,
    async (tx) => ({
      rows: await readChanges(tx, tenant.id, { about: tentang ?? null, before: sebelum ?? null }),
      names: await readNames(tx, tenant.id),
    }),
    { readOnly: true },
  );
  const shown = rows.slice(0, changesOnPage);
  const people = await laksa.sessions.people(
    shown.flatMap(({ byUser, userId, changes }) => [byUser, userId, changes['userId']?.after]).filter(isText),
  );
  const frame = laksa.frame(request);
  const { t } = frame;
  const speaker = speakerOf(frame, tenant);
  const moment = (at: Date): string => formatMoment(at.toISOString(), tenant.zone, language, speaker.now);
  const page = (
    <ChangesPage
      frame={frame}
      tabs={tabsOf(t, tentang)}
      changes={shown.map((row) => shownChange(row, { speaker, people, names, moment }))}
      next={rows.length > changesOnPage ? addressOf(tentang, shown.at(-1)?.id) : undefined}
      refused={refusal === undefined ? undefined : refusalWords(t, refusal)}
      done={selesai === undefined ? undefined : t('offices.change.didUndo')}
    />
  );
  return sendPage(reply, renderDocument(page), refusal === undefined ? 200 : officeStatus(refusal));
};

const isText = (value: unknown): value is string => typeof value === 'string';

const tabsOf = (t: ReturnType<KeepOfficesMeans['frame']>['t'], current: string | undefined) => [
  { href: changesPath, label: t('offices.change.all'), isCurrent: current === undefined },
  ...officeKinds.map((kind) => ({
    href: addressOf(kind),
    label: t(`offices.change.thing.${kind}`),
    isCurrent: kind === current,
  })),
];

const addressOf = (about: string | undefined, before?: string): string => {
  const query = new URLSearchParams({
    ...(about === undefined ? {} : { tentang: about }),
    ...(before === undefined ? {} : { sebelum: before }),
  });
  return `${changesPath}?${query.toString()}`;
};
