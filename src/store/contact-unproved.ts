import { createHmac } from 'node:crypto';

import { forget, take } from '../platform/limit/limit.ts';
import type { Tenant } from '../platform/tenant/tenant.ts';
import type { Installation } from './installation.ts';
import type { Tx } from './tx.ts';

/** An address that somebody typed and nobody has proved, and the network of whoever typed it (platform/limit/network.ts); null: not known. */
export type Unproved = { readonly email: string; readonly network: string | null };

const daySeconds = 24 * 60 * 60;
/** One hand does not use up what an address may get: its owner asks from elsewhere. Source: own. */
const fromOneNetwork = { max: 2, windowSeconds: daySeconds } as const;
/** So many letters that nobody answered by pressing the button are enough, day after day. Source: own. */
const unanswered = { max: 3, windowSeconds: 7 * daySeconds } as const;
/** An inbox is not for others to fill. Source: own. */
const toOneAddress = { max: 5, windowSeconds: daySeconds } as const;

/**
 * Counts a letter to an address that has yet to prove itself, of whatever kind, and says whether it may go. The narrowest first: what is refused by it
 * counts for none of the others.
 */
export const mayWriteToUnproved = async (
  tx: Tx,
  laksa: Installation,
  tenant: Tenant,
  { email, network }: Unproved,
): Promise<boolean> => {
  const counted = countLetters(laksa, tenant);
  return (
    (network === null || (await counted(tx, `network ${network} ${email}`, fromOneNetwork))) &&
    (await counted(tx, `unanswered ${email}`, unanswered)) &&
    counted(tx, `address ${email}`, toOneAddress)
  );
};

/** The button was pressed: whoever has the address wants letters, and may ask for more. */
export const forgetUnanswered = async (
  tx: Tx,
  laksa: Installation,
  tenant: Tenant,
  { email, network }: Unproved,
): Promise<void> => {
  await forget(tx, { ...letterCount(laksa, tenant, `unanswered ${email}`), ...unanswered });
  if (network !== null)
    await forget(tx, { ...letterCount(laksa, tenant, `network ${network} ${email}`), ...fromOneNetwork });
};

type Counted = { readonly max: number; readonly windowSeconds: number };

/** Counts one of `whom`, and says whether it is within the limit. */
export const countLetters =
  (laksa: Installation, tenant: Tenant) =>
  async (tx: Tx, whom: string, limit: Counted): Promise<boolean> =>
    (await take(tx, { ...letterCount(laksa, tenant, whom), ...limit, at: laksa.clock.now() })).allowed;

/** What is counted of letters: by a keyed hash, for addresses are guessed. */
export const letterCount = ({ keyring }: Installation, { id: tenantId }: Tenant, whom: string) => ({
  tenantId,
  key: `letters ${createHmac('sha256', keyring.derive('letter limit')).update(whom).digest('base64')}`,
});
