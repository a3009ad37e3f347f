import type { FastifyRequest } from 'fastify';

import { scopesOf, type Scope } from '../../domain/access.ts';
import type { Denial } from '../../platform/http/access.ts';
import { findApiKey, isTouchDue, touchApiKey, type StoredKey } from '../../store/api-key.ts';
import type { NamedPost } from '../../store/city.ts';
import { rememberKey } from '../../store/identity.ts';
import type { Installation } from '../../store/installation.ts';
import { textFor } from '../../ui/texts/text.ts';

type KeyAccess = { readonly key: Scope };

/**
 * Lets a request pass that brings a key of this city with the scope a route asks for, and remembers whose key it is. A key that is unknown, of
 * another city, run out, revoked, or of a post that was closed, is one and the same 401. Of its scopes those count that its post may have now.
 */
export const guardKey =
  (laksa: Installation) =>
  async (request: FastifyRequest, access: KeyAccess): Promise<Denial | null> =>
    guardScopes(laksa, request, [access.key]);

/** The same where one of several scopes will do. */
export const guardScopes = async (
  laksa: Installation,
  request: FastifyRequest,
  scopes: readonly Scope[],
): Promise<Denial | null> => {
  const known = await readKey(laksa, request);
  const t = textFor(request.language);
  if (known === null) return { status: 401, kind: 'key_unknown', detail: t('api.keyUnknown') };
  const { key, post } = known;
  if (!scopes.some((scope) => key.scopes.includes(scope)))
    return { status: 403, kind: 'scope_missing', detail: t('api.scopeMissing', { scopes: scopes.join(', ') }) };
  rememberKey(request, { keyId: key.id, post, scopes: key.scopes });
  return null;
};

/** Whether a key was shown at all. */
export const showsKey = ({ headers }: FastifyRequest): boolean => headers.authorization !== undefined;

const readKey = async (
  laksa: Installation,
  request: FastifyRequest,
): Promise<{ readonly key: StoredKey; readonly post: NamedPost } | null> => {
  const [, shown] = /^Bearer +(\S+) *$/i.exec(request.headers.authorization ?? '') ?? [];
  if (shown === undefined) return null;
  const { tenant } = request;
  const at = tenant.clock.now();
  const found = await laksa.database.inTenant(
    tenant.id,
    async (tx) => {
      const key = await findApiKey(tx, tenant.id, shown, at);
      if (key === null) return null;
      const city = await laksa.cities.read(tx, tenant, laksa.clock.now());
      const post = city.posts.find((candidate) => candidate.id === key.postId);
      if (post === undefined) return null;
      const may = scopesOf(post);
      return { key: { ...key, scopes: key.scopes.filter((scope) => may.includes(scope)) }, post };
    },
    { readOnly: true },
  );
  if (found !== null && isTouchDue(found.key, at))
    await laksa.database.inTenant(tenant.id, (tx) => touchApiKey(tx, tenant.id, found.key.id, at));
  return found;
};
