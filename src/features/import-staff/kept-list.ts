import type { CheckedLine } from './check-list.ts';

/** What is kept of a list until somebody says yes to it: every line as it was judged, and who asks the people in it. */
export type KeptList = { readonly inviter: string | null; readonly lines: readonly CheckedLine[] };

/** Read back as it was kept; nothing once it is brought in. */
export const keptListOf = (content: unknown): KeptList =>
  typeof content === 'object' && content !== null && 'lines' in content
    ? (content as KeptList) // sealed by us: nobody else can have written it
    : { inviter: null, lines: [] };
