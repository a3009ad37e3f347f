import { ConfigError, type Config } from '../config.ts';
import { isDay } from '../domain/calendar.ts';
import { endOfDay } from '../domain/last-day.ts';
import { localDay } from '../domain/time.ts';
import type { Tenant } from '../platform/tenant/tenant.ts';
import { recordCityEvent } from '../store/city-event.ts';
import { parseEmail } from '../store/contact.ts';
import { currentCity } from '../store/current-city.ts';
import { invite } from '../store/invitation.ts';
import { addSignInLink, signInLinkPath } from '../store/sign-in-link.ts';
import { readOptions } from './arguments.ts';
import type { Command } from './command.ts';
import { tenantNamed, withInstallation } from './with-installation.ts';

export const invitationCommands: readonly Command[] = [
  {
    name: 'user invite',
    usage: 'user invite --post SLUG --name N --address A [--until 2027-12-31] [--tenant T]',
    summary: 'asks somebody to hold a post, by a letter; they set their own password and second factor',
    run: inviteUser,
  },
  {
    name: 'user reset',
    usage: 'user reset --login L [--tenant T]',
    summary:
      'for who lost both: ends all sessions and prints a link, good once within a day, to a new password and second factor',
    run: resetUser,
  },
];

async function inviteUser(config: Config, args: readonly string[]): Promise<void> {
  const options = readOptions(args, { required: ['post', 'name', 'address'], optional: ['until', 'tenant'] });
  const address = parseEmail(options.address);
  if (address === null) throw new ConfigError('--address takes a mail address such as nama@example.go.id');
  await withInstallation(config, async ({ laksa, sessions }) => {
    const tenant = await tenantNamed(laksa, options.tenant);
    const { posts } = await currentCity(laksa, tenant);
    const post = posts.find(({ slug }) => slug === options.post);
    if (post === undefined)
      throw new ConfigError(`there is no post ${options.post}; there are: ${posts.map(({ slug }) => slug).join(', ')}`);
    const until = endOf(tenant, options.until);
    const userId = await sessions.userOf(address);
    const invited = { name: options.name, address, inviter: null };
    const from = tenant.clock.now();
    const answer = await laksa.database.inTenant(tenant.id, (tx) =>
      invite(tx, laksa, tenant, { invited, post, from, until, language: 'id', by: null, userId }),
    );
    if (answer.kind === 'holds_already') throw new ConfigError(`${address} holds ${post.slug} already`);
    if (answer.kind === 'too_often') throw new ConfigError(`${address} got too many invitations today`);
    process.stdout.write(`${address}  invited to ${post.slug}\n`);
  });
}

const endOf = (tenant: Tenant, typed: string | undefined): Date | null => {
  if (typed === undefined) return null;
  if (!isDay(typed) || typed < localDay(tenant.clock.now().toISOString(), tenant.zone))
    throw new ConfigError('--until takes a day to come, such as 2027-12-31');
  return new Date(endOfDay(typed, tenant.zone));
};

/** No password is printed, nor known to whoever runs the server. Nobody else can help an administrator who has no other. */
async function resetUser(config: Config, args: readonly string[]): Promise<void> {
  const options = readOptions(args, { required: ['login'], optional: ['tenant'] });
  await withInstallation(config, async ({ laksa, sessions }) => {
    const tenant = await tenantNamed(laksa, options.tenant);
    const userId = await sessions.userOf(options.login);
    if (userId === null) throw new ConfigError(`nobody signs in as ${options.login}`);
    const login = (await sessions.loginOf(userId)) ?? options.login;
    const letter = { login, address: '', by: null };
    const linkId = await laksa.database.inTenant(tenant.id, async (tx) => {
      await sessions.accounts.voidFactor(userId);
      const changes = { hasSecondFactor: { before: true, after: false } };
      const at = tenant.clock.now();
      await recordCityEvent(tx, tenant.id, {
        kind: 'account.factor_removed',
        subjectId: userId,
        by: null,
        changes,
        at,
      });
      return addSignInLink(tx, laksa, tenant, { userId, purpose: 'both', language: 'id', letter });
    });
    process.stdout.write(`${tenant.origin}${signInLinkPath(laksa.keyring, tenant.id, linkId)}\n`);
  });
}
