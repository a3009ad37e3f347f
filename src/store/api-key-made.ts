import { scopes as knownScopes, type Scope } from '../domain/access.ts';
import type { Tenant } from '../platform/tenant/tenant.ts';
import type { Tx } from './tx.ts';

export type MadeKey = {
  readonly id: string;
  readonly post: string;
  readonly scopes: readonly Scope[];
  readonly madeAt: Date;
  readonly expiresAt: Date | null;
  /** Of whoever holds its post now: what the key does is done in their name. */
  readonly addresses: readonly string[];
};

/** Null: it was revoked meanwhile. */
export const readMadeKey = async (tx: Tx, tenant: Tenant, id: string): Promise<MadeKey | null> => {
  const key = await tx
    .selectFrom('api_key as k')
    .innerJoin('post as p', (join) => join.onRef('p.tenant_id', '=', 'k.tenant_id').onRef('p.id', '=', 'k.post_id'))
    .select(['k.post_id', 'k.scopes', 'k.created_at', 'k.expires_at', 'p.name'])
    .where('k.tenant_id', '=', tenant.id)
    .where('k.id', '=', id)
    .where('k.revoked_at', 'is', null)
    .executeTakeFirst();
  if (key === undefined) return null;
  const now = tenant.clock.now();
  const holders = await tx
    .selectFrom('post_holder')
    .select('address')
    .distinct()
    .where('tenant_id', '=', tenant.id)
    .where('post_id', '=', key.post_id)
    .where('address', 'is not', null)
    .where('from_at', '<=', now)
    .where((either) => either.or([either('until_at', 'is', null), either('until_at', '>', now)]))
    .orderBy('address')
    .execute();
  const scopes = knownScopes.filter((scope) => key.scopes.includes(scope));
  const addresses = holders.flatMap(({ address }) => address ?? []);
  return { id, post: key.name, scopes, madeAt: key.created_at, expiresAt: key.expires_at, addresses };
};
