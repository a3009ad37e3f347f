import { lastDayOf } from '../../domain/last-day.ts';
import { localDay } from '../../domain/time.ts';
import type { StaffPerson } from '../../platform/session/find-people.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import { parseEmail } from '../../store/contact.ts';
import type { Installation } from '../../store/installation.ts';
import { openInvited } from '../../store/invitation.ts';
import type { Tx } from '../../store/tx.ts';
import type { KnownSpan } from './check-list.ts';

export type Holding = KnownSpan & { readonly userId: string };

/** Who holds what now or later, with the accounts behind it. */
export const readHoldings = async (tx: Tx, tenant: Tenant): Promise<readonly Omit<Holding, 'address'>[]> => {
  const rows = await tx
    .selectFrom('post_holder')
    .select(['id', 'user_id', 'post_id', 'from_at', 'until_at'])
    .where('tenant_id', '=', tenant.id)
    .where((either) => either.or([either('until_at', 'is', null), either('until_at', '>', tenant.clock.now())]))
    .orderBy('from_at')
    .execute();
  return rows.map((row) => ({
    holderId: row.id,
    userId: row.user_id,
    postId: row.post_id,
    ...daysOf(tenant, { from: row.from_at, until: row.until_at }),
  }));
};

type OpenOffice = { readonly id: string; readonly slug: string; readonly name: string };

/** As they stand in this transaction: a city that is kept may be seconds old. */
export const readOpenOffices = async (
  tx: Tx,
  tenant: Tenant,
): Promise<{ readonly agencies: readonly OpenOffice[]; readonly posts: readonly OpenOffice[] }> => {
  const openOf = (table: 'agency' | 'post'): Promise<readonly OpenOffice[]> =>
    tx
      .selectFrom(table)
      .select(['id', 'slug', 'name'])
      .where('tenant_id', '=', tenant.id)
      .where('closed_at', 'is', null)
      .execute();
  return { agencies: await openOf('agency'), posts: await openOf('post') };
};

/** Whom the city asked and who can still answer. */
export const readInvited = async (tx: Tx, laksa: Installation, tenant: Tenant): Promise<readonly KnownSpan[]> => {
  const rows = await tx
    .selectFrom('invitation')
    .select(['id', 'key_id', 'sealed', 'post_id', 'from_at', 'until_at'])
    .where('tenant_id', '=', tenant.id)
    .where('sealed', 'is not', null)
    .where('accepted_at', 'is', null)
    .where('voided_at', 'is', null)
    .where('expires_at', '>', tenant.clock.now())
    .execute();
  const spans: KnownSpan[] = [];
  for (const row of rows) {
    if (row.sealed === null) continue;
    const invited = await openInvited(tx, laksa, tenant, { ...row, sealed: row.sealed });
    if (invited === null) continue;
    const days = daysOf(tenant, { from: row.from_at, until: row.until_at });
    spans.push({ holderId: null, address: invited.address, postId: row.post_id, ...days });
  }
  return spans;
};

const daysOf = ({ zone }: Tenant, { from, until }: { readonly from: Date; readonly until: Date | null }) => ({
  from: localDay(from.toISOString(), zone),
  until: until === null ? null : lastDayOf(until, zone),
});

/** All who hold something, known by the address they sign in by. */
export const withAddresses = (
  holdings: readonly Omit<Holding, 'address'>[],
  people: readonly StaffPerson[],
): readonly Holding[] =>
  holdings.flatMap((holding) => {
    const login = people.find(({ userId }) => userId === holding.userId)?.login ?? '';
    const address = parseEmail(login);
    return address === null ? [] : [{ ...holding, address }];
  });
