import { constantTimeEqual, makeSignature } from 'better-auth/crypto';

import type { HandedOutKey } from '../keyring/handed-out-key.ts';

/** What cookies are signed and second factors enciphered with: that in use first. */
export type SessionSecret = { readonly version: number; readonly value: string; readonly isEnded: boolean };
export type SessionSecrets = readonly SessionSecret[];

export const secretsFrom = (keys: readonly HandedOutKey[]): SessionSecrets =>
  keys.map(({ version, key, isEnded }) => ({ version, value: key.toString('base64'), isEnded }));

/**
 * A `Cookie` header whose signed cookies bear the signature of the secret in use, where they were signed with another that is still taken.
 * better-auth signs and looks with one secret alone.
 */
export const signedAnew = async (cookies: Headers, secrets: SessionSecrets): Promise<Headers> => {
  const header = cookies.get('cookie');
  const [inUse, ...others] = secrets;
  if (header === null || inUse === undefined || others.length === 0) return cookies;
  const pairs = await Promise.all(header.split('; ').map((pair) => pairAnew(pair, inUse, others)));
  return new Headers({ cookie: pairs.join('; ') });
};

const pairAnew = async (pair: string, inUse: SessionSecret, others: SessionSecrets): Promise<string> => {
  const at = pair.indexOf('=');
  const shown = decoded(pair.slice(at + 1));
  const dot = shown.lastIndexOf('.');
  if (at < 1 || dot < 1) return pair;
  const [value, signature] = [shown.slice(0, dot), shown.slice(dot + 1)];
  for (const { value: secret, isEnded } of others) {
    if (isEnded || !constantTimeEqual(bytesOf(signature), bytesOf(await makeSignature(value, secret)))) continue;
    const anew = `${value}.${await makeSignature(value, inUse.value)}`;
    return `${pair.slice(0, at)}=${encodeURIComponent(anew)}`;
  }
  return pair;
};

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return ''; // nothing that we have set
  }
};
