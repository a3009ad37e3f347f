import { LoginTaken } from '../../platform/session/enrol-staff.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import { acceptInvitation } from '../../store/answer-invitation.ts';
import type { Enrolled } from '../../store/enrolment.ts';
import type { AcceptInvitationMeans } from './means.ts';

/**
 * A new account, and with it the posts. The account is opened while the invitation is held: two hands make one of it. Should the posts fail after it,
 * the link stays open and asks to sign in.
 */
export const openOwnAccount = async (
  laksa: AcceptInvitationMeans,
  tenant: Tenant,
  id: string,
  { passwordHash, factor }: Enrolled,
): Promise<{ readonly kind: 'taken' | 'over' | 'login_taken' }> => {
  if (passwordHash === null) throw new Error('a new account has a password');
  try {
    const posts = await laksa.database.inTenant(tenant.id, (tx) =>
      acceptInvitation(tx, laksa, tenant, {
        id,
        accountOf: ({ invited: { name, address: login } }) =>
          laksa.sessions.accounts.open({ login, name, passwordHash, factor }),
      }),
    );
    return { kind: posts === null ? 'over' : 'taken' };
  } catch (error) {
    if (error instanceof LoginTaken) return { kind: 'login_taken' };
    throw error;
  }
};

/** The same for an account there is. False: the invitation is over. */
export const takeWithAccount = async (
  laksa: AcceptInvitationMeans,
  tenant: Tenant,
  id: string,
  userId: string,
): Promise<boolean> => {
  const posts = await laksa.database.inTenant(tenant.id, (tx) =>
    acceptInvitation(tx, laksa, tenant, { id, accountOf: () => Promise.resolve(userId) }),
  );
  return posts !== null;
};
