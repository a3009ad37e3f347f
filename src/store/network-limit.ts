import { createHmac } from 'node:crypto';

import { take } from '../platform/limit/limit.ts';
import type { Tenant } from '../platform/tenant/tenant.ts';
import type { Installation } from './installation.ts';
import type { Tx } from './tx.ts';

/** What anybody may do without an account: each counted apart, under a key of its own. */
type Doing = 'support' | 'flag';

const keyOf = { support: 'supporter', flag: 'flag' } as const satisfies Record<Doing, string>;

/** More than a carrier's shared address makes, fewer than a program that invents devices. Source: own. */
const fromOneNetwork = { max: 60, windowSeconds: 60 * 60 } as const;

/** Whether one more of it may come from a network (platform/limit/network.ts), which is counted by then; null: not known, and not counted. */
export const isWithinNetworkLimit = async (
  tx: Tx,
  laksa: Installation,
  tenant: Tenant,
  { doing, network }: { readonly doing: Doing; readonly network: string | null },
): Promise<boolean> => {
  if (network === null) return true;
  const hidden = createHmac('sha256', laksa.keyring.derive(keyOf[doing])).update(network).digest('base64');
  const asked = { tenantId: tenant.id, key: `${doing} ${hidden}`, ...fromOneNetwork, at: laksa.clock.now() };
  return (await take(tx, asked)).allowed;
};
