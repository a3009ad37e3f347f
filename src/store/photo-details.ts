import { open, seal, type TenantKeys } from '../platform/keyring/tenant-keys.ts';

/** What a picture tells besides what it shows. Sealed: a file's name, its place and its hashes lead to persons. */
export type PhotoDetails = {
  /** As the sender's machine called it; told back to the sender alone. */
  readonly name: string;
  readonly sha256: string;
  readonly perceptualHash?: string | undefined;
  readonly latitude?: number | undefined;
  readonly longitude?: number | undefined;
  /** `2026-11-21T10:00:00`, with a zone where the camera wrote one. */
  readonly takenAt?: string | undefined;
};

export const sealDetails = (keys: TenantKeys, photoId: string, details: PhotoDetails) => {
  const { keyId, sealed } = seal(keys, JSON.stringify(details), detailsPlace(photoId));
  return { details_key_id: keyId, details: sealed };
};

/** Null: they cannot be opened any more. */
export const openDetails = (keys: TenantKeys, keyId: string, photoId: string, sealed: Buffer): PhotoDetails | null => {
  const opened = open(keys, keyId, sealed, detailsPlace(photoId));
  return opened === null ? null : JSON.parse(opened);
};

export const detailsPlace = (photoId: string): string => `photo ${photoId} details`;

/** What the sealed original itself is bound to. */
export const originalPlace = (photoId: string): string => `photo ${photoId} original`;
