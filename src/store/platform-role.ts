import type { Office, PostFields } from '../domain/office.ts';
import { allows } from '../domain/permission.ts';
import { isRole } from '../domain/role.ts';
import { forEver } from '../domain/staffing.ts';
import type { CityActor } from './city-event.ts';
import type { Tx } from './tx.ts';

/**
 * Whether somebody may give a post that administers the platform, and with it what all cities of the installation have in common: who holds one may, and
 * the operator by a command. Who administers a city alone may take it away, and not give it back.
 */
export const mayGivePlatform = async (tx: Tx, tenantId: string, by: CityActor): Promise<boolean> =>
  by === null || isOfPlatform(tx, tenantId, by.postId);

/** Whether a post administers the platform. */
export const isOfPlatform = async (tx: Tx, tenantId: string, postId: string): Promise<boolean> => {
  const row = await tx
    .selectFrom('post')
    .select('roles')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', postId)
    .executeTakeFirst();
  return row !== undefined && allows({ roles: row.roles.filter(isRole) }, 'administer_platform');
};

/** Whether a change gives the platform's role to an open post, or such a post to somebody, or for longer. */
export const givesPlatform = async (
  tx: Tx,
  tenantId: string,
  before: Office | null,
  after: Office,
): Promise<boolean> => {
  switch (after.kind) {
    case 'agency':
      return false;
    case 'post':
      return administers(after.fields) && !(before?.kind === 'post' && administers(before.fields));
    case 'holder':
      return growsFrom(before, after) && isOfPlatform(tx, tenantId, after.fields.postId);
    default:
      return after satisfies never;
  }
};

const administers = (post: PostFields): boolean => post.closedAt === null && allows(post, 'administer_platform');

const growsFrom = (before: Office | null, { fields }: Extract<Office, { readonly kind: 'holder' }>): boolean =>
  before?.kind !== 'holder' ||
  fields.from < before.fields.from ||
  (fields.until ?? forEver) > (before.fields.until ?? forEver);
