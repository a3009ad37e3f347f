import { holdsAt, type HolderFields, type Office } from './office.ts';
import { allows } from './permission.ts';
import type { Role } from './role.ts';

/** Who is there to do what: the posts that are open, and who is in them. */
export type Staffing = {
  readonly posts: readonly { readonly id: string; readonly roles: readonly Role[] }[];
  readonly holders: readonly ({ readonly id: string } & Pick<HolderFields, 'postId' | 'from' | 'until'>)[];
};

export type StaffingProblem =
  | { readonly kind: 'last_administrator' }
  | { readonly kind: 'role_left_empty'; readonly role: Role };

/** A report that nobody assigns goes to the first open post with one of these: a city always has one of each. */
const deskRoles = ['verifier', 'coordinator', 'validator', 'inspectorate', 'leadership'] as const satisfies Role[];

/**
 * What a change of its offices would take from a city: the last post that takes what nobody else does, or whoever could undo it. A city that has an
 * administrator without end keeps one, or one who comes before they go; of those whose time runs out, it keeps the one who stays longest.
 */
export const staffingProblem = (before: Staffing, after: Staffing, at: string): StaffingProblem | null => {
  const role = deskRoles.find((one) => hasRole(before, one) && !hasRole(after, one));
  if (role !== undefined) return { kind: 'role_left_empty', role };
  return administeredUntil(after, at) < administeredUntil(before, at) ? { kind: 'last_administrator' } : null;
};

/** Until when there is always somebody who administers, from this moment on: who comes on the day that another leaves counts. Empty when nobody does now. */
export const administeredUntil = ({ posts, holders }: Staffing, at: string): string => {
  const administering = new Set(posts.filter((post) => allows(post, 'administer_city')).map(({ id }) => id));
  const spans = holders.filter(({ postId }) => administering.has(postId)).toSorted((a, b) => compare(a.from, b.from));
  if (!spans.some((span) => holdsAt(span, at))) return '';
  return spans.reduce((end, { from, until }) => {
    const last = until ?? forEver;
    return from <= end && last > end ? last : end;
  }, at);
};

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** Sorts behind every instant. */
export const forEver = '~';

/** The same city once one of its offices is as it says here. */
export const withOffice = (staffing: Staffing, office: Office): Staffing => {
  if (office.kind === 'agency') return staffing;
  const { id } = office;
  if (office.kind === 'holder') {
    const holders = staffing.holders.filter((holder) => holder.id !== id);
    return { ...staffing, holders: [...holders, { id, ...office.fields }] };
  }
  const posts = staffing.posts.filter((post) => post.id !== id);
  return { ...staffing, posts: office.fields.closedAt === null ? [...posts, { id, ...office.fields }] : posts };
};

const hasRole = ({ posts }: Staffing, role: Role): boolean => posts.some(({ roles }) => roles.includes(role));
