import { scopes as knownScopes, type Scope } from '../../domain/access.ts';
import type { Tx } from '../../store/tx.ts';

export type KeyRow = {
  readonly id: string;
  readonly post: string;
  readonly isPostClosed: boolean;
  readonly scopes: readonly Scope[];
  readonly madeBy: string | null;
  readonly madeAt: Date;
  readonly expiresAt: Date | null;
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
};

/** Far more than any city has given out. */
const most = 200;

/** The newest first. */
export const readKeys = async (tx: Tx, tenantId: string): Promise<readonly KeyRow[]> => {
  const rows = await tx
    .selectFrom('api_key as k')
    .innerJoin('post as p', (join) => join.onRef('p.tenant_id', '=', 'k.tenant_id').onRef('p.id', '=', 'k.post_id'))
    .select(['k.id', 'p.name as post', 'p.closed_at', 'k.scopes', 'k.made_by', 'k.created_at'])
    .select(['k.expires_at', 'k.last_used_at', 'k.revoked_at'])
    .where('k.tenant_id', '=', tenantId)
    .orderBy('k.id', 'desc')
    .limit(most)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    post: row.post,
    isPostClosed: row.closed_at !== null,
    scopes: knownScopes.filter((scope) => row.scopes.includes(scope)),
    madeBy: row.made_by,
    madeAt: row.created_at,
    expiresAt: row.expires_at,
    lastUsedAt: row.last_used_at,
    revokedAt: row.revoked_at,
  }));
};
