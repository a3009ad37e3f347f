import { createHmac } from 'node:crypto';

import type { Tenant } from '../platform/tenant/tenant.ts';
import { countOrAsk, type HeldBack, type ProofGiven } from './count-or-ask.ts';
import type { Installation } from './installation.ts';
import type { Tx } from './tx.ts';

/** What anybody may do without an account: each counted apart, under a key of its own. */
type Doing = 'support' | 'flag';

const keyOf = { support: 'supporter', flag: 'flag' } as const satisfies Record<Doing, string>;

/** More than a carrier's shared address makes, fewer than a program that invents devices. Source: own. */
const fromOneNetwork = { max: 60, maxProved: 600, windowSeconds: 60 * 60 } as const;

export type FromNetwork = {
  readonly doing: Doing;
  /** As platform/limit/network.ts gives it; null: not known, and not counted. */
  readonly network: string | null;
  readonly proof: ProofGiven;
};

/** Counts one more of it from a network, or says that it is one too many; null: it is taken. */
export const countFromNetwork = async (
  tx: Tx,
  laksa: Installation,
  tenant: Tenant,
  { doing, network, proof }: FromNetwork,
): Promise<HeldBack | null> => {
  if (network === null) return null;
  const hidden = createHmac('sha256', laksa.keyring.derive(keyOf[doing])).update(network).digest('base64');
  const limit = { tenantId: tenant.id, key: `${doing} ${hidden}`, ...fromOneNetwork };
  return countOrAsk(tx, laksa, tenant, { limits: [limit], proof });
};
