import { timingSafeEqual } from 'node:crypto';

import type { Refusal } from '../domain/refusal.ts';
import { ok, refuse, type Result } from '../domain/result.ts';
import { peek, take, type Limit } from '../platform/limit/limit.ts';
import type { Tenant } from '../platform/tenant/tenant.ts';
import { claimCodesOf } from './claim.ts';
import type { ContactChange } from './contact-change-row.ts';
import { letterCount } from './contact-unproved.ts';
import type { Installation } from './installation.ts';
import type { Tx } from './tx.ts';

/** A code as a person showed it, already read as digits, and from which network (platform/limit/network.ts); null: not known, and not counted. */
export type ShownCode = { readonly code: string; readonly network: string | null };

type Proving = ShownCode & {
  readonly change: ContactChange;
  /** The address whose letter led here. */
  readonly told: string;
};

/**
 * A letterbox alone takes nothing back: the address may have been mistyped, and be a stranger's. A code that once was the reporter's shows whose
 * report it is, also an older one, for a thief of it may have had it replaced. The caller holds the report and commits whatever the answer is: a
 * wrong code counts.
 */
export const proveReporter = async (
  tx: Tx,
  laksa: Installation,
  tenant: Tenant,
  { change, told, code, network }: Proving,
): Promise<Result<null, Refusal>> => {
  const limits = limitsOf(laksa, tenant, [`take back ${change.report_id} ${told}`, network]);
  for (const limit of limits) {
    const { allowed, retryAfterSeconds } = await peek(tx, limit);
    if (!allowed) return refuse({ kind: 'too_many_tries', retryAfterSeconds });
  }
  if (wasCodeOf(laksa, tenant, change, code)) return ok(null);
  for (const limit of limits) await take(tx, limit);
  return refuse({ kind: 'wrong_code' });
};

const hourSeconds = 3_600;

type DatedLimit = Limit & { readonly at: Date };

/** By the address as well as the report: who got a letter of their own uses up nobody else's tries. */
const limitsOf = (
  laksa: Installation,
  tenant: Tenant,
  [ofAddress, network]: readonly [string, string | null],
): readonly DatedLimit[] => {
  const at = laksa.clock.now();
  const counted = letterCount(laksa, tenant, ofAddress);
  const ofNetwork =
    network === null
      ? []
      : [{ ...letterCount(laksa, tenant, `take back network ${network}`), max: 30, windowSeconds: hourSeconds, at }];
  return [
    { ...counted, max: 30, windowSeconds: Infinity, at },
    { ...counted, max: 10, windowSeconds: hourSeconds, at },
    ...ofNetwork,
  ];
};

/** Every generation is looked at, whichever is right. */
const wasCodeOf = (
  { keyring }: Installation,
  { id: tenantId }: Tenant,
  { report_id: reportId, claim_generation }: ContactChange,
  code: string,
): boolean =>
  Array.from({ length: claim_generation }, (_, at) =>
    claimCodesOf(keyring, { tenantId, reportId, generation: at + 1 }).map((given) => isSame(given, code)),
  )
    .flat()
    .includes(true);

const isSame = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
