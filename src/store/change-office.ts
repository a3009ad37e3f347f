import { changesBetween, type FieldChanges, type Plain } from '../domain/city-event.ts';
import { withFields, type Office, type OfficeKind } from '../domain/office.ts';
import { ok, refuse, type Result } from '../domain/result.ts';
import { recordCityEvent, type CityActor } from './city-event.ts';
import { judgeOffice, lockOffices } from './judge-office.ts';
import type { OfficeRefusal } from './office-refusal.ts';
import { insertOffice, readOffice, updateOffice } from './office-row.ts';
import type { Tx } from './tx.ts';

export type OfficeChange = {
  readonly kind: OfficeKind;
  readonly id: string;
  /** The fields that are to have another value. */
  readonly to: Readonly<Record<string, Plain>>;
  readonly by: CityActor;
  readonly at: Date;
  /** The mark of the office when the page was shown (`markOf`); left out: whatever it is by now. */
  readonly seen?: string | undefined;
  /** The event that this takes back. */
  readonly undoes?: string | undefined;
};

/** The event that was written; null: it was so already, and nothing was written. */
export type OfficeChanged = { readonly eventId: string | null };

/**
 * Changes fields of one office, if nothing stands in the way, and writes down what was before and after. What was sent twice is done once: the second
 * time it is so already.
 */
export const changeOffice = async (
  tx: Tx,
  tenantId: string,
  change: OfficeChange,
): Promise<Result<OfficeChanged, OfficeRefusal>> => {
  const { kind, id, to, by, at, seen } = change;
  await lockOffices(tx, tenantId);
  const before = await readOffice(tx, tenantId, kind, id);
  if (before === null) return refuse({ kind: 'not_found' });
  const after = withFields(before, to);
  const changes = changesBetween(before.fields, after.fields);
  if (Object.keys(changes).length === 0) return ok({ eventId: null });
  if (seen !== undefined && seen !== (await markOf(tx, tenantId, id))) return refuse({ kind: 'changed_meanwhile' });
  const refusal = await judgeOffice(tx, tenantId, { before, after, by, at });
  if (refusal !== null) return refuse(refusal);
  await updateOffice(tx, tenantId, after);
  return ok({ eventId: await record(tx, tenantId, change, changes) });
};

export type NewOffice = {
  readonly office: Office;
  /** What is no field of it: its slug, or where its holder gets letters. */
  readonly beside: Readonly<Record<string, string | null>>;
  readonly by: CityActor;
  readonly at: Date;
};

/** Adds an office under an id that its form was given: sent twice it is one. */
export const openOffice = async (
  tx: Tx,
  tenantId: string,
  { office, beside, by, at }: NewOffice,
): Promise<Result<OfficeChanged, OfficeRefusal>> => {
  const { kind, id } = office;
  await lockOffices(tx, tenantId);
  if ((await readOffice(tx, tenantId, kind, id)) !== null) return ok({ eventId: null });
  const refusal = await judgeOffice(tx, tenantId, { before: null, after: office, by, at });
  if (refusal !== null) return refuse(refusal);
  await insertOffice(tx, tenantId, office, kind === 'holder' ? beside : { ...beside, created_at: at });
  const changes = changesBetween({}, office.fields);
  return ok({
    eventId: await recordCityEvent(tx, tenantId, { kind: `${kind}.opened`, subjectId: id, by, changes, at }),
  });
};

const untouched = 'untouched';

/** Changes whenever an office does: the newest event about it. */
export const markOf = async (tx: Tx, tenantId: string, id: string): Promise<string> => {
  const row = await tx
    .selectFrom('city_event')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('subject_id', '=', id)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? untouched;
};

const record = (tx: Tx, tenantId: string, change: OfficeChange, changes: FieldChanges): Promise<string> => {
  const { kind, id, by, at, undoes } = change;
  const verb = verbOf(changes);
  return recordCityEvent(tx, tenantId, {
    kind: `${kind}.${verb}`,
    subjectId: id,
    by,
    changes,
    at,
    ...(undoes === undefined ? {} : { undoes }),
  });
};

const verbOf = ({ closedAt }: FieldChanges): 'changed' | 'closed' | 'reopened' => {
  if (closedAt === undefined) return 'changed';
  return closedAt.after === null ? 'reopened' : 'closed';
};
