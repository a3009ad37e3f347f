import { sql } from 'kysely';

import { undoing, type FieldChanges, type Plain } from '../domain/city-event.ts';
import { endedAt, isOfficeKind, type OfficeKind } from '../domain/office.ts';
import { ok, refuse, type Result } from '../domain/result.ts';
import { touchedSince, type LaterEvent } from '../domain/undone-fields.ts';
import { changeOffice, type OfficeChanged } from './change-office.ts';
import { lockOffices } from './judge-office.ts';
import type { OfficeRefusal } from './office-refusal.ts';
import { readOffice } from './office-row.ts';
import type { Tx } from './tx.ts';
import { undoHandover, type Undoing } from './undo-handover.ts';

/** Takes a change of an office back, as a change of its own that the same rules judge. Asked twice, it is taken back once. */
export const undoChange = async (
  tx: Tx,
  tenantId: string,
  { eventId, by, at }: Undoing,
): Promise<Result<OfficeChanged, OfficeRefusal>> => {
  await lockOffices(tx, tenantId);
  const event = await readEvent(tx, tenantId, eventId);
  if (event === null) return refuse({ kind: 'not_found' });
  if (event.isUndone) return ok({ eventId: null });
  if (event.kind === 'post.handed_over') return undoHandover(tx, tenantId, event.changes, { eventId, by, at });
  const kind = officeKindOf(event.kind);
  if (kind === null) return refuse({ kind: 'not_undoable' });
  const fields = touchedSince(event.changes, await readLater(tx, tenantId, event));
  if (fields.length > 0) return refuse({ kind: 'touched_since', fields });
  const to = event.kind.endsWith('.opened') ? await endOf(tx, tenantId, kind, { event, at }) : valuesBefore(event);
  return changeOffice(tx, tenantId, { kind, id: event.subject_id, to, by, at, undoes: eventId });
};

/** The office that an event is about, where it can be taken back; null: it is about something else, or work moved with it. */
export const officeKindOf = (eventKind: string): OfficeKind | null => {
  const [thing = '', verb = ''] = eventKind.split('.');
  return isOfficeKind(thing) && ['opened', 'changed', 'closed', 'reopened'].includes(verb) ? thing : null;
};

type StoredEvent = {
  readonly id: string;
  readonly kind: string;
  readonly subject_id: string;
  readonly changes: FieldChanges;
  readonly isUndone: boolean;
};

const readEvent = async (tx: Tx, tenantId: string, id: string): Promise<StoredEvent | null> => {
  const { rows } = await sql<StoredEvent>`
    select e.id, e.kind, e.subject_id, e.changes,
      exists (select from laksa.city_event u where u.tenant_id = e.tenant_id and u.undoes = e.id) as "isUndone"
    from laksa.city_event e where e.tenant_id = ${tenantId} and e.id = ${id}`.execute(tx);
  return rows[0] ?? null;
};

const readLater = async (tx: Tx, tenantId: string, event: StoredEvent): Promise<readonly LaterEvent[]> => {
  const { rows } = await sql<LaterEvent>`
    select id, changes, undoes from laksa.city_event
    where tenant_id = ${tenantId} and subject_id = ${event.subject_id} and id > ${event.id} order by id`.execute(tx);
  return rows;
};

const valuesBefore = ({ changes }: StoredEvent): Readonly<Record<string, Plain>> =>
  Object.fromEntries(Object.entries(undoing(changes)).map(([field, { after }]) => [field, after]));

/** What was opened is not deleted: it is closed, and a span that was added is over, or never begins. */
const endOf = async (
  tx: Tx,
  tenantId: string,
  kind: OfficeKind,
  { event, at }: { readonly event: StoredEvent; readonly at: Date },
): Promise<Readonly<Record<string, Plain>>> => {
  const now = at.toISOString();
  if (kind !== 'holder') return { closedAt: now };
  const holder = await readOffice(tx, tenantId, 'holder', event.subject_id);
  if (holder?.kind !== 'holder') throw new Error('a span that was added is not taken away');
  return endedAt(holder.fields, now);
};
