import { certificateEnd } from '../../adapters/tls/certificate-end.ts';
import type { Config } from '../../config.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import { error, ok, warning, type Check, type Finding } from './check.ts';
import { ofEach } from './tenant-checks.ts';

export const addressChecks: readonly Check[] = [
  { name: 'proxy', look: ofEach(async ({ config }, tenant) => proxyFinding(tenant, config)) },
  { name: 'certificate', look: ofEach(async ({ laksa }, tenant) => lookAtCertificate(tenant, laksa.clock.now())) },
];

export const proxyFinding = (
  { origin }: Pick<Tenant, 'origin'>,
  { trustProxy }: Pick<Config, 'trustProxy'>,
): readonly Finding[] => {
  if (!origin.startsWith('https:')) return ok(`${origin}, without a proxy`);
  if (trustProxy.length > 0) return ok(`${origin}, behind ${trustProxy.join(', ')}`);
  return error(
    `${origin}, and no proxy is believed: every visitor seems to come from it`,
    'set TRUST_PROXY to the address the proxy connects from, such as 127.0.0.1',
  );
};

const dayMs = 24 * 3_600_000;
/** A renewal that has failed for a week is noticed with two weeks left. */
const warnedDays = 14;

/** How long the certificate at an https address is good for, asked of whoever answers there. */
export const lookAtCertificate = async ({ origin }: Pick<Tenant, 'origin'>, now: Date): Promise<readonly Finding[]> => {
  if (!origin.startsWith('https:')) return [];
  const found = await certificateEnd(origin);
  if (!('until' in found))
    return warning(
      `${origin} is not reached from here (${found.why})`,
      'see that name and proxy are up; from outside it may be otherwise',
    );
  const days = Math.floor((found.until.getTime() - now.getTime()) / dayMs);
  const said = `${origin}: good for ${days} days`;
  if (days < 0) return error(`${origin}: expired`, 'renew the certificate and reload the proxy');
  return days < warnedDays ? warning(said, 'see why it was not renewed') : ok(said);
};
