import { createHmac } from 'node:crypto';

import { photoLimits } from '../domain/photo.ts';
import { ok, refuse, type Result } from '../domain/result.ts';
import { megabytesOf, uploadLimits } from '../domain/upload-limits.ts';
import type { Tx } from '../platform/db/tx.ts';
import { peek, type Limit } from '../platform/limit/limit.ts';
import { takeAll } from '../platform/limit/take-all.ts';
import type { Installation } from './installation.ts';

/** A picture was one too many from its network. */
export type TooMuchSent = { readonly kind: 'too_much_sent'; readonly retryAfterSeconds: number };

/** Whose picture it is. No network: an address that says nothing of who is behind it, or a sender who is known; nothing is counted. */
type Sender = { readonly tenantId: string; readonly network?: string | null | undefined };

/** Whether its network has sent more within the hour than go with one report. */
type Begun = { readonly isOfMany: boolean };

/** Counts a picture that begins to come, a megabyte for now; or says for how long none is taken, and counts nothing. */
export const countUpload = async (laksa: Installation, sender: Sender): Promise<Result<Begun, TooMuchSent>> => {
  const limits = limitsOn(laksa, sender);
  const [pictures] = limits;
  if (pictures === undefined) return ok({ isOfMany: false });
  return laksa.database.inTenant(sender.tenantId, async (tx) => {
    const tooMuch = await take(tx, laksa, limits);
    if (tooMuch !== null) return refuse(tooMuch);
    const { allowed } = await peek(tx, { ...pictures, max: photoLimits.count + 1, at: laksa.clock.now() });
    return ok({ isOfMany: !allowed });
  });
};

/** Counts what there is of it beyond that first megabyte. */
export const countBytes = async (
  laksa: Installation,
  sender: Sender,
  bytes: number,
): Promise<Result<null, TooMuchSent>> => {
  const cost = megabytesOf(bytes) - 1;
  const limits = limitsOn(laksa, sender).flatMap((limit) => (limit.by === 'megabytes' ? [{ ...limit, cost }] : []));
  if (cost === 0 || limits.length === 0) return ok(null);
  return laksa.database.inTenant(sender.tenantId, async (tx) => {
    const tooMuch = await take(tx, laksa, limits);
    return tooMuch === null ? ok(null) : refuse(tooMuch);
  });
};

/** By the machine's time, as filings are; an address can be guessed, and is hidden under a key of the installation. */
const limitsOn = (laksa: Installation, { tenantId, network }: Sender) => {
  if (network == null) return [];
  const hidden = createHmac('sha256', laksa.keyring.derive('upload limits')).update(network).digest('base64');
  return uploadLimits.map((limit) => ({ ...limit, tenantId, key: `upload ${limit.by} ${hidden}` }) satisfies Limit);
};

const take = async (tx: Tx, { clock }: Installation, limits: readonly Limit[]): Promise<TooMuchSent | null> => {
  const taken = await takeAll(tx, limits, clock.now());
  return taken.allowed ? null : { kind: 'too_much_sent', retryAfterSeconds: taken.retryAfterSeconds };
};
