import { ConfigError, type Config } from '../config.ts';
import type { StaffingProblem } from '../domain/staffing.ts';
import { currentCity } from '../store/current-city.ts';
import { takeOff } from '../store/take-off.ts';
import { readOptions } from './arguments.ts';
import type { Command } from './command.ts';
import { tenantNamed, withInstallation } from './with-installation.ts';

export const officeCommands: readonly Command[] = [
  {
    name: 'post list',
    usage: 'post list [--tenant T]',
    summary: 'the posts of a region: slug, roles, name',
    run: listPosts,
  },
  {
    name: 'user end',
    usage: 'user end --login L [--tenant T]',
    summary: 'takes every post of a region from somebody and ends their sessions; never from its last administrator',
    run: endUser,
  },
];

async function listPosts(config: Config, args: readonly string[]): Promise<void> {
  const { tenant: named } = readOptions(args, { required: [], optional: ['tenant'] });
  await withInstallation(config, async ({ laksa }) => {
    const { posts } = await currentCity(laksa, await tenantNamed(laksa, named));
    for (const { slug, roles, name } of posts) process.stdout.write(`${slug}\t${roles.join(',')}\t${name}\n`);
  });
}

async function endUser(config: Config, args: readonly string[]): Promise<void> {
  const options = readOptions(args, { required: ['login'], optional: ['tenant'] });
  await withInstallation(config, async ({ laksa, sessions }) => {
    const tenant = await tenantNamed(laksa, options.tenant);
    const userId = await sessions.userOf(options.login);
    if (userId === null) throw new ConfigError(`nobody signs in as ${options.login}`);
    const login = (await sessions.loginOf(userId)) ?? options.login;
    const ended = await laksa.database.inTenant(tenant.id, (tx) =>
      takeOff(tx, laksa, tenant, { userId, login, by: null }),
    );
    if (ended.kind === 'holds_nothing') throw new ConfigError(`${login} holds no post of ${tenant.name}`);
    if (ended.kind !== 'done') throw new ConfigError(`nothing was changed: ${whyNot(ended)}`);
    await sessions.endAll(userId);
    process.stdout.write(`${login} holds no post of ${tenant.name} any more\n`);
  });
}

const whyNot = (problem: StaffingProblem): string =>
  problem.kind === 'last_administrator'
    ? "this is the city's last administrator without a last day; give somebody else that post first"
    : `the city would have no post with the role ${problem.role}; open another one first`;
