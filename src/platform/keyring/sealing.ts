import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** AES-256-GCM; the nonce is random, so one key seals at most 2^32 values (NIST SP 800-38D, 8.3). */
export const algorithm = 'aes-256-gcm';
/** First byte of all that is sealed: version | nonce (12) | ciphertext | tag (16). */
export const version = 1;
export const nonceBytes = 12;
export const tagBytes = 16;

/** Seals bytes under a key. `aad` says what they belong to: only with the same words do they open. */
export function sealBytes(key: Buffer, plaintext: Buffer, aad: string): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, key, nonce, { authTagLength: tagBytes }).setAAD(Buffer.from(aad));
  const body = Buffer.concat([cipher.update(plaintext), cipher.final()]);
  return Buffer.concat([Buffer.of(version), nonce, body, cipher.getAuthTag()]);
}

/** Throws when the key, the words or a single bit are not those it was sealed with. */
export function openBytes(key: Buffer, sealed: Buffer, aad: string): Buffer {
  if (sealed[0] !== version || sealed.length < 1 + nonceBytes + tagBytes)
    throw new Error('this is nothing that was sealed here');
  const nonce = sealed.subarray(1, 1 + nonceBytes);
  const decipher = createDecipheriv(algorithm, key, nonce, { authTagLength: tagBytes }).setAAD(Buffer.from(aad));
  decipher.setAuthTag(sealed.subarray(-tagBytes));
  return Buffer.concat([decipher.update(sealed.subarray(1 + nonceBytes, -tagBytes)), decipher.final()]);
}
