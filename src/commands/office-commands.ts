import { ConfigError, type Config } from '../config.ts';
import { endedAt } from '../domain/office.ts';
import { changeOffice } from '../store/change-office.ts';
import { currentCity } from '../store/current-city.ts';
import type { Tx } from '../store/tx.ts';
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
    const at = tenant.clock.now();
    const ended = await laksa.database.inTenant(tenant.id, (tx) => endSpans(tx, tenant.id, { userId, at }));
    await sessions.endAll(userId);
    process.stdout.write(`${options.login} held ${ended} posts of ${tenant.name} and holds none of them any more\n`);
  });
}

type Ending = { readonly userId: string; readonly at: Date };

/** All or none: what is thrown takes back what was written. */
const endSpans = async (tx: Tx, tenantId: string, { userId, at }: Ending): Promise<number> => {
  const spans = await tx
    .selectFrom('post_holder')
    .select(['id', 'from_at', 'until_at'])
    .where('tenant_id', '=', tenantId)
    .where('user_id', '=', userId)
    .where((either) => either.or([either('until_at', 'is', null), either('until_at', '>', at)]))
    .execute();
  for (const { id, from_at, until_at } of spans) {
    const span = { from: from_at.toISOString(), until: until_at?.toISOString() ?? null };
    const to = endedAt(span, at.toISOString());
    const changed = await changeOffice(tx, tenantId, { kind: 'holder', id, to, by: null, at });
    if (!changed.ok) throw new ConfigError(`nothing was changed: ${changed.refusal.kind}`);
  }
  return spans.length;
};
