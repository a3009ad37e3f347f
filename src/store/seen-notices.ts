import type { Tx } from './tx.ts';

/** Somebody in the post has read these. What is no notice of this post is passed over; what was read keeps its time. */
export const markNoticesSeen = async (
  tx: Tx,
  { tenantId, postId }: { readonly tenantId: string; readonly postId: string },
  ids: readonly string[],
  at: Date,
): Promise<void> => {
  if (ids.length === 0) return;
  await tx
    .updateTable('post_notice')
    .set({ seen_at: at })
    .where('tenant_id', '=', tenantId)
    .where('post_id', '=', postId)
    .where('id', 'in', ids)
    .where('seen_at', 'is', null)
    .execute();
};
