import { jobs } from '../platform/jobs/jobs.ts';
import type { Tenant } from '../platform/tenant/tenant.ts';
import { addressesOfAdmins } from './city-admins.ts';
import type { Tx } from './tx.ts';

/** So long before a key runs out its people are told. */
export const warnedDays = 30;
const warnedMs = warnedDays * 24 * 60 * 60 * 1000;

/** Has letters sent about the keys that run out soon, once for each. */
export const warnOfEndingKeys = async (tx: Tx, tenant: Tenant): Promise<void> => {
  const at = tenant.clock.now();
  const ending = await tx
    .updateTable('api_key')
    .set({ warned_at: at })
    .where('tenant_id', '=', tenant.id)
    .where('expires_at', '<=', new Date(at.getTime() + warnedMs))
    .where('expires_at', '>', at)
    .where('revoked_at', 'is', null)
    .where('warned_at', 'is', null)
    .returning('id')
    .execute();
  for (const { id } of ending) await jobs.add(tx, 'warn-of-api-key', { tenantId: tenant.id, keyId: id });
};

export type EndingKey = {
  readonly id: string;
  readonly post: string;
  readonly expiresAt: Date;
  readonly warnedAt: Date;
  /** Of whoever holds its post now, of whoever made it and holds any, and of whoever can make another. */
  readonly addresses: readonly string[];
};

/** Null: it was revoked meanwhile. */
export const readEndingKey = async (tx: Tx, tenant: Tenant, id: string): Promise<EndingKey | null> => {
  const key = await tx
    .selectFrom('api_key as k')
    .innerJoin('post as p', (join) => join.onRef('p.tenant_id', '=', 'k.tenant_id').onRef('p.id', '=', 'k.post_id'))
    .select(['k.post_id', 'k.expires_at', 'k.made_by', 'k.warned_at', 'p.name'])
    .where('k.tenant_id', '=', tenant.id)
    .where('k.id', '=', id)
    .where('k.revoked_at', 'is', null)
    .executeTakeFirst();
  if (key === undefined || key.expires_at === null || key.warned_at === null) return null;
  const now = tenant.clock.now();
  const holders = await tx
    .selectFrom('post_holder')
    .select('address')
    .distinct()
    .where('tenant_id', '=', tenant.id)
    .where('address', 'is not', null)
    .where('from_at', '<=', now)
    .where((either) => either.or([either('until_at', 'is', null), either('until_at', '>', now)]))
    .where((either) => either.or([either('post_id', '=', key.post_id), either('user_id', '=', key.made_by ?? '')]))
    .execute();
  const admins = await addressesOfAdmins(tx, tenant.id, now);
  const addresses = [...new Set([...holders.flatMap(({ address }) => address ?? []), ...admins])].toSorted();
  return { id, post: key.name, expiresAt: key.expires_at, warnedAt: key.warned_at, addresses };
};

/** The keys that end before a moment, the soonest first, with the name of their post. */
export const readKeysEnding = async (
  tx: Tx,
  tenant: Tenant,
  before: Date,
): Promise<readonly Pick<EndingKey, 'id' | 'post' | 'expiresAt'>[]> => {
  const rows = await tx
    .selectFrom('api_key as k')
    .innerJoin('post as p', (join) => join.onRef('p.tenant_id', '=', 'k.tenant_id').onRef('p.id', '=', 'k.post_id'))
    .select(['k.id', 'p.name as post', 'k.expires_at'])
    .where('k.tenant_id', '=', tenant.id)
    .where('k.expires_at', '>', tenant.clock.now())
    .where('k.expires_at', '<=', before)
    .where('k.revoked_at', 'is', null)
    .where('p.closed_at', 'is', null)
    .orderBy('k.expires_at')
    .execute();
  return rows.flatMap(({ id, post, expires_at }) => (expires_at === null ? [] : [{ id, post, expiresAt: expires_at }]));
};
