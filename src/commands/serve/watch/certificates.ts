import type { CertificateEnd } from '../../../adapters/tls/certificate-end.ts';
import type { HealthFacts } from '../../../domain/health/health-facts.ts';
import type { Clock } from '../../../platform/clock/clock.ts';
import type { Tenants } from '../../../platform/tenant/tenant.ts';

type Certificates = HealthFacts['certificates'];

/** A certificate is good for weeks: it is looked at four times a day, and again sooner where it could not be read. */
const lookEveryMs = 6 * 3_600_000;
const tryAgainMs = 10 * 60_000;
const dayMs = 24 * 3_600_000;

export type CertificateMeans = {
  readonly tenants: Pick<Tenants, 'all'>;
  readonly clock: Clock;
  readonly certificateEnd: (origin: string) => Promise<CertificateEnd>;
};

/** The certificates of all addresses with https, as they were when last looked at. */
export const watchCertificates = ({ tenants, clock, certificateEnd }: CertificateMeans) => {
  let known: { readonly until: number; readonly certificates: Certificates } | null = null;
  return async (): Promise<Certificates> => {
    const now = clock.now();
    if (known !== null && now.getTime() < known.until) return known.certificates;
    const origins = (await tenants.all()).map(({ origin }) => origin).filter((origin) => origin.startsWith('https:'));
    const certificates = await Promise.all(
      origins.map(async (origin) => {
        const end = await certificateEnd(origin);
        const daysLeft = 'until' in end ? Math.floor((end.until.getTime() - now.getTime()) / dayMs) : null;
        return { host: new URL(origin).host, daysLeft };
      }),
    );
    const isWhole = certificates.every(({ daysLeft }) => daysLeft !== null);
    known = { until: now.getTime() + (isWhole ? lookEveryMs : tryAgainMs), certificates };
    return certificates;
  };
};
