import { takeBackMs } from './contact-change-row.ts';
import type { Tx } from './tx.ts';

type OfReport = {
  readonly tenantId: string;
  readonly reportId: string;
  /** By the city's clock. */
  readonly at: Date;
};

/**
 * When a mail address was added where there was none, as long as that is not long ago; null: there was one, or there is none. Nobody else could be told of
 * it, and whoever stole the code may have done it: for as long the address shuts nobody out.
 */
export const addedAddressOf = async (tx: Tx, report: OfReport): Promise<Date | null> => {
  const row = await confirmedSince(tx, report)
    .where('old_sealed', 'is', null)
    .where('new_sealed', 'is not', null)
    .executeTakeFirst();
  return row?.done_at ?? null;
};

/** Whether the mail address on record came there a short while ago, in the place of another or of none. */
export const isAddressYoung = async (tx: Tx, report: OfReport): Promise<boolean> =>
  (await confirmedSince(tx, report).executeTakeFirst()) !== undefined;

const confirmedSince = (tx: Tx, { tenantId, reportId, at }: OfReport) =>
  tx
    .selectFrom('contact_change')
    .select('done_at')
    .where('tenant_id', '=', tenantId)
    .where('report_id', '=', reportId)
    .where('field', '=', 'email')
    .where('state', '=', 'done')
    .where('done_at', '>', new Date(at.getTime() - takeBackMs))
    .orderBy('id')
    .limit(1);
