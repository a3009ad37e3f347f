import type { Scope } from '../domain/access.ts';
import type { Deputy } from '../domain/office.ts';
import type { NamedPost } from './city.ts';

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

const staff = new WeakMap<object, StaffIdentity>();
const keys = new WeakMap<object, KeyIdentity>();

/** Written by the guards alone. */
export const rememberStaff = (request: object, identity: StaffIdentity): void => void staff.set(request, identity);
export const rememberKey = (request: object, identity: KeyIdentity): void => void keys.set(request, identity);

/** The officer of a request. Throws where the route did not ask for one: a route that forgot its access must not find a post. */
export const staffOf = (request: object): StaffIdentity => {
  const identity = staff.get(request);
  if (identity === undefined) throw new Error('this route does not admit staff');
  return identity;
};

/** The same, for a page that looks different to officers. */
export const staffIfAny = (request: object): StaffIdentity | undefined => staff.get(request);

export const keyOf = (request: object): KeyIdentity | undefined => keys.get(request);
