import type { Keyring } from '../platform/keyring/keyring.ts';
import { keyInUse } from '../platform/keyring/handed-out-key.ts';
import { openBytes, sealBytes } from '../platform/keyring/sealing.ts';

/** What a pass opens: each kind has a key of its own, so that none can be shown in place of another. */
export type PassKind = 'filed' | 'claim' | 'proof' | 'enrolment' | 'api_key' | 'drawn_key';

export type PassHolder = {
  readonly keyring: Pick<Keyring, 'handedOut'>;
  readonly kind: PassKind;
  readonly tenantId: string;
};

/**
 * Something the server once said, handed to a browser and believed when it comes back: sealed, so that it can be neither read nor made up, bound to
 * one tenant, and good for a time. Nothing is kept in a process: any other can open it.
 */
export const sealPass = (holder: PassHolder, content: object, expiresAt: Date): string =>
  sealBytes(
    keyInUse(holder.keyring.handedOut(`pass ${holder.kind}`)),
    Buffer.from(JSON.stringify({ ...content, exp: expiresAt.getTime() })),
    holder.tenantId,
  ).toString('base64url');

/** The content of a pass; null when it is none of this kind and tenant, was touched, or has run out. `reads` says what a content looks like. */
export const openPass = <Content>(
  holder: PassHolder,
  pass: string,
  at: Date,
  reads: (content: object) => Content | null,
): Content | null => {
  const content = contentOf(holder, pass);
  if (content === null || !('exp' in content) || typeof content.exp !== 'number') return null;
  if (content.exp <= at.getTime() || content.exp > at.getTime() + longestLeftMs) return null;
  return reads(content);
};

/** No pass is good for more than a day: with more than two left it is of a time when the machine's clock was ahead. */
const longestLeftMs = 2 * 24 * 60 * 60 * 1000;

/** Longer than any pass of ours: what is longer is not even looked at. */
const longestPass = 1_000;

const contentOf = (holder: PassHolder, pass: string): object | null => {
  if (pass === '' || pass.length > longestPass) return null;
  const sealed = Buffer.from(pass, 'base64url');
  for (const { key, isEnded } of holder.keyring.handedOut(`pass ${holder.kind}`)) {
    const content = isEnded ? null : contentUnder(key, sealed, holder.tenantId);
    if (content !== null) return content;
  }
  return null;
};

const contentUnder = (key: Buffer, sealed: Buffer, tenantId: string): object | null => {
  try {
    const content: unknown = JSON.parse(openBytes(key, sealed, tenantId).toString());
    return typeof content === 'object' ? content : null;
  } catch {
    return null; // a stranger's letters, another key, another city's pass: nothing to tell apart
  }
};
