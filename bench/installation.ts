import { databaseUrls } from '../src/commands/database-urls.ts';
import { openInstallation } from '../src/commands/serve/installation.ts';
import { readConfig } from '../src/config.ts';
import { findEmbeddedPostgres } from '../src/platform/postgres/embedded-postgres.ts';
import type { Tenant } from '../src/platform/tenant/tenant.ts';
import type { City } from '../src/store/city.ts';
import type { Installation } from '../src/store/installation.ts';
import { startService, type Service } from '../e2e/service.ts';
import { layGround, usualGround, type Ground, type LaidGround } from './ground.ts';

export type BenchInstallation = {
  readonly service: Service;
  /** What the slices stand on, in this process, on the same database. */
  readonly laksa: Installation;
  readonly cities: readonly [Tenant, Tenant];
  /** May do everything. */
  readonly ownerUrl: string;
  /** As the application. */
  readonly appUrl: string;
  readonly authUrl: string;
  readonly poolerPid: number | null;
  readonly remove: () => Promise<void>;
};

const secondCity = ['--slug', 'dua', '--name', 'Kota Dua', '--region', '73.71', '--zone', 'Asia/Makassar'];

/** An installation of its own: PostgreSQL as durable as in production, one web process unless its ground says otherwise, one worker, two cities. */
export const startInstallation = async (
  say: (line: string) => void,
  ground: Ground = usualGround,
): Promise<BenchInstallation> => {
  say('making an installation');
  const laid = await layGround(ground);
  try {
    return await startOn(laid, say);
  } catch (error) {
    await laid.remove();
    throw error;
  }
};

const startOn = async (laid: LaidGround, say: (line: string) => void): Promise<BenchInstallation> => {
  const service = await startService({ name: 'laksa bench', env: laid.env });
  try {
    await service.laksa('tenant', 'create', ...secondCity, '--origin', 'http://dua.invalid');
    return await openBeside(service, laid, say);
  } catch (error) {
    await service.remove();
    throw error;
  }
};

const openBeside = async (
  service: Service,
  laid: LaidGround,
  say: (line: string) => void,
): Promise<BenchInstallation> => {
  const ownerUrl = laid.ownerUrl ?? (await findEmbeddedPostgres(service.dataDir))?.url;
  if (ownerUrl === undefined) throw new Error('the database of the bench is not there');
  const config = readConfig(laid.env);
  const urls = databaseUrls(config, config.databaseUrl ?? ownerUrl);
  const laksa = await openInstallation({
    appUrl: urls.app,
    dataDir: service.dataDir,
    maxConnections: 10,
    name: 'laksa bench',
    onError: ({ message }) => say(message),
  });
  const [first, second] = await laksa.tenants.all();
  if (first === undefined || second === undefined) throw new Error('two cities were made');
  const remove = async (): Promise<void> => {
    await laksa.database.close();
    await service.remove();
    await laid.remove();
  };
  return {
    service,
    laksa,
    cities: [first, second],
    ownerUrl,
    appUrl: urls.app,
    authUrl: urls.auth,
    poolerPid: laid.poolerPid,
    remove,
  };
};

/** What a city is, as the slices read it. */
export const cityOf = ({ laksa }: Pick<BenchInstallation, 'laksa'>, tenant: Tenant): Promise<City> =>
  laksa.database.inTenant(tenant.id, (tx) => laksa.cities.read(tx, tenant, laksa.clock.now()), { readOnly: true });
