import { createHash } from 'node:crypto';

/** The nonce of a row's form: a UUID made from the row's id, so that a second run sends it again. */
export const nonceOfRow = (tenantSlug: string, rowId: string): string => {
  const bytes = createHash('sha256')
    .update(JSON.stringify(['nonce', tenantSlug, rowId]))
    .digest()
    .subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
};
