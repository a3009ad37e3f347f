import type { CheckedList } from './check-list.ts';

/** What is kept of a list until somebody says yes to it: every line as it was judged, what it makes, and who asks the people in it. */
export type KeptList = CheckedList & { readonly inviter: string | null };

const nothing: KeptList = { inviter: null, lines: [], agencies: [], posts: [] };
const makesNothing = { makes: { agency: null, post: null } } as const;

/** Read back as it was kept; nothing once it is brought in. A list that the version before has kept makes nothing. */
export const keptListOf = (content: unknown): KeptList => {
  if (typeof content !== 'object' || content === null || !('lines' in content)) return nothing;
  const kept = { ...nothing, ...(content as KeptList) }; // sealed by us: nobody else can have written it
  return { ...kept, lines: kept.lines.map((line) => ({ ...makesNothing, ...line })) };
};
