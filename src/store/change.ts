import type { Actor } from '../domain/actor.ts';

/** Who changes something in which tenant, and when. */
export type Change = { readonly tenantId: string; readonly actor: Actor; readonly at: Date };
