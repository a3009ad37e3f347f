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
import { readCalendarVersion } from '../../store/calendar-change.ts';
import { changeCalendar } from '../../store/change-calendar.ts';
import { administrator, staffOf } from '../../store/identity.ts';
import { previewCalendar, type CalendarPreview } from '../../store/preview-calendar.ts';
import type { Tx } from '../../store/tx.ts';
import { renderDocument } from '../../ui/render.ts';
import { CalendarFormPage, type TypedCalendar } from './calendar-form.view.tsx';
import { CalendarPreviewPage } from './calendar-preview.view.tsx';
import { calendarFormProps, calendarPreviewProps } from './calendar-props.ts';
import { calendarPath, promisesPath, type KeepPromisesMeans } from './means.ts';
import { readDays, type NamedDay } from './queries.ts';
import { askedYear } from './show-overview.tsx';
import { calendarTyped, typedCalendarOf, type CalendarProblem, type ReadCalendar } from './typed-calendar.ts';

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
  const made = await laksa.database.inTenant(request.tenant.id, (tx) =>
    change(tx, laksa, request, { typed, step, seen: textOf(fields, 'version') }),
  );
  switch (made.kind) {
    case 'saved':
      return seeOther(reply, `${promisesPath}?tersimpan=kalender&tahun=${typed.year}`);
    case 'previewed': {
      const isChanged = step === 'save';
      const props = calendarPreviewProps(frame, request.tenant, { ...made, typed, isChanged });
      return sendPage(reply, renderDocument(<CalendarPreviewPage {...props} />), isChanged ? 412 : 200);
    }
    case 'open': {
      const props = calendarFormProps(frame, typed, made.days, made.problems);
      return sendPage(reply, renderDocument(<CalendarFormPage {...props} />), step === 'edit' ? 200 : 422);
    }
    default:
      return made satisfies never;
  }
};

type Made =
  | { readonly kind: 'saved' }
  | { readonly kind: 'previewed'; readonly preview: CalendarPreview; readonly version: number }
  /** Not to be done yet: wrong, or asked for again. */
  | { readonly kind: 'open'; readonly problems: readonly CalendarProblem[]; readonly days: readonly NamedDay[] };

type Wanted = {
  readonly typed: TypedCalendar;
  readonly step: string;
  /** The version of the calendar whose preview was read before it is saved. */
  readonly seen: string;
};

/** What was not seen is shown first: a change is saved only if the calendar is the one it was previewed by. */
const change = async (tx: Tx, laksa: KeepPromisesMeans, request: FastifyRequest, wanted: Wanted): Promise<Made> => {
  const { tenant } = request;
  const { typed, step, seen } = wanted;
  const version = await readCalendarVersion(tx, tenant.id);
  const days = await readDays(tx, tenant.id, typed.year);
  if (step === 'edit') return { kind: 'open', problems: [], days };
  const read = calendarTyped(typed, days, thisYear(request));
  if (read.problems.length > 0) return { kind: 'open', problems: read.problems, days };
  const saved =
    step === 'save' && seen === String(version) ? await save(tx, laksa, request, { read, typed, version }) : null;
  if (saved !== null && saved.ok) return { kind: 'saved' };
  const city = await laksa.cities.read(tx, tenant, laksa.clock.now());
  const preview = await previewCalendar(tx, tenant.id, city, read);
  const { added, removed } = preview.changed;
  if (added.length + removed.length === 0)
    return { kind: 'open', problems: [{ field: 'lines', problem: 'unchangedDays' }], days };
  return { kind: 'previewed', preview, version: saved?.version ?? version };
};

type Saving = { readonly read: ReadCalendar; readonly typed: TypedCalendar; readonly version: number };

/** Somebody quicker leaves another version, to be looked at first. */
const save = async (
  tx: Tx,
  laksa: KeepPromisesMeans,
  request: FastifyRequest,
  { read, typed, version: seen }: Saving,
): Promise<{ readonly ok: true } | { readonly ok: false; readonly version: number }> => {
  const { tenant } = request;
  const by = staffOf(request).post.id;
  const { add, remove } = read;
  const decided = { add, remove, by, reason: typed.reason, at: tenant.clock.now(), seen };
  const made = await changeCalendar(tx, laksa, tenant, decided);
  if (made.ok) return { ok: true };
  if (made.refusal.kind === 'incomplete') return { ok: false, version: seen };
  if (made.refusal.kind === 'changed_meanwhile') return { ok: false, version: made.refusal.version };
  throw new Error(`a change of the calendar was refused with ${statusOf(made.refusal)}`);
};
