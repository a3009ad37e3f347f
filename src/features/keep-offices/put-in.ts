import type { HolderFields } from '../../domain/office.ts';
import { jobs } from '../../platform/jobs/jobs.ts';
import type { Result } from '../../domain/result.ts';
import { openOffice, type NewOffice, type OfficeChanged } from '../../store/change-office.ts';
import type { OfficeRefusal } from '../../store/office-refusal.ts';
import type { Tx } from '../../store/tx.ts';

export type PutIn = Pick<NewOffice, 'by' | 'at'> & {
  readonly id: string;
  readonly fields: HolderFields;
  /** Where their letters go. */
  readonly address: string | null;
};

/** Puts somebody into a post, and has them told. */
export const putIn = async (
  tx: Tx,
  tenantId: string,
  { id, fields, address, ...done }: PutIn,
): Promise<Result<OfficeChanged, OfficeRefusal>> => {
  const office = { kind: 'holder', id, fields } as const;
  const opened = await openOffice(tx, tenantId, { office, beside: { address }, ...done });
  if (opened.ok && opened.value.eventId !== null) await jobs.add(tx, 'tell-of-new-post', { tenantId, holderId: id });
  return opened;
};
