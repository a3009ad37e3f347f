import type { Readable } from 'node:stream';

import { photoPlace, type UnreadableProblem } from '../domain/photo.ts';
import { openStream } from '../platform/keyring/tenant-keys.ts';
import type { Installation } from './installation.ts';
import { fileOf } from './original-file.ts';
import { openDetails, originalPlace, sealDetails } from './photo-details.ts';
import type { Tx } from './tx.ts';

export type WhichPhoto = { readonly tenantId: string; readonly id: string };

/** `lost`: it is there, and cannot be opened any more. Null: there is none. */
export type OpenedOriginal = Readable | 'lost' | null;

/** Opens the sealed original of a picture. It errors at its end if it is not what was sealed. */
export const openOriginal = async (laksa: Installation, which: WhichPhoto): Promise<OpenedOriginal> =>
  // Sealed anew between the look at its row and the look at the disk: once more, it is under its other name.
  (await openOnce(laksa, which)) ?? openOnce(laksa, which);

const openOnce = async (laksa: Installation, { tenantId, id }: WhichPhoto): Promise<OpenedOriginal> => {
  const sealed = await laksa.database.inTenant(tenantId, (tx) => readSealed(tx, laksa, { tenantId, id }), {
    readOnly: true,
  });
  if (sealed === null) return null;
  const stored = await laksa.files.read({ tenantId, id, name: sealed.name });
  if (stored === null) return null;
  const opening = openStream(sealed.keys, sealed.keyId, originalPlace(id));
  if (opening === null) {
    stored.content.destroy();
    return 'lost';
  }
  opening.once('close', () => stored.content.destroy());
  return stored.content.once('error', (error) => opening.destroy(error)).pipe(opening);
};

const readSealed = async (tx: Tx, laksa: Installation, { tenantId, id }: WhichPhoto) => {
  const row = await tx
    .selectFrom('photo')
    .select(['original_key_id', 'original_file'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined || row.original_key_id === null) return null;
  const keys = await laksa.keyring.tenantKeys(tx, tenantId, laksa.clock.now(), row.original_key_id);
  return { keys, keyId: row.original_key_id, name: fileOf(row.original_file) };
};

/** What came of working on a picture. */
export type PhotoOutcome =
  | { readonly ok: false; readonly problem: UnreadableProblem }
  | {
      readonly ok: true;
      readonly facts: {
        readonly width: number;
        readonly height: number;
        readonly perceptualHash: string;
        readonly latitude: number | null;
        readonly longitude: number | null;
        readonly takenAt: string | null;
      };
    };

/** Writes it down once; false when the picture was dropped, another has settled it, or what is known of it cannot be opened any more. What the picture says itself outweighs what was told of it. */
export const settlePhoto = async (
  tx: Tx,
  laksa: Installation,
  { tenantId, id }: WhichPhoto,
  outcome: PhotoOutcome,
): Promise<boolean> => {
  const at = laksa.clock.now();
  const row = await tx
    .selectFrom('photo')
    .select(['details', 'details_key_id'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('state', '=', 'staged')
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined || row.details === null || row.details_key_id === null) return false;
  const settled = tx.updateTable('photo').where('tenant_id', '=', tenantId).where('id', '=', id);
  if (!outcome.ok) {
    await settled.set({ state: 'unreadable', problem: outcome.problem, worked_at: at }).execute();
    return true;
  }
  const keys = await laksa.keyring.tenantKeys(tx, tenantId, at, row.details_key_id);
  const before = openDetails(keys, row.details_key_id, id, row.details);
  if (before === null) return false;
  const { width, height, perceptualHash, latitude, longitude, takenAt } = outcome.facts;
  const details = {
    ...before,
    ...photoPlace(latitude, longitude),
    ...(takenAt === null || isAhead(takenAt, at) ? {} : { takenAt }),
    perceptualHash,
  };
  await settled.set({ state: 'ready', width, height, worked_at: at, ...sealDetails(keys, id, details) }).execute();
  return true;
};

const dayMs = 24 * 60 * 60 * 1000;

/** Later than any zone of the earth has it: a camera whose clock was never set. */
const isAhead = (takenAt: string, at: Date): boolean =>
  Date.parse(takenAt.length > 19 ? takenAt : `${takenAt}Z`) > at.getTime() + dayMs;
