import type { FastifyRequest } from 'fastify';

import { deviceOf } from '../../platform/session/device.ts';
import type { Factor } from '../../platform/session/factor.ts';
import { recordSignIn } from '../../store/sign-in-event.ts';
import { readSignInLink, spendSignInLink } from '../../store/sign-in-link.ts';
import type { ResetPasswordMeans } from './means.ts';

/** What is to hold from now on; null: stays as it is. */
export type MeansAnew = { readonly passwordHash: string | null; readonly factor: Factor | null };

/**
 * Sets what was proved, ends all sessions, and has the owner told. The link is spent first and kept only if the rest was done: of two hands one does it, and a breakdown
 * leaves the link open.
 */
export const setMeansAnew = (
  laksa: ResetPasswordMeans,
  { tenant, headers }: Pick<FastifyRequest, 'tenant' | 'headers'>,
  id: string,
  { passwordHash, factor }: MeansAnew,
): Promise<'done' | 'over'> =>
  laksa.database.inTenant(tenant.id, async (tx) => {
    const link = await readSignInLink(tx, laksa, tenant, id);
    if (link === null || !(await spendSignInLink(tx, tenant, id))) return 'over';
    const { accounts } = laksa.sessions;
    if (passwordHash !== null) await accounts.setPassword(link.userId, passwordHash);
    if (factor !== null) await accounts.setFactor(link.userId, factor);
    const done = {
      userId: link.userId,
      at: tenant.clock.now(),
      device: deviceOf(headers['user-agent']),
      detail: null,
    };
    if (passwordHash !== null) await recordSignIn(tx, tenant.id, { ...done, kind: 'password_changed' });
    if (factor !== null) await recordSignIn(tx, tenant.id, { ...done, kind: 'app_renewed' });
    return 'done';
  });
