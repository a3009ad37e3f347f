import type { Tenant } from '../../platform/tenant/tenant.ts';
import { sealLetterPass } from '../../store/letter-pass.ts';
import { settleLetter } from '../../store/notice-delivery.ts';
import { lookup } from '../../platform/keyring/tenant-keys.ts';
import type { FenceSite } from './fence-site.ts';

type OfReport = { readonly reportId: string; readonly email: string };

/** Of the link to the choices in the first letter about a report, which is settled by this and not sent. */
export const noticesPassOf = async (
  { laksa }: FenceSite,
  tenant: Tenant,
  { reportId, email }: OfReport,
): Promise<string> => {
  const letterId = await laksa.database.inTenant(tenant.id, async (tx) => {
    const ofReport = tx
      .selectFrom('notice')
      .select(['id', 'letter_id'])
      .where('tenant_id', '=', tenant.id)
      .where('report_id', '=', reportId)
      .where('follow_id', 'is', null)
      .orderBy('seq');
    const { id } = await ofReport.executeTakeFirstOrThrow();
    const writtenAt = tenant.clock.now();
    const found = lookup(await laksa.keyring.tenantKeys(tx, tenant.id, writtenAt), 'email', email);
    const letter = {
      reportId,
      followId: null,
      lookup: found,
      language: 'id',
      wordingVersion: null,
      writtenAt,
    } as const;
    await settleLetter(tx, { tenantId: tenant.id, noticeIds: [id] }, letter);
    return (await ofReport.executeTakeFirstOrThrow()).letter_id ?? '';
  });
  return sealLetterPass({ keyring: laksa.keyring, tenantId: tenant.id, kind: 'notices' }, letterId);
};
