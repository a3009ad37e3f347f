import type { Tx } from '../../store/tx.ts';

/** The numbers of reports by their ids: what people call them by. */
export const readNumbers = async (
  tx: Tx,
  tenantId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom('report')
    .select(['id', 'number'])
    .where('tenant_id', '=', tenantId)
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map((row) => [row.id, row.number]));
};
