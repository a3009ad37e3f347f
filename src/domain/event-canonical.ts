import { canonicalJson, type Json } from './jcs.ts';

/** An event as it is hashed. `commitments` binds the erasable words by their salted hashes. */
export type HashedEvent = {
  readonly tenantId: string;
  readonly id: string;
  readonly reportId: string;
  readonly seq: number;
  readonly at: string;
  readonly kind: string;
  readonly actorKind: string;
  readonly actorPost: string | null;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly commitments: Readonly<Record<string, string>>;
};

/**
 * The one text of an event that every verifier gets, in any language: RFC 8785, instants in UTC with exactly three decimals, numbers as
 * strings (so that no reader's number format matters). Throws on what cannot stand in an event.
 */
export const canonicalEvent = (event: HashedEvent): string =>
  canonicalJson(plain({ ...event, at: new Date(event.at).toISOString() }));

const plain = (value: unknown): Json => {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === 'object') {
    const present = Object.entries(value).filter(([, part]) => part !== undefined);
    return Object.fromEntries(present.map(([name, part]) => [name, plain(part)]));
  }
  throw new TypeError(`a ${typeof value} cannot stand in an event`);
};
