import { sql } from 'kysely';

import type { Actor } from '../domain/actor.ts';
import { handedOver } from '../domain/handed-over.ts';
import { jobs } from '../platform/jobs/jobs.ts';
import type { Tenant } from '../platform/tenant/tenant.ts';
import type { Installation } from './installation.ts';
import { policyFor } from './policy-for.ts';
import { applyOutcome } from './report-change.ts';
import { lockReport } from './report.ts';
import type { Tx } from './tx.ts';

export type HandingOver = { readonly laksa: Installation; readonly tenant: Tenant; readonly handoverId: string };

/**
 * Moves what a handover has listed, each report in a transaction of its own with an event of its own. Broken off it goes on where it stood; done again
 * it finds nothing to do.
 */
export const handOverReports = async (handing: HandingOver, signal: AbortSignal): Promise<void> => {
  const { laksa, tenant } = handing;
  const handover = await laksa.database.inTenant(tenant.id, (tx) => readHandover(tx, handing), { readOnly: true });
  if (handover === null) return;
  let isMore = true;
  while (isMore) {
    signal.throwIfAborted();
    isMore = await laksa.database.inTenant(tenant.id, (tx) => moveNext(tx, handing, handover));
  }
};

type Handover = {
  readonly from_post_id: string;
  readonly to_post_id: string;
  readonly to_agency_id: string | null;
  readonly by_post: string | null;
};

const readHandover = async (tx: Tx, { tenant, handoverId }: HandingOver): Promise<Handover | null> => {
  const { rows } = await sql<Handover>`
    select h.from_post_id, h.to_post_id, p.agency_id as to_agency_id, h.by_post
    from laksa.post_handover h join laksa.post p on p.tenant_id = h.tenant_id and p.id = h.to_post_id
    where h.tenant_id = ${tenant.id} and h.id = ${handoverId}`.execute(tx);
  return rows[0] ?? null;
};

/** False: nothing waits any more. */
const moveNext = async (tx: Tx, { laksa, tenant, handoverId }: HandingOver, handover: Handover): Promise<boolean> => {
  const reportId = await readNext(tx, tenant.id, handoverId);
  if (reportId === null) return false;
  const stored = await lockReport(tx, tenant.id, { id: reportId });
  if (stored === null) throw new Error('a report is never taken away');
  const outcome = handedOver(stored.report, {
    id: handoverId,
    from: { id: handover.from_post_id },
    to: { id: handover.to_post_id, agencyId: handover.to_agency_id },
  });
  if (outcome !== null) {
    const city = await laksa.cities.read(tx, tenant, laksa.clock.now(), stored.report);
    const watch = { calendar: city.calendar, policy: await policyFor(tx, tenant.id, city, stored.report) };
    await applyOutcome(tx, stored, outcome, {
      tenantId: tenant.id,
      actor: actorOf(handover, city.posts),
      at: tenant.clock.now(),
      watch,
    });
  }
  await settle(tx, tenant.id, { handoverId, reportId, state: outcome === null ? 'passed_by' : 'moved' });
  if ((await readNext(tx, tenant.id, handoverId)) === null)
    await jobs.add(tx, 'tell-of-handover', { tenantId: tenant.id, handoverId });
  return true;
};

/** Held until it is settled: who takes the handover back meanwhile waits, and finds it moved. */
const readNext = async (tx: Tx, tenantId: string, handoverId: string): Promise<string | null> => {
  const row = await tx
    .selectFrom('handed_report')
    .select('report_id')
    .where('tenant_id', '=', tenantId)
    .where('handover_id', '=', handoverId)
    .where('state', '=', 'waiting')
    .orderBy('report_id')
    .limit(1)
    .forUpdate()
    .executeTakeFirst();
  return row?.report_id ?? null;
};

/** Whoever handed it over, if that post is still there. */
const actorOf = ({ by_post }: Handover, posts: readonly Extract<Actor, { readonly kind: 'post' }>['post'][]): Actor => {
  const post = posts.find(({ id }) => id === by_post);
  return post === undefined ? { kind: 'rule' } : { kind: 'post', post };
};

type Settled = { readonly handoverId: string; readonly reportId: string; readonly state: 'moved' | 'passed_by' };

const settle = async (tx: Tx, tenantId: string, { handoverId, reportId, state }: Settled): Promise<void> => {
  await tx
    .updateTable('handed_report')
    .set({ state })
    .where('tenant_id', '=', tenantId)
    .where('handover_id', '=', handoverId)
    .where('report_id', '=', reportId)
    .execute();
};
