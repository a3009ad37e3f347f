import { endedAt, type Office } from '../domain/office.ts';
import { staffingProblem, withOffice, type StaffingProblem } from '../domain/staffing.ts';
import type { Tenant } from '../platform/tenant/tenant.ts';
import { changeOffice } from './change-office.ts';
import type { CityActor } from './city-event.ts';
import { parseEmail } from './contact.ts';
import type { Installation } from './installation.ts';
import { lookupOf, withdrawAll } from './invitation.ts';
import { lockOffices, readStaffing } from './judge-office.ts';
import { readOffice } from './office-row.ts';
import type { Tx } from './tx.ts';

export type TakenOff = { readonly kind: 'done' } | { readonly kind: 'holds_nothing' } | StaffingProblem;

/**
 * Ends all that somebody holds in a city, now; what would begin later never does, and no invitation to an address of theirs is open any more. Posts
 * hold work: no report moves.
 */
export const takeOff = async (
  tx: Tx,
  laksa: Installation,
  tenant: Tenant,
  { userId, login, by }: { readonly userId: string; readonly login: string; readonly by: CityActor },
): Promise<TakenOff> => {
  const at = tenant.clock.now();
  await lockOffices(tx, tenant.id);
  const problem = await takeOffProblem(tx, tenant, userId);
  if (problem !== null) return problem;
  const spans = await spansOf(tx, tenant, userId);
  for (const { id, fields } of spans) {
    const ended = await changeOffice(tx, tenant.id, {
      kind: 'holder',
      id,
      to: endedAt(fields, at.toISOString()),
      by,
      at,
    });
    if (!ended.ok) throw new Error(`somebody is not taken off: ${ended.refusal.kind}`);
  }
  for (const address of new Set([login, ...(await addressesOf(tx, tenant, userId))])) {
    const email = parseEmail(address);
    if (email !== null) await withdrawAll(tx, tenant, await lookupOf(tx, laksa, tenant, email), by);
  }
  return { kind: spans.length === 0 ? 'holds_nothing' : 'done' };
};

/** What a city would lack without somebody; null: nothing that it cannot do without. */
export const takeOffProblem = async (tx: Tx, tenant: Tenant, userId: string): Promise<StaffingProblem | null> => {
  const at = tenant.clock.now().toISOString();
  const before = await readStaffing(tx, tenant.id);
  const spans = await spansOf(tx, tenant, userId);
  const after = spans.reduce(
    (staffing, span) => withOffice(staffing, { ...span, fields: { ...span.fields, ...endedAt(span.fields, at) } }),
    before,
  );
  return staffingProblem(before, after, at);
};

type Span = Extract<Office, { readonly kind: 'holder' }>;

/** What somebody holds now or later. */
const spansOf = async (tx: Tx, tenant: Tenant, userId: string): Promise<readonly Span[]> => {
  const rows = await tx
    .selectFrom('post_holder')
    .select('id')
    .where('tenant_id', '=', tenant.id)
    .where('user_id', '=', userId)
    .where((either) => either.or([either('until_at', 'is', null), either('until_at', '>', tenant.clock.now())]))
    .orderBy('id')
    .execute();
  const spans: Span[] = [];
  for (const { id } of rows) {
    const office = await readOffice(tx, tenant.id, 'holder', id);
    if (office?.kind === 'holder') spans.push(office);
  }
  return spans;
};

const addressesOf = async (tx: Tx, tenant: Tenant, userId: string): Promise<readonly string[]> => {
  const rows = await tx
    .selectFrom('post_holder')
    .select('address')
    .distinct()
    .where('tenant_id', '=', tenant.id)
    .where('user_id', '=', userId)
    .where('address', 'is not', null)
    .execute();
  return rows.flatMap(({ address }) => address ?? []);
};
