import type { Scope } from '../domain/access.ts';
import type { Role } from '../domain/role.ts';
import type { Tenant } from '../platform/tenant/tenant.ts';
import { insertApiKey } from '../store/api-key.ts';
import { postWithRole, type City, type NamedPost } from '../store/city.ts';
import type { Installation } from '../store/installation.ts';

export type ApiKeyRequest = {
  /** A role stands for the first post that has it, which is also the one of the demonstration sign-in. */
  readonly post: { readonly role: Role } | { readonly slug: string };
  readonly scopes: readonly Scope[];
  readonly expiresAt?: Date | undefined;
};

/** Makes an interface key and gives it, the only time it is seen. Throws when the city has no such post, or no scope was asked for. */
export const createApiKey = async (laksa: Installation, tenant: Tenant, request: ApiKeyRequest): Promise<string> => {
  if (request.scopes.length === 0) throw new Error('a key without a scope opens nothing: name at least one');
  return laksa.database.inTenant(tenant.id, async (tx) => {
    const city = await laksa.cities.read(tx, tenant, laksa.clock.now());
    const { id: postId } = postOf(city, request.post);
    return insertApiKey(tx, tenant.id, {
      postId,
      scopes: request.scopes,
      expiresAt: request.expiresAt ?? null,
      by: null,
      at: tenant.clock.now(),
    });
  });
};

const postOf = (city: City, post: ApiKeyRequest['post']): NamedPost => {
  if ('role' in post) return postWithRole(city, post.role);
  const found = city.posts.find((candidate) => candidate.slug === post.slug);
  if (found === undefined) throw new Error(`the city has no post ${post.slug}`);
  return found;
};
