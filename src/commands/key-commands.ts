import { ConfigError, type Config } from '../config.ts';
import { scopes, type Scope } from '../domain/access.ts';
import { roles, type Role } from '../domain/role.ts';
import { createApiKey } from './apikey.ts';
import { readOptions } from './arguments.ts';
import type { Command } from './command.ts';
import { tenantNamed, withInstallation } from './with-installation.ts';

export const keyCommands: readonly Command[] = [
  {
    name: 'apikey create',
    usage: 'apikey create --role ROLE --scope a,b [--tenant T]',
    summary: `makes an interface key that acts as the first post with this role; prints it, once (${scopes.join(', ')})`,
    run: createKey,
  },
];

async function createKey(config: Config, args: readonly string[]): Promise<void> {
  const options = readOptions(args, { required: ['role', 'scope'], optional: ['tenant'] });
  const role = roleNamed(options.role);
  const wanted = options.scope.split(',').map((scope) => scopeNamed(scope.trim()));
  await withInstallation(config, async ({ laksa }) => {
    const tenant = await tenantNamed(laksa, options.tenant);
    process.stdout.write(`${await createApiKey(laksa, tenant, { post: { role }, scopes: wanted })}\n`);
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
