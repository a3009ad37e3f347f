import { join } from 'node:path';

import { certificateEnd } from '../../../adapters/tls/certificate-end.ts';
import type { Config } from '../../../config.ts';
import type { Alert } from '../../../domain/health/alert.ts';
import { findTroubles, unknownParts } from '../../../domain/health/find-troubles.ts';
import { copiesUnknown, type HealthFacts } from '../../../domain/health/health-facts.ts';
import type { Clock } from '../../../platform/clock/clock.ts';
import { openDatabase } from '../../../platform/db/database.ts';
import { startLoop } from '../../../platform/loop/loop.ts';
import type { SendMail } from '../../../platform/mail/mail.ts';
import { openTenants } from '../../../platform/tenant/tenant.ts';
import { openCities } from '../../../store/city.ts';
import { addressesOfAdmins } from '../../../store/city-admins.ts';
import type { Schema } from '../../../store/schema.ts';
import { release } from '../../release.ts';
import { alertFile } from './alert-file.ts';
import { watchCertificates } from './certificates.ts';
import { createGauges } from './gauges.ts';
import { lastCopies, type CopyMeans } from './last-copies.ts';
import { readFacts } from './read-facts.ts';
import type { ServiceMemory } from './service-memory.ts';
import { tellAlerts } from './tell-alerts.ts';

export type WatchOptions = {
  readonly config: CopyMeans & Pick<Config, 'sendsMail' | 'publicUrl' | 'alertMail' | 'alertLanguage'>;
  /** As the application: it reads numbers, and whom a city's administrators are written to. */
  readonly databaseUrl: string;
  readonly memory: ServiceMemory;
  readonly sendMail: SendMail;
  readonly clock: Clock;
  readonly log: (line: string) => void;
};

/** Looks after the installation from outside of its web processes and workers: they may be what is wrong. */
export const openWatch = (options: WatchOptions) => {
  const { config, clock, memory, log } = options;
  const said = (error: unknown) => log(`watch: ${error instanceof Error ? error.message : String(error)}`);
  const ground = openGround(options);
  const gauges = createGauges(release());
  const certificates = watchCertificates({ ...ground, certificateEnd });
  const file = alertFile(join(config.dataDir, 'alerts.json'));
  let seen: HealthFacts | null = null;
  let followed: readonly Alert[] | null = null;

  /** One look: what is found is shown to collectors, and told to whoever must know. */
  const look = async (): Promise<void> => {
    const at = clock.now();
    const copies = () => lastCopies(config, at);
    seen = await readFacts({ ...ground, ...config, copies, certificates, service: async () => memory.pulse() });
    gauges.show(seen, at);
    const zone = (await ground.zone()) ?? 'Asia/Jakarta';
    followed = await tellAlerts(
      followed ?? (await file.read()),
      { troubles: findTroubles(seen), unknown: unknownParts(seen), at },
      {
        language: config.alertLanguage,
        publicUrl: config.publicUrl,
        zone,
        operators: config.alertMail,
        sendMail: options.sendMail,
        cityAddresses: ground.cityAddresses,
        // Where nothing can be written any more, least of all may letters go out anew at every look.
        remember: (alerts) => file.write(alerts).catch(said),
        onError: said,
      },
    );
  };
  return {
    registry: gauges.registry,
    look,
    told: () => tell(memory, seen),
    close: ground.database.close,
  };
};

/** What web processes cannot see themselves. */
const tell = (memory: ServiceMemory, seen: HealthFacts | null) => {
  const { backup, backupLog, keysBackup } = seen ?? copiesUnknown;
  return {
    ...memory.told(),
    pulse: memory.pulse(),
    copies: { backup, backupLog, keysBackup },
    certificates: seen?.certificates ?? [],
  };
};

export type Watch = ReturnType<typeof openWatch>;

const openGround = ({ databaseUrl, clock, log }: WatchOptions) => {
  const database = openDatabase<Schema>({
    url: databaseUrl,
    maxConnections: 2,
    applicationName: 'laksa watch',
    onError: ({ message }) => log(`watch: ${message}`),
  });
  const tenants = openTenants(database, clock);
  const all = () => tenants.all().catch(() => []);
  return {
    database,
    tenants,
    cities: openCities(),
    clock,
    /** Letters name times as the first region does. */
    zone: async () => (await all())[0]?.zone,
    cityAddresses: async (slug: string): Promise<readonly string[]> => {
      const tenant = (await all()).find((one) => one.slug === slug);
      if (tenant === undefined) return [];
      const now = tenant.clock.now();
      return database.inTenant(tenant.id, (tx) => addressesOfAdmins(tx, tenant.id, now), { readOnly: true });
    },
  };
};

const everyMs = 30_000;

/** Looks again and again until it is stopped. */
export const keepWatching = (watch: Watch, log: (line: string) => void) =>
  startLoop({
    everyMs,
    round: async () => {
      await watch.look();
      return false;
    },
    onError: (error) => log(`watch: ${error instanceof Error ? error.message : String(error)}`),
  });
