import type { PhotoPublication } from '../domain/outcome.ts';
import type { Tx } from './tx.ts';

/** Which pictures of a report everyone sees from here on. Whether it has any that may be seen is asked of the report each time (`photo_public`). */
export const publishPhotos = async (
  tx: Tx,
  { tenantId, reportId }: { readonly tenantId: string; readonly reportId: string },
  shown: PhotoPublication,
): Promise<void> => {
  const own = tx.updateTable('photo').where('tenant_id', '=', tenantId).where('report_id', '=', reportId);
  if ('only' in shown) await own.set({ is_public: false }).where('is_public', '=', true).execute();
  const ids = 'only' in shown ? shown.only : shown.also;
  if (ids.length > 0) await own.set({ is_public: true }).where('id', 'in', ids).execute();
};
