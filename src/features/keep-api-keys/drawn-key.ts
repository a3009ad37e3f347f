import { drawApiKey, type DrawnKey } from '../../store/api-key.ts';
import type { Installation } from '../../store/installation.ts';
import { openPass, sealPass } from '../../store/sealed-pass.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';

const goodForMs = 60 * 60 * 1000;

type Keys = Pick<Installation, 'keyring' | 'clock'>;

/** The key that a form will make, sealed in the form: sent twice, by a double tap, it makes one, and both answers show it. */
export const sealDrawn = ({ keyring, clock }: Keys, tenant: Tenant): string => {
  const until = new Date(clock.now().getTime() + goodForMs);
  return sealPass({ keyring, kind: 'drawn_key', tenantId: tenant.id }, drawApiKey(tenant.clock.now()), until);
};

/** Null: the form came without one, or stood open too long. */
export const openDrawn = ({ keyring, clock }: Keys, tenant: Tenant, pass: string): DrawnKey | null =>
  openPass({ keyring, kind: 'drawn_key', tenantId: tenant.id }, pass, clock.now(), (content) => {
    const { id, key }: Record<string, unknown> = { ...content };
    return typeof id === 'string' && typeof key === 'string' ? { id, key } : null;
  });
