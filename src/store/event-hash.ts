import { createHash, randomBytes } from 'node:crypto';

/** Leading bytes keep the three kinds of hash apart: none can stand for another. */
const eventPrefix = Buffer.from([0x01]);
const secretPrefix = Buffer.from([0x02]);
const feedPrefix = Buffer.from([0x03]);

/** What stands before the first event of a report and before the first position of a feed. */
export const beginning: Buffer = Buffer.alloc(32);

const sha256 = (...parts: readonly Buffer[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** `sha256(0x01 || prev || canonical)`; `canonical` is RFC 8785 JSON (domain/event-canonical.ts). */
export const hashEvent = (prevHash: Buffer, canonical: string): Buffer =>
  sha256(eventPrefix, prevHash, Buffer.from(canonical, 'utf8'));

/** What the event holds of a word that may be erased: `sha256(0x02 || salt || value)`, hex. */
export const commitTo = (salt: Buffer, value: string): string =>
  sha256(secretPrefix, salt, Buffer.from(value, 'utf8')).toString('hex');

export const newSalt = (): Buffer => randomBytes(32);

/** The feed is a chain of its own: it ties every event of a tenant to its position and the instant it became visible. */
export const chainFeed = (
  prevChain: Buffer,
  entry: { readonly position: number; readonly eventHash: Buffer; readonly publishedAt: Date },
): Buffer =>
  sha256(
    feedPrefix,
    prevChain,
    entry.eventHash,
    Buffer.from(`${entry.position} ${entry.publishedAt.toISOString()}`, 'utf8'),
  );
