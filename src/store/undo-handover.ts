import { sql } from 'kysely';

import { undoing, type FieldChanges, type Plain } from '../domain/city-event.ts';
import { ok, refuse, type Result } from '../domain/result.ts';
import { uuid7 } from '../platform/db/uuid7.ts';
import { jobs } from '../platform/jobs/jobs.ts';
import { recordCityEvent, type CityActor } from './city-event.ts';
import type { OfficeRefusal } from './office-refusal.ts';
import { readOffice } from './office-row.ts';
import { insertHandover, listReports, moveDuties, moveRules } from './post-handover.ts';
import type { Tx } from './tx.ts';

export type Undoing = { readonly eventId: string; readonly by: CityActor; readonly at: Date };

/** Gives back what was handed over and is still where it went: the reports that were moved, the categories and the duties. Under the lock of the offices. */
export const undoHandover = async (
  tx: Tx,
  tenantId: string,
  changes: FieldChanges,
  { eventId, by, at }: Undoing,
): Promise<Result<{ readonly eventId: string }, OfficeRefusal>> => {
  const handoverId = textIn(changes['handover']?.after);
  const [fromId, toId] = [textIn(changes['work']?.before), textIn(changes['work']?.after)];
  const from = await readOffice(tx, tenantId, 'post', fromId);
  if (from?.kind !== 'post' || from.fields.closedAt !== null) return refuse({ kind: 'post_closed' });
  const id = uuid7(at);
  await insertHandover(tx, tenantId, { id, fromId: toId, toId: fromId, by, at });
  await stopWaiting(tx, tenantId, handoverId);
  await listReports(tx, tenantId, id, movedBy(tenantId, handoverId));
  const back = { from: { id: toId }, to: { id: fromId, agencyId: from.fields.agencyId } };
  await moveRules(tx, tenantId, back, listIn(changes['rules']?.before));
  await moveDuties(tx, tenantId, { ...back, at }, listIn(changes['duties']?.before));
  const event = { kind: 'post.handed_back', subjectId: fromId, by, at, undoes: eventId };
  const written = await recordCityEvent(tx, tenantId, {
    ...event,
    changes: { ...undoing(changes), handover: { before: handoverId, after: id } },
  });
  await jobs.add(tx, 'hand-over-work', { tenantId, handoverId: id });
  return ok({ eventId: written });
};

/** What still waits stays where it is. */
const stopWaiting = async (tx: Tx, tenantId: string, handoverId: string): Promise<void> => {
  await tx
    .updateTable('handed_report')
    .set({ state: 'passed_by' })
    .where('tenant_id', '=', tenantId)
    .where('handover_id', '=', handoverId)
    .where('state', '=', 'waiting')
    .execute();
};

const movedBy = (tenantId: string, handoverId: string) => sql<{ readonly id: string }>`
  select report_id as id from laksa.handed_report where tenant_id = ${tenantId} and handover_id = ${handoverId} and state = 'moved'`;

const textIn = (value: Plain | undefined): string => {
  if (typeof value !== 'string') throw new Error('a handover names its posts');
  return value;
};

const listIn = (value: Plain | undefined): readonly string[] => (Array.isArray(value) ? value.map(String) : []);
