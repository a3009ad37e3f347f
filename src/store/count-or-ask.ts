import type { Limit } from '../platform/limit/limit.ts';
import { takeAll } from '../platform/limit/take-all.ts';
import type { Tenant } from '../platform/tenant/tenant.ts';
import type { Installation } from './installation.ts';
import { acceptProof, type GivenProof } from './proof.ts';
import type { Tx } from './tx.ts';

/** So many without being asked anything, and so many more of those that answered the small question (proof-question.ts): beyond it no person sends. */
export type AskedLimit = Limit & { readonly maxProved: number };

/** One was too many. */
export type HeldBack<One extends AskedLimit = AskedLimit> = {
  readonly refused: One;
  readonly retryAfterSeconds: number;
  /** Whether it is taken at once from who answers the small question; false: more have come than people send. */
  readonly mayProve: boolean;
};

/** The answer that came along where a question had been asked, and what it must be about. */
export type ProofGiven = { readonly given: GivenProof | null; readonly about: string };

/** None was asked. */
export const unproved: ProofGiven = { given: null, about: '' };

/**
 * Counts one against each of these, or says what held it back and counts nothing. Whoever answered the small question is counted apart. By the machine's
 * time: a city whose clock runs faster does not get more. Null: it is taken.
 */
export const countOrAsk = async <One extends AskedLimit>(
  tx: Tx,
  laksa: Installation,
  tenant: Tenant,
  { limits, proof: { given, about } }: { readonly limits: readonly One[]; readonly proof: ProofGiven },
): Promise<HeldBack<One> | null> => {
  const usual = await takeAll(tx, limits, laksa.clock.now());
  if (usual.allowed) return null;
  const isProved = given !== null && (await acceptProof(tx, laksa, tenant, { given, about }));
  if (!isProved) return { ...usual, mayProve: true };
  const proved = limits.map((limit) => ({ ...limit, max: limit.maxProved, key: `proved ${limit.key}` }));
  const more = await takeAll(tx, proved, laksa.clock.now());
  return more.allowed ? null : { ...more, mayProve: false };
};
