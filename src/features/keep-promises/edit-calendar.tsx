import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';

import { yearOf } from '../../domain/calendar.ts';
import { statusOf } from '../../domain/refusal.ts';
import { localDay } from '../../domain/time.ts';
import type { FormFields } from '../../platform/http/form-fields.ts';
import { textOf } from '../../platform/http/form-fields.ts';
import { readForm } from '../../platform/http/form.ts';
import { seeOther, sendPage } from '../../platform/http/page.ts';
import type { Server } from '../../platform/http/server.ts';
import { changeCalendar } from '../../store/change-calendar.ts';
import { staffOf } from '../../store/identity.ts';
import { previewCalendar, type CalendarPreview } from '../../store/preview-calendar.ts';
import type { Tx } from '../../store/tx.ts';
import { renderDocument } from '../../ui/render.ts';
import { CalendarFormPage, type TypedCalendar } from './calendar-form.view.tsx';
import { CalendarPreviewPage } from './calendar-preview.view.tsx';
import { calendarFormProps, calendarPreviewProps } from './calendar-props.ts';
import { administrator, calendarPath, promisesPath, type KeepPromisesMeans } from './means.ts';
import { readDays, type NamedDay } from './queries.ts';
import { askedYear } from './show-overview.tsx';
import { calendarTyped, typedCalendarOf, type ReadCalendar } from './typed-calendar.ts';

const asked = z.looseObject({ tahun: askedYear });

export const calendarRoutes = (server: Server, laksa: KeepPromisesMeans): void => {
  server.get(calendarPath, { ...administrator, schema: { querystring: asked } }, async (request, reply) => {
    const typed = typedCalendarOf({}, request.query.tahun ?? thisYear(request));
    const days = await laksa.database.inTenant(request.tenant.id, (tx) => readDays(tx, request.tenant.id, typed.year), {
      readOnly: true,
    });
    return sendPage(
      reply,
      renderDocument(<CalendarFormPage {...calendarFormProps(laksa.frame(request), typed, days)} />),
    );
  });
  server.post(calendarPath, administrator, (request, reply) => answer(laksa, request, reply));
};

const thisYear = ({ tenant }: FastifyRequest): number =>
  yearOf(localDay(tenant.clock.now().toISOString(), tenant.zone));

const yearIn = (request: FastifyRequest, fields: FormFields): number =>
  askedYear.parse(textOf(fields, 'tahun')) ?? thisYear(request);

const answer = async (
  laksa: KeepPromisesMeans,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> => {
  const { fields } = await readForm(request);
  const typed = typedCalendarOf(fields, yearIn(request, fields));
  const step = textOf(fields, 'step');
  const frame = laksa.frame(request);
  const made = await laksa.database.inTenant(request.tenant.id, (tx) => change(tx, laksa, request, { typed, step }));
  switch (made.kind) {
    case 'saved':
      return seeOther(reply, `${promisesPath}?tersimpan=kalender&tahun=${typed.year}`);
    case 'previewed': {
      const props = calendarPreviewProps(frame, request.tenant, { ...made, typed });
      return sendPage(reply, renderDocument(<CalendarPreviewPage {...props} />));
    }
    case 'open': {
      const problems = step === 'edit' ? [] : made.read.problems;
      const props = calendarFormProps(frame, typed, made.days, problems);
      return sendPage(reply, renderDocument(<CalendarFormPage {...props} />), step === 'edit' ? 200 : 422);
    }
    default:
      return made satisfies never;
  }
};

type Made =
  | { readonly kind: 'saved' }
  | { readonly kind: 'previewed'; readonly read: ReadCalendar; readonly preview: CalendarPreview }
  /** Not to be done yet: wrong, or asked for again. */
  | { readonly kind: 'open'; readonly read: ReadCalendar; readonly days: readonly NamedDay[] };

type Wanted = { readonly typed: TypedCalendar; readonly step: string };

const change = async (
  tx: Tx,
  laksa: KeepPromisesMeans,
  request: FastifyRequest,
  { typed, step }: Wanted,
): Promise<Made> => {
  const { tenant } = request;
  const days = await readDays(tx, tenant.id, typed.year);
  const read = calendarTyped(typed, days);
  if (step === 'edit' || read.problems.length > 0) return { kind: 'open', read, days };
  const wanted = { add: read.add, remove: read.removed };
  if (step !== 'save') {
    const city = await laksa.cities.read(tx, tenant, laksa.clock.now());
    return { kind: 'previewed', read, preview: await previewCalendar(tx, tenant.id, city, wanted) };
  }
  const by = staffOf(request).post.id;
  const made = await changeCalendar(tx, laksa, tenant, {
    ...wanted,
    by,
    reason: typed.reason,
    at: tenant.clock.now(),
  });
  if (made.ok) return { kind: 'saved' };
  if (made.refusal.kind !== 'incomplete')
    throw new Error(`a change of the calendar was refused with ${statusOf(made.refusal)}`);
  // All of it stands there already: somebody else was quicker.
  return { kind: 'open', read: { ...read, problems: [{ field: 'lines', problem: 'unchanged' }] }, days };
};
