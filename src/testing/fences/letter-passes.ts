import { lookup } from '../../platform/keyring/tenant-keys.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import { askContactChange } from '../../store/contact-change.ts';
import { askToFollow } from '../../store/follow-request.ts';
import { confirmFollow } from '../../store/follow.ts';
import { sealAddressPass, sealLetterPass, type LetterPassKind } from '../../store/letter-pass.ts';
import type { FenceSite } from './fence-site.ts';

/** Of letters: to follow the first report, to stop that, to put another address on record, to take that back, and to stop all letters to an address. */
export type LetterPasses = Readonly<
  Record<'followPass' | 'unfollowPass' | 'contactPass' | 'contactBackPass' | 'addressPass', string>
>;

type OfReport = { readonly reportId: string; readonly number: string; readonly email: string };

/** Somebody follows the report, somebody else is about to, and its reporter asked for another address. */
export const passesOfLetters = async (
  { laksa }: FenceSite,
  tenant: Tenant,
  { reportId, number, email }: OfReport,
): Promise<LetterPasses> => {
  const idIn = (table: 'follow_request' | 'contact_change'): Promise<string> =>
    laksa.database.inTenant(tenant.id, async (tx) => {
      const rows = tx
        .selectFrom(table)
        .select('id')
        .where('tenant_id', '=', tenant.id)
        .where('report_id', '=', reportId);
      return (await rows.orderBy('id', 'desc').executeTakeFirstOrThrow()).id;
    });
  const ask = async (address: string): Promise<string> => {
    const asked = { number, email: address, language: 'id', device: address, network: null } as const;
    if (!(await askToFollow(laksa, tenant, asked)).ok) throw new Error('the report is followed');
    return idIn('follow_request');
  };
  const followId = await ask(email);
  await confirmFollow(laksa, tenant, followId);
  const requestId = await ask(`lain.${email}`);
  const claim = { reportId, number, generation: 1 };
  const change = { values: { email: `baru.${email}` }, language: 'id' } as const;
  if (!(await askContactChange(laksa, tenant, claim, change)).ok) throw new Error('the address is changed');
  const changeId = await idIn('contact_change');
  const address = await laksa.database.inTenant(tenant.id, async (tx) =>
    lookup(await laksa.keyring.tenantKeys(tx, tenant.id, tenant.clock.now()), 'email', `lain.${email}`),
  );
  const seal = (kind: LetterPassKind, id: string): string =>
    sealLetterPass({ keyring: laksa.keyring, tenantId: tenant.id, kind }, id);
  return {
    followPass: seal('follow', requestId),
    unfollowPass: seal('unfollow', followId),
    contactPass: seal('contact', changeId),
    contactBackPass: seal('contact_back', changeId),
    addressPass: sealAddressPass({ keyring: laksa.keyring, tenantId: tenant.id }, address),
  };
};
