import type { Tenant } from '../../platform/tenant/tenant.ts';

const patienceMs = 5_000;

/** Whether Laksa answers at the address of the region, encrypted and with a certificate that holds. */
export const isReached = async ({ origin }: Pick<Tenant, 'origin'>): Promise<boolean> => {
  if (!origin.startsWith('https:')) return false;
  try {
    const answer = await fetch(`${origin}/healthz`, { redirect: 'manual', signal: AbortSignal.timeout(patienceMs) });
    return answer.status === 200;
  } catch {
    return false;
  }
};
