import { randomBytes } from 'node:crypto';

import { ConfigError, type Config } from '../config.ts';
import { uuid7 } from '../platform/db/uuid7.ts';
import { LoginTaken, type EnrolledStaff } from '../platform/session/enrol-staff.ts';
import { openOffice } from '../store/change-office.ts';
import { readOptions } from './arguments.ts';
import type { Command } from './command.ts';
import { mailOf } from './mail-of.ts';
import { currentCity } from '../store/current-city.ts';
import { tenantNamed, withInstallation } from './with-installation.ts';

export const peopleCommands: readonly Command[] = [
  {
    name: 'user create',
    usage: 'user create --post SLUG --login L --name N [--tenant T]',
    summary: 'makes a sign-in that holds a post; prints its password and TOTP secret once',
    run: createUser,
  },
];

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
    const opened = await laksa.database.inTenant(tenant.id, (tx) => {
      const at = tenant.clock.now();
      const fields = { postId: post.id, userId, from: at.toISOString(), until: null, acting: null };
      const office = { kind: 'holder', id: uuid7(at), fields } as const;
      return openOffice(tx, tenant.id, { office, beside: { address: mailOf(options.login) }, by: null, at });
    });
    if (!opened.ok) throw new ConfigError(`${options.login} holds no post yet: ${opened.refusal.kind}`);
    printSignIn({ login: options.login, password, totpSecret, backupCodes });
  });
}

type SignIn = Pick<EnrolledStaff, 'totpSecret' | 'backupCodes'> & { readonly login: string; readonly password: string };

const printSignIn = ({ login, password, totpSecret, backupCodes }: SignIn): void => {
  process.stdout.write(
    `login     ${login}\npassword  ${password}\ntotp      ${totpSecret}\nrecovery  ${backupCodes.join(' ')}\n`,
  );
};
