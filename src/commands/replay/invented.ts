import { createHash } from 'node:crypto';

import type { City } from '../../store/city.ts';

/** Everything a row does not say is made from its id, so that a second run makes the same. */
const digest = (...words: readonly string[]): Buffer => createHash('sha256').update(JSON.stringify(words)).digest();

/** The nonce of a row's form: a UUID that a second run sends again. */
export const nonceOfRow = (tenantSlug: string, rowId: string): string => {
  const bytes = digest('nonce', tenantSlug, rowId).subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
};

/** The same kelurahan of another city is always the same kelurahan here. */
export const ownVillage = ({ villages }: City, name: string): string | undefined =>
  villages[digest('village', name).readUInt32BE() % villages.length]?.code;

/** A satisfied reporter: who gives one or two is offered to object, which is another story. */
export const ratingOfRow = (rowId: string): number => 3 + (digest('rating', rowId).readUInt8() % 3);

/** An address that can never be anybody's (RFC 2606), so that letters are written as well. */
export const addressOfRow = (rowId: string): string =>
  `warga-${digest('address', rowId).toString('hex').slice(0, 12)}@contoh.invalid`;
