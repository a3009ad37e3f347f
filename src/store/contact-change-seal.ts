import { open, seal, type TenantKeys } from '../platform/keyring/tenant-keys.ts';

/** What stood on record, what shall stand there, and the mail address that was told of it; null: none. */
export type ContactValues = { readonly [Side in ContactSide]: string | null };
export type ContactSide = 'old' | 'new' | 'told';

type SealedContact = {
  readonly key_id: string;
  readonly old_sealed: Buffer | null;
  readonly new_sealed: Buffer | null;
  readonly told_sealed: Buffer | null;
};

/** Each value for its own place in its own row: none can be moved to where another address would be written to. */
export const sealContact = (keys: TenantKeys, changeId: string, values: ContactValues): SealedContact => {
  const sealed = (side: ContactSide): Buffer | null => {
    const value = values[side];
    return value === null ? null : seal(keys, value, contactPlace(changeId, side)).sealed;
  };
  return { key_id: keys.sealKeyId, old_sealed: sealed('old'), new_sealed: sealed('new'), told_sealed: sealed('told') };
};

/** Null: there was none, it is over and was erased, or it cannot be opened any more. */
export const openContact = (
  keys: TenantKeys,
  row: SealedContact & { readonly id: string },
  side: ContactSide,
): string | null => {
  const sealed = row[`${side}_sealed`];
  return sealed === null ? null : open(keys, row.key_id, sealed, contactPlace(row.id, side));
};

/** What each is bound to. */
export const contactPlace = (changeId: string, side: ContactSide): string => `contact_change ${changeId} ${side}`;
