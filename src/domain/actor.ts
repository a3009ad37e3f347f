import type { Post } from './role.ts';

/** Who makes a move. A post acts through the person who holds it; the reporter is known by the claim code, the authority by its link. */
export type Actor =
  | { readonly kind: 'post'; readonly post: Post }
  | { readonly kind: 'reporter' }
  | { readonly kind: 'clock' }
  | { readonly kind: 'rule' }
  | { readonly kind: 'authority' };

export type ActorKind = Actor['kind'];
