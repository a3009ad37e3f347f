import type { FastifyRequest } from 'fastify';

import { take, wholeInstallation } from '../../platform/limit/limit.ts';
import { networkOf } from '../../platform/limit/network.ts';
import { parseEmail } from '../../store/contact.ts';
import { addressOfHolder } from '../../store/holder-address.ts';
import { sendSignInLink } from '../../store/sign-in-link.ts';
import type { ResetPasswordMeans } from './means.ts';

/** A letterbox is not for others to fill. Beyond it no letter goes, and nobody is told so: the owner has the ones before. Source: own. */
const ofOneLogin = { max: 3, windowSeconds: 60 * 60 } as const;
/** Far more than an office behind one address forgets. Source: own. */
const fromOneNetwork = { max: 60, windowSeconds: 60 * 60 } as const;

/**
 * Has a letter sent to whoever signs in by a login, to that mail address, or where the login is none to the one that letters of this city go to. The same
 * work and the same answer for a login that nobody has. False: asked too often from this network. No count of wrong passwords is touched, and none of
 * this keeps anybody out.
 */
export const askLink = async (
  laksa: ResetPasswordMeans,
  { tenant, ip, language }: FastifyRequest,
  typed: string,
): Promise<boolean> => {
  const login = typed.trim().toLowerCase();
  const at = laksa.clock.now();
  const counted = { tenantId: wholeInstallation, at };
  const network = networkOf(ip);
  const { isAllowed, isSent } = await laksa.database.inTenant(wholeInstallation, async (tx) => {
    const isFew =
      network === null || (await take(tx, { ...counted, key: `forgotten from ${network}`, ...fromOneNetwork })).allowed;
    const isFirst = (await take(tx, { ...counted, key: `forgotten ${login}`, ...ofOneLogin })).allowed;
    return { isAllowed: isFew, isSent: isFew && isFirst };
  });
  if (!isSent) return isAllowed;
  const userId = await laksa.sessions.userOf(login);
  await laksa.database.inTenant(tenant.id, async (tx) => {
    const own = await addressOfHolder(tx, tenant, userId ?? 'nobody');
    const letter = { login, address: parseEmail(login) ?? own ?? '', by: null };
    await sendSignInLink(tx, laksa, tenant, { userId, purpose: 'password', language, letter });
  });
  return true;
};
