import { allows } from '../../domain/permission.ts';
import { isFinal, reportStates, type ReportState } from '../../domain/report.ts';
import type { Post, Role } from '../../domain/role.ts';

/** What a post can leaf through: what waits for itself, what its agency works on, every report of the city in one open state, all that ended so, or what people have flagged. */
export type QueueList = WaitingList | EndedList | FlaggedList;
export type WaitingList =
  | { readonly kind: 'own' }
  | { readonly kind: 'agency' }
  | { readonly kind: 'state'; readonly state: ReportState };
export type FlaggedList = { readonly kind: 'flagged' };
export type EndedList = { readonly kind: 'ended'; readonly state: ReportState };

/** All lists of a post, its own queue first; none for a post that handles no reports. */
export const listsOf = (post: Post): readonly QueueList[] => [
  ...(allows(post, 'see_queue') ? [{ kind: 'own' } as const] : []),
  ...(looksAtFlags(post) ? [{ kind: 'flagged' } as const] : []),
  ...(post.roles.includes('agency_head') ? [{ kind: 'agency' } as const] : []),
  ...(allows(post, 'see_reports') ? reportStates.map(inState) : []),
];

/** Who decides what the public sees. */
export const looksAtFlags = (post: Post): boolean =>
  post.roles.includes('verifier') || post.roles.includes('coordinator');

const inState = (state: ReportState): QueueList => ({ kind: isFinal(state) ? 'ended' : 'state', state });

/** What a desk with several posts of one role shares, whoever of them holds it: shown beside the own queue. */
export const deskListsOf = (post: Post): readonly QueueList[] => {
  const states = post.roles.flatMap((role) => deskStates[role] ?? []);
  return listsOf(post).filter((list) => !('state' in list) || states.includes(list.state));
};

const deskStates: { readonly [R in Role]?: readonly ReportState[] } = {
  verifier: ['received'],
  coordinator: ['verified', 'disputed', 'transferred'],
  validator: ['answered'],
  leadership: ['disputed'],
  intake_operator: ['needs_info'],
};

/** The name of a list in the address. */
export const slugOf = (list: QueueList): string =>
  'state' in list ? list.state : { own: 'saya', agency: 'instansi', flagged: 'dilaporkan' }[list.kind];

/** The list asked for where the post has it, else its first; null: it has none. */
export const listAsked = (post: Post, slug: string | undefined): QueueList | null => {
  const lists = listsOf(post);
  return lists.find((list) => slugOf(list) === slug) ?? lists[0] ?? null;
};
