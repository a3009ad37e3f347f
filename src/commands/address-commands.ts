import { ConfigError, type Config } from '../config.ts';
import type { Tenant } from '../platform/tenant/tenant.ts';
import { holdersWithoutAddress, writeAddress } from '../store/post-holder.ts';
import { readOptions } from './arguments.ts';
import type { Command } from './command.ts';
import { mailOf } from './mail-of.ts';
import { tenantNamed, withInstallation, type CommandMeans } from './with-installation.ts';

export const addressCommands: readonly Command[] = [
  {
    name: 'user address',
    usage: 'user address --login L --address A|none [--tenant T]',
    summary: 'says where letters about work go to somebody who holds a post',
    run: setAddress,
  },
  {
    name: 'user addresses',
    usage: 'user addresses [--tenant T]',
    summary: 'gives whoever has no address the one they sign in by; names those who sign in by none',
    run: fillAddresses,
  },
];

async function setAddress(config: Config, args: readonly string[]): Promise<void> {
  const options = readOptions(args, { required: ['login', 'address'], optional: ['tenant'] });
  const address = options.address === 'none' ? null : mailOf(options.address);
  if (address === null && options.address !== 'none')
    throw new ConfigError('--address takes a mail address such as nama@example.go.id, or none');
  await withInstallation(config, async ({ laksa, sessions }) => {
    const tenant = await tenantNamed(laksa, options.tenant);
    const userId = await sessions.userOf(options.login);
    const isWritten =
      userId !== null &&
      (await laksa.database.inTenant(tenant.id, (tx) => writeAddress(tx, tenant.id, { userId, address })));
    if (!isWritten) throw new ConfigError(`nobody who signs in as ${options.login} holds a post of ${tenant.slug}`);
    process.stdout.write(`${options.login}  ${address ?? 'no letters'}\n`);
  });
}

async function fillAddresses(config: Config, args: readonly string[]): Promise<void> {
  const options = readOptions(args, { required: [], optional: ['tenant'] });
  await withInstallation(config, async (means) => {
    const tenant = await tenantNamed(means.laksa, options.tenant);
    const userIds = await means.laksa.database.inTenant(tenant.id, (tx) =>
      holdersWithoutAddress(tx, tenant.id, tenant.clock.now()),
    );
    for (const userId of userIds) await fillAddress(means, tenant, userId);
    if (userIds.length === 0) process.stdout.write('everybody who holds a post has an address\n');
  });
}

const fillAddress = async ({ laksa, sessions }: CommandMeans, tenant: Tenant, userId: string): Promise<void> => {
  const login = await sessions.loginOf(userId);
  if (login === null) return;
  const address = mailOf(login);
  if (address !== null)
    await laksa.database.inTenant(tenant.id, (tx) => writeAddress(tx, tenant.id, { userId, address }));
  process.stdout.write(`${login}  ${address ?? 'no letters: give one with user address'}\n`);
};
