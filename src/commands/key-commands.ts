import { ConfigError, type Config } from '../config.ts';
import { scopes, scopesOf, type Scope } from '../domain/access.ts';
import { daysLater, daysBetween, isDay } from '../domain/calendar.ts';
import { endOfDay, lastDayOf } from '../domain/last-day.ts';
import { roles, type Role } from '../domain/role.ts';
import { localDay } from '../domain/time.ts';
import { isUuid } from '../platform/db/uuid7.ts';
import type { Tenant } from '../platform/tenant/tenant.ts';
import { longestKeyDays, revokeApiKey, usualKeyDays } from '../store/api-key.ts';
import { postWithRole } from '../store/city.ts';
import { currentCity } from '../store/current-city.ts';
import { createApiKey } from './apikey.ts';
import { readOptions } from './arguments.ts';
import type { Command } from './command.ts';
import { tenantNamed, withInstallation } from './with-installation.ts';

export const keyCommands: readonly Command[] = [
  {
    name: 'apikey create',
    usage: 'apikey create --role ROLE --scope a,b [--expires 2027-12-31] [--tenant T]',
    summary: `makes an interface key that acts as the first post with this role, good for a year where no last day is named; prints it, once (${scopes.join(', ')})`,
    run: createKey,
  },
  {
    name: 'apikey list',
    usage: 'apikey list [--tenant T]',
    summary: 'lists interface keys: id, post, scopes, last day, last use, state; never a key',
    run: listKeys,
  },
  {
    name: 'apikey revoke',
    usage: 'apikey revoke --id ID [--tenant T]',
    summary: 'makes a key open nothing from now on',
    run: revokeKey,
  },
];

async function createKey(config: Config, args: readonly string[]): Promise<void> {
  const options = readOptions(args, { required: ['role', 'scope'], optional: ['expires', 'tenant'] });
  const role = roleNamed(options.role);
  const wanted = options.scope.split(',').map((scope) => scopeNamed(scope.trim()));
  await withInstallation(config, async ({ laksa }) => {
    const tenant = await tenantNamed(laksa, options.tenant);
    const post = postWithRole(await currentCity(laksa, tenant), role);
    const beyond = wanted.filter((scope) => !scopesOf(post).includes(scope));
    if (beyond.length > 0) throw new ConfigError(`the post ${post.slug} itself may not: ${beyond.join(', ')}`);
    const expiresAt = endOf(tenant, options.expires);
    process.stdout.write(`${await createApiKey(laksa, tenant, { post: { role }, scopes: wanted, expiresAt })}\n`);
  });
}

/** The first instant after the last day. */
const endOf = (tenant: Tenant, typed: string | undefined): Date => {
  const today = localDay(tenant.clock.now().toISOString(), tenant.zone);
  const last = typed ?? daysLater(today, usualKeyDays);
  if (!isDay(last) || last < today || daysBetween(today, last) >= longestKeyDays)
    throw new ConfigError('--expires takes a day such as 2027-12-31, at most two years from now');
  return new Date(endOfDay(last, tenant.zone));
};

async function listKeys(config: Config, args: readonly string[]): Promise<void> {
  const options = readOptions(args, { required: [], optional: ['tenant'] });
  await withInstallation(config, async ({ laksa }) => {
    const tenant = await tenantNamed(laksa, options.tenant);
    const rows = await laksa.database.inTenant(tenant.id, (tx) =>
      tx
        .selectFrom('api_key as k')
        .innerJoin('post as p', (join) => join.onRef('p.tenant_id', '=', 'k.tenant_id').onRef('p.id', '=', 'k.post_id'))
        .select(['k.id', 'p.slug', 'k.scopes', 'k.expires_at', 'k.last_used_at', 'k.revoked_at'])
        .where('k.tenant_id', '=', tenant.id)
        .orderBy('k.id')
        .execute(),
    );
    for (const { id, slug, scopes: own, expires_at: end, last_used_at: used, revoked_at: revoked } of rows) {
      const until = end === null ? 'no end' : `until ${lastDayOf(end, tenant.zone)}`;
      const last = used === null ? 'never used' : `last used ${used.toISOString().slice(0, 13)}h`;
      process.stdout.write(
        `${id}  ${slug}  ${own.join(',')}  ${until}  ${last}${revoked === null ? '' : '  revoked'}\n`,
      );
    }
  });
}

async function revokeKey(config: Config, args: readonly string[]): Promise<void> {
  const options = readOptions(args, { required: ['id'], optional: ['tenant'] });
  if (!isUuid(options.id)) throw new ConfigError('--id takes the id that apikey list shows');
  await withInstallation(config, async ({ laksa }) => {
    const tenant = await tenantNamed(laksa, options.tenant);
    const revoked = { keyId: options.id, by: null, at: tenant.clock.now() };
    if (!(await laksa.database.inTenant(tenant.id, (tx) => revokeApiKey(tx, tenant.id, revoked))))
      throw new ConfigError(`${tenant.slug} has no key ${options.id} that is not revoked`);
    process.stdout.write(`${options.id}  revoked\n`);
  });
}

const roleNamed = (name: string): Role => {
  const role = roles.find((known) => known === name);
  if (role === undefined) throw new ConfigError(`--role ${name} is not known; there are: ${roles.join(', ')}`);
  return role;
};

const scopeNamed = (name: string): Scope => {
  const scope = scopes.find((known) => known === name);
  if (scope === undefined) throw new ConfigError(`--scope ${name} is not known; there are: ${scopes.join(', ')}`);
  return scope;
};
