import type { Tenant } from '../../platform/tenant/tenant.ts';
import { postWithRole, type City, type NamedPost } from '../../store/city.ts';
import type { Installation } from '../../store/installation.ts';
import { createApiKey } from '../apikey.ts';

/** The posts that carry a report to its end, each with a key of its own. */
export type Crew = {
  readonly verifier: string;
  readonly coordinator: string;
  readonly validator: string;
  /** By slug of the post. */
  readonly officers: ReadonlyMap<string, string>;
};

/** Keys made for this run alone. */
const dayMs = 24 * 60 * 60 * 1000;

/** `days`: of the city's own time, which a replay runs through faster than the machine's. */
export const hireCrew = async (laksa: Installation, tenant: Tenant, city: City, days = 1): Promise<Crew> => {
  const expiresAt = new Date(tenant.clock.now().getTime() + days * dayMs);
  const keyOf = ({ slug }: NamedPost): Promise<string> =>
    createApiKey(laksa, tenant, { post: { slug }, scopes: ['report:read', 'report:handle'], expiresAt });
  const officers = new Map<string, string>();
  for (const post of city.posts.filter(({ roles }) => roles.includes('agency_officer')))
    officers.set(post.slug, await keyOf(post));
  return {
    verifier: await keyOf(postWithRole(city, 'verifier')),
    coordinator: await keyOf(postWithRole(city, 'coordinator')),
    validator: await keyOf(postWithRole(city, 'validator')),
    officers,
  };
};
