import { randomBytes } from 'node:crypto';

let lastMs = 0;
let counter = 0;

/**
 * A uuid v7 (RFC 9562): 48 bits of milliseconds, 12 bits of a counter that keeps ids of one process in order within a millisecond, 62 random
 * bits. The order of ids is not the order of commits: whatever asks "what is new" reads feed positions.
 */
export const uuid7 = (now: Date): string => {
  const ms = now.getTime();
  counter = ms === lastMs ? (counter + 1) & 0xfff : randomBytes(2).readUInt16BE() & 0x3ff;
  lastMs = ms;
  const bytes = randomBytes(16);
  bytes.writeUIntBE(ms, 0, 6);
  bytes.writeUInt16BE(0x7000 | counter, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
};

/** The instant that a uuid v7 was made in. */
export const instantOf = (id: string): Date => new Date(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16));

const latestMs = 2 ** 48 - 1;

/** The smallest uuid v7 of an instant: every id made then or later is at least as great. */
export const leastUuid7 = (at: Date): string => {
  const ms = Math.min(Math.max(at.getTime(), 0), latestMs);
  const hex = ms.toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
};

const uuidShape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export const isUuid = (text: string): boolean => uuidShape.test(text);
