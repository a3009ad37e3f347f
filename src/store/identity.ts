import type { Access, Scope } from '../domain/access.ts';
import type { Deputy } from '../domain/office.ts';
import type { CityActor } from './city-event.ts';
import type { NamedPost } from './city.ts';

/** The options of a route for whoever holds a post, and of one for whoever administers the city. */
export const staff = { config: { access: 'staff' satisfies Access } };
export const administrator = { config: { access: { post: 'administer_city' } satisfies Access } };

/** Who is behind a request that passed its guard. */
export type StaffIdentity = {
  readonly userId: string;
  readonly login: string;
  readonly sessionId: string;
  /** All posts held here and now; never empty. */
  readonly posts: readonly HeldNamedPost[];
  /** The one acted as. */
  readonly post: HeldNamedPost;
};
/** `acting`: in the place of whoever holds it in their own right. */
export type HeldNamedPost = NamedPost & { readonly acting: Deputy | null };
export type KeyIdentity = { readonly keyId: string; readonly post: NamedPost; readonly scopes: readonly Scope[] };

const officers = new WeakMap<object, StaffIdentity>();
const keys = new WeakMap<object, KeyIdentity>();

/** Written by the guards alone. */
export const rememberStaff = (request: object, identity: StaffIdentity): void => void officers.set(request, identity);
export const rememberKey = (request: object, identity: KeyIdentity): void => void keys.set(request, identity);

/** The officer of a request. Throws where the route did not ask for one: a route that forgot its access must not find a post. */
export const staffOf = (request: object): StaffIdentity => {
  const identity = officers.get(request);
  if (identity === undefined) throw new Error('this route does not admit staff');
  return identity;
};

/** The same, as one who changes the city. */
export const actorOf = (request: object): NonNullable<CityActor> => {
  const { userId, post } = staffOf(request);
  return { userId, postId: post.id };
};

/** The same, for a page that looks different to officers. */
export const staffIfAny = (request: object): StaffIdentity | undefined => officers.get(request);

export const keyOf = (request: object): KeyIdentity | undefined => keys.get(request);
