import type { Tx } from './tx.ts';

export const hasReports = async (tx: Tx, tenantId: string): Promise<boolean> => {
  const row = await tx.selectFrom('report').select('id').where('tenant_id', '=', tenantId).limit(1).executeTakeFirst();
  return row !== undefined;
};
