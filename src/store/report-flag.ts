import { createHmac } from 'node:crypto';
import { sql } from 'kysely';

import { countedOfNetwork, flagsToHide, hideFlagged, type FlagReason } from '../domain/flag.ts';
import { isShown, mayBePublic } from '../domain/publication.ts';
import { ok, refuse, type Result } from '../domain/result.ts';
import type { Tenant } from '../platform/tenant/tenant.ts';
import { unproved, type ProofGiven } from './count-or-ask.ts';
import type { Installation } from './installation.ts';
import { countFromNetwork } from './network-limit.ts';
import { tellReporter } from './notice.ts';
import { policyFor } from './policy-for.ts';
import { publicReportId } from './public-report.ts';
import { applyOutcome } from './report-change.ts';
import { lockReport, type StoredReport } from './report.ts';
import type { Tx } from './tx.ts';

/** Somebody who says that a public page should not show what it shows. */
export type Flag = {
  readonly number: string;
  readonly reason: FlagReason;
  readonly words: string | null;
  /** What the device keeps, drawn at random. */
  readonly device: string;
  /** Of whoever sends it (platform/limit/network.ts); null: not known, and each counts for itself. */
  readonly network: string | null;
  /** The answer to a small question that had been asked in the form; absent: none was. */
  readonly proof?: ProofGiven;
};

export type FlagRefused =
  | { readonly kind: 'not_found' }
  | { readonly kind: 'too_many_tries'; readonly mayProve: boolean };

/**
 * Keeps a flag of a public report, once for a device, and hides the report when enough have come since an officer last looked. Device and network are
 * hidden under a key of the installation, apart for each report: nobody can tell from a flag who it was, or what else they flagged.
 */
export const flagReport = (laksa: Installation, tenant: Tenant, flag: Flag): Promise<Result<null, FlagRefused>> =>
  laksa.database.inTenant(tenant.id, async (tx) => {
    const { network, proof = unproved } = flag;
    const held = await countFromNetwork(tx, laksa, tenant, { doing: 'flag', network, proof });
    if (held !== null) return refuse({ kind: 'too_many_tries', mayProve: held.mayProve });
    const id = await publicReportId(tx, tenant.id, flag.number);
    const stored = id === null ? null : await lockReport(tx, tenant.id, { id });
    // Between the look and the lock it may have been hidden.
    if (stored === null || !isShown(stored.report.publication) || !mayBePublic(stored.report))
      return refuse({ kind: 'not_found' });
    await keepFlag(tx, laksa, tenant, { ...flag, reportId: stored.report.id });
    if (await areEnough(tx, tenant.id, stored.report.id)) await hide(tx, laksa, tenant, stored);
    return ok(null);
  });

/** Whether the public page of this number shows anything that could be flagged. */
export const mayBeFlagged = async (tx: Tx, tenantId: string, number: string): Promise<boolean> =>
  (await publicReportId(tx, tenantId, number)) !== null;

/** An officer has looked: these flags have had their say, and nothing is kept of where they came from. */
export const settleFlags = async (
  tx: Tx,
  { tenantId, reportId, at }: { readonly tenantId: string; readonly reportId: string; readonly at: Date },
): Promise<void> => {
  await tx
    .updateTable('report_flag')
    .set({ settled_at: at, network_hash: null })
    .where('tenant_id', '=', tenantId)
    .where('report_id', '=', reportId)
    .where('settled_at', 'is', null)
    .execute();
};

/** A device that has spoken keeps what it said first, also after it was settled. */
const keepFlag = async (
  tx: Tx,
  { keyring }: Installation,
  tenant: Tenant,
  flag: Flag & { readonly reportId: string },
): Promise<void> => {
  const key = keyring.derive('flag');
  const hashOf = (what: string) => createHmac('sha256', key).update(`${flag.reportId} ${what}`).digest();
  await tx
    .insertInto('report_flag')
    .values({
      tenant_id: tenant.id,
      report_id: flag.reportId,
      device_hash: hashOf(`device ${flag.device}`),
      network_hash: flag.network === null ? null : hashOf(`network ${flag.network}`),
      reason: flag.reason,
      words: flag.words,
      flagged_at: tenant.clock.now(),
      settled_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};

/** Counts what came since an officer last looked, of one network not more than it may. */
const areEnough = async (tx: Tx, tenantId: string, reportId: string): Promise<boolean> => {
  const { rows } = await sql<{ open: number; kept: number }>`
    with flag as (select * from laksa.report_flag where tenant_id = ${tenantId} and report_id = ${reportId})
    select
      (select coalesce(sum(case when network_hash is null then n else least(n, ${countedOfNetwork}::int) end), 0)::int
        from (select network_hash, count(*)::int as n from flag where settled_at is null group by network_hash) of_network) as open,
      (select count(distinct settled_at)::int from flag) as kept`.execute(tx);
  const { open = 0, kept = 0 } = rows[0] ?? {};
  return open >= flagsToHide(kept);
};

const hide = async (tx: Tx, laksa: Installation, tenant: Tenant, stored: StoredReport): Promise<void> => {
  const city = await laksa.cities.read(tx, tenant, laksa.clock.now());
  const policy = await policyFor(tx, tenant.id, city, stored.report);
  const change = { tenantId: tenant.id, actor: { kind: 'rule' }, at: tenant.clock.now() } as const;
  const events = await applyOutcome(tx, stored, hideFlagged, {
    ...change,
    watch: { calendar: city.calendar, policy },
  });
  await tellReporter(tx, { ...change, reportId: stored.report.id, reporterId: stored.reporterId }, events);
};
