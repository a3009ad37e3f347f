import type { CheckedList } from './check-list.ts';

/** What is kept of a list until somebody says yes to it: every line as it was judged, what it makes, and who asks the people in it. */
export type KeptList = CheckedList & { readonly inviter: string | null };

/** Read back as it was kept; nothing once it is brought in. */
export const keptListOf = (content: unknown): KeptList => {
  const nothing = { inviter: null, lines: [], agencies: [], posts: [] };
  return typeof content === 'object' && content !== null && 'lines' in content
    ? { ...nothing, ...(content as KeptList) } // sealed by us: nobody else can have written it; before, lists made no posts
    : nothing;
};
