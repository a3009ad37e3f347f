import { createHash, randomInt } from 'node:crypto';

import { scopes as knownScopes, type Scope } from '../domain/access.ts';
import { changesBetween } from '../domain/city-event.ts';
import { uuid7 } from '../platform/db/uuid7.ts';
import { jobs } from '../platform/jobs/jobs.ts';
import { recordCityEvent, type CityActor } from './city-event.ts';
import type { Tx } from './tx.ts';

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** 40 of 62 letters: 238 bits. Keys are told from other secrets by their prefix, also by programs that look for leaked ones. */
const keyLength = 40;
const keyShape = /^laksa_[0-9A-Za-z]{32,100}$/;

const hashOf = (key: string): Buffer => createHash('sha256').update(key).digest();

/** A key that is good for nothing yet, and the id under which it will be known. */
export type DrawnKey = { readonly id: string; readonly key: string };

export const drawApiKey = (at: Date): DrawnKey => ({
  id: uuid7(at),
  key: `laksa_${Array.from({ length: keyLength }, () => alphabet[randomInt(alphabet.length)]).join('')}`,
});

export type NewKey = {
  /** What its form was given when it was shown; sent twice it makes one key. Left out: it is drawn now. */
  readonly drawn?: DrawnKey | null | undefined;
  readonly postId: string;
  readonly scopes: readonly Scope[];
  readonly expiresAt: Date | null;
  /** Null: the operator, by a command. */
  readonly by: CityActor;
  readonly at: Date;
};

/** A key is made anew every other year at the latest: who has it by then is asked once more. */
export const longestKeyDays = 731;
export const usualKeyDays = 365;

/** Makes an interface key for a post and gives it, this once: only its hash is stored. Who holds the post is told. */
export const insertApiKey = async (tx: Tx, tenantId: string, asked: NewKey): Promise<string> => {
  const { postId, scopes, expiresAt, by, at } = asked;
  const { id, key } = asked.drawn ?? drawApiKey(at);
  const row = {
    tenant_id: tenantId,
    id,
    post_id: postId,
    key_hash: hashOf(key),
    scopes,
    created_at: at,
    expires_at: expiresAt,
    last_used_at: null,
    revoked_at: null,
    made_by: by?.userId ?? null,
  };
  const { numInsertedOrUpdatedRows: inserted } = await tx
    .insertInto('api_key')
    .values(row)
    .onConflict((conflict) => conflict.columns(['tenant_id', 'id']).doNothing())
    .executeTakeFirstOrThrow();
  if (inserted === 0n)
    return (await isMadeAlready(tx, tenantId, id, asked)) ? key : insertApiKey(tx, tenantId, { ...asked, drawn: null });
  const made = { post: postId, scopes, expires: expiresAt?.toISOString() ?? null };
  await recordCityEvent(tx, tenantId, {
    kind: 'api_key.made',
    subjectId: id,
    by,
    changes: changesBetween({}, made),
    at,
  });
  await jobs.add(tx, 'tell-of-api-key', { tenantId, keyId: id });
  return key;
};

/** Whether the same was asked for under this id before. */
const isMadeAlready = async (
  tx: Tx,
  tenantId: string,
  id: string,
  { postId, scopes, expiresAt }: NewKey,
): Promise<boolean> => {
  const row = await tx
    .selectFrom('api_key')
    .select(['post_id', 'scopes', 'expires_at'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  return (
    row?.post_id === postId && row.scopes.join() === scopes.join() && row.expires_at?.getTime() === expiresAt?.getTime()
  );
};

export type StoredKey = {
  readonly id: string;
  readonly postId: string;
  readonly scopes: readonly Scope[];
  readonly lastUsedAt: Date | null;
};

/** A key of this tenant that is good at this moment; null for every other, with no word of why. */
export const findApiKey = async (tx: Tx, tenantId: string, key: string, at: Date): Promise<StoredKey | null> => {
  if (!keyShape.test(key)) return null;
  const row = await tx
    .selectFrom('api_key')
    .select(['id', 'post_id', 'scopes', 'last_used_at'])
    .where('tenant_id', '=', tenantId)
    .where('key_hash', '=', hashOf(key))
    .where('revoked_at', 'is', null)
    .where((either) => either.or([either('expires_at', 'is', null), either('expires_at', '>', at)]))
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    id: row.id,
    postId: row.post_id,
    scopes: knownScopes.filter((scope) => row.scopes.includes(scope)),
    lastUsedAt: row.last_used_at,
  };
};

/** When a key was last used, to the hour: a write for every request would cost more than the answer. */
const touchedEveryMs = 3_600_000;

export const isTouchDue = ({ lastUsedAt }: StoredKey, at: Date): boolean =>
  lastUsedAt === null || Math.abs(at.getTime() - lastUsedAt.getTime()) >= touchedEveryMs;

export const touchApiKey = async (tx: Tx, tenantId: string, keyId: string, at: Date): Promise<void> => {
  await tx
    .updateTable('api_key')
    .set({ last_used_at: at })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', keyId)
    .execute();
};

/** From now on the key opens nothing. False: there is none of that id, or it opened nothing already. */
export const revokeApiKey = async (
  tx: Tx,
  tenantId: string,
  { keyId, by, at }: { readonly keyId: string; readonly by: CityActor; readonly at: Date },
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('api_key')
    .set({ revoked_at: at })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', keyId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  const changes = changesBetween({ isGood: true }, { isGood: false });
  await recordCityEvent(tx, tenantId, { kind: 'api_key.revoked', subjectId: keyId, by, changes, at });
  return true;
};
