import { randomBytes } from 'node:crypto';
import pg from 'pg';

import { ConfigError, type Config } from '../config.ts';
import { LoginTaken } from '../platform/session/enrol-staff.ts';
import { insertTenant } from '../store/new-tenant.ts';
import { hasCity, writeCity } from '../store/new-city.ts';
import { addHolder } from '../store/post-holder.ts';
import { readOptions } from './arguments.ts';
import type { Command } from './command.ts';
import { mailOf } from './mail-of.ts';
import { villagesOf } from './region-villages.ts';
import { sampleCityOf } from './sample-city.ts';
import { currentCity } from '../store/current-city.ts';
import { tenantNamed, withInstallation } from './with-installation.ts';

export const peopleCommands: readonly Command[] = [
  {
    name: 'tenant create',
    usage: 'tenant create --slug S --name N --region 36.71 --origin https://... [--zone Asia/Jakarta]',
    summary: 'adds a region: its villages, and sample agencies, posts and categories to edit',
    run: createTenant,
  },
  {
    name: 'user create',
    usage: 'user create --post SLUG --login L --name N [--tenant T]',
    summary: 'makes a sign-in that holds a post; prints its password and TOTP secret once',
    run: createUser,
  },
];

async function createTenant(config: Config, args: readonly string[]): Promise<void> {
  const {
    slug,
    name,
    region,
    origin,
    zone = 'Asia/Jakarta',
  } = readOptions(args, { required: ['slug', 'name', 'region', 'origin'], optional: ['zone'] });
  if (!/^[a-z][a-z0-9-]{1,40}$/.test(slug)) throw new ConfigError('--slug takes small letters, digits and dashes');
  if (!URL.canParse(origin) || new URL(origin).origin !== origin)
    throw new ConfigError('--origin takes an address without a path, such as https://lapor.example.go.id');
  if (!Intl.supportedValuesOf('timeZone').includes(zone))
    throw new ConfigError(`--zone ${zone} is not known; WIB is Asia/Jakarta, WITA Asia/Makassar, WIT Asia/Jayapura`);
  const villages = await villagesOf(region);
  if (villages.length === 0)
    throw new ConfigError(
      `--region ${region} has no villages: it takes the Kemendagri code of a regency or city, such as 36.71`,
    );
  const plan = sampleCityOf(villages);
  await withInstallation(config, async ({ laksa, owner }) => {
    const other = (await laksa.tenants.all()).find((known) => known.origin === origin && known.slug !== slug);
    if (other !== undefined) throw new ConfigError(`--origin ${origin} is the address of ${other.slug} already`);
    const admin = new pg.Client({ connectionString: owner });
    await admin.connect();
    await insertTenant(
      admin,
      { slug, name, origin, zone, regionCode: region, isDemo: false },
      laksa.clock.now(),
    ).finally(() => admin.end());
    laksa.tenants.forget();
    const tenant = await tenantNamed(laksa, slug);
    // One that was interrupted before its city was written is gone on with.
    await laksa.database.inTenant(tenant.id, async (tx) => {
      if (await hasCity(tx, tenant.id)) throw new ConfigError(`there is a tenant ${slug} already`);
      await writeCity(tx, tenant.id, plan, laksa.clock.now());
    });
    process.stdout.write(
      `${tenant.name}: ${villages.length} villages, ${plan.categories.length} categories, ${plan.posts.length} posts at ${tenant.origin}\n`,
    );
  });
}

async function createUser(config: Config, args: readonly string[]): Promise<void> {
  const options = readOptions(args, { required: ['post', 'login', 'name'], optional: ['tenant'] });
  await withInstallation(config, async ({ laksa, sessions }) => {
    const tenant = await tenantNamed(laksa, options.tenant);
    const city = await currentCity(laksa, tenant);
    const post = city.posts.find((candidate) => candidate.slug === options.post);
    if (post === undefined)
      throw new ConfigError(
        `there is no post ${options.post}; there are: ${city.posts.map((candidate) => candidate.slug).join(', ')}`,
      );
    const password = randomBytes(12).toString('base64url');
    const { userId, totpSecret, backupCodes } = await sessions
      .createStaff({ login: options.login, name: options.name, password })
      .catch((error: unknown) => {
        throw error instanceof LoginTaken ? new ConfigError(`${error.message}: choose another --login`) : error;
      });
    await laksa.database.inTenant(tenant.id, (tx) =>
      addHolder(tx, tenant.id, { postId: post.id, userId, from: tenant.clock.now(), address: mailOf(options.login) }),
    );
    process.stdout.write(
      `login     ${options.login}\npassword  ${password}\ntotp      ${totpSecret}\nrecovery  ${backupCodes.join(' ')}\n`,
    );
  });
}
