import { allows, permissions, type Permission } from './permission.ts';
import type { Post } from './role.ts';

/** What an interface key may be good for. */
export const scopes = ['report:create', 'report:handle', 'report:read'] as const;
export type Scope = (typeof scopes)[number];

/** What a key of this post may be good for: never more than the post itself may. */
export const scopesOf = (post: Pick<Post, 'roles'>): readonly Scope[] =>
  scopes.filter((scope) => neededFor[scope].some((permission) => allows(post, permission)));

const neededFor = {
  'report:create': ['take_part'],
  'report:handle': ['take_part'],
  'report:read': ['see_queue', 'see_reports'],
} as const satisfies Record<Scope, readonly Permission[]>;

/**
 * Who may: declared by every route and every job. `everyone`: no question asked. `claim`: whoever shows the number and the code of a report,
 * checked where the code arrives. `staff`: whoever holds a post; `{ post }`: whoever holds one with this permission. `{ key }`: an interface key
 * with this scope. `system`: what no person asked for.
 */
export type Access =
  | 'everyone'
  | 'claim'
  | 'staff'
  | 'system'
  | { readonly post: Permission }
  | { readonly key: Scope };

export const isAccess = (value: unknown): value is Access => {
  if (typeof value === 'string') return ['everyone', 'claim', 'staff', 'system'].includes(value);
  if (typeof value !== 'object' || value === null) return false;
  if ('post' in value) return permissions.some((permission) => permission === value.post);
  return 'key' in value && scopes.some((scope) => scope === value.key);
};
