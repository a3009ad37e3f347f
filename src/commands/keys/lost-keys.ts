import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';

import { ConfigError } from '../../config.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { giveUpLost, replaceRoot, takeBackLost } from '../../platform/keyring/change-keys.ts';
import { makeInstallationKey, makeKeyFolder } from '../../platform/keyring/installation-key.ts';
import { keyFile, readKeyFolder, type KeyFolder } from '../../platform/keyring/key-folder.ts';
import { DamagedKey } from '../../platform/keyring/key-problem.ts';
import { readRoots, rootKinds, type RootKind } from '../../platform/keyring/root-keys.ts';
import { staffLists } from '../../store/renew-staff-lists.ts';
import type { KeyMeans } from './means.ts';

/** A new key of the installation, and new ones of everything that the lost one had wrapped. */
export const loseKeys = async (means: KeyMeans): Promise<void> => {
  const { dir, at, print } = means;
  await makeKeyFolder(dir);
  const before = await readOrSetAside(means);
  const count = await means.maintain('keys lost', async (tx) => {
    const lost = await giveUpLost(tx, before.all, at);
    // Nothing more to give up, and new roots not made yet: whoever was interrupted goes on here.
    if (lost === 0 && (await missingRoots(tx)).length === 0)
      throw new ConfigError('the keys in this folder open everything that is there: nothing is lost');
    await forgetWaiting(tx);
    return lost;
  });
  if (before.inUse !== null)
    await rename(join(dir, keyFile), join(dir, `not-of-this-database-${before.inUse.fingerprint}`));
  const by = await makeInstallationKey(dir);
  await means.maintain('keys lost: new keys', async (tx) => {
    for (const kind of await missingRoots(tx)) await replaceRoot(tx, by, { kind, at, usedFrom: at, endsAt: at });
  });
  print(`${count} keys given up; ${by.fingerprint} is the key of the installation now: back it up`);
};

const missingRoots = async (tx: Tx): Promise<readonly RootKind[]> => {
  const kept = new Set((await readRoots(tx)).flatMap(({ kind, lost_at }) => (lost_at === null ? [kind] : [])));
  return rootKinds.filter((kind) => !kept.has(kind));
};

/** A damaged file is set aside, never deleted: somebody may yet read it. Whatever else is wrong with the folder is to be mended first. */
const readOrSetAside = async ({ dir, at }: KeyMeans): Promise<KeyFolder> => {
  try {
    return await readKeyFolder(dir);
  } catch (error) {
    if (!(error instanceof DamagedKey) || error.path !== join(dir, keyFile)) throw error;
    await rename(join(dir, keyFile), join(dir, `damaged-${at.getTime()}`));
    return readKeyFolder(dir);
  }
};

/** What waits for an answer, by whoever has one: changes of contact, follows, invitations, links, lists. Their addresses are closed as well. */
const forgetWaiting = async (tx: Tx): Promise<void> => {
  await sql`
    update laksa.contact_change c set old_sealed = null, new_sealed = null, told_sealed = null,
      state = case state when 'waiting' then 'expired' else state end
    from laksa.data_key k where k.tenant_id = c.tenant_id and k.id = c.key_id and k.lost_at is not null`.execute(tx);
  await sql`
    delete from laksa.follow_request q using laksa.data_key k
    where k.tenant_id = q.tenant_id and k.id = q.key_id and k.lost_at is not null`.execute(tx);
  await sql`
    update laksa.invitation i set sealed = null, voided_at = coalesce(i.voided_at, k.lost_at)
    from laksa.data_key k
    where k.tenant_id = i.tenant_id and k.id = i.key_id and k.lost_at is not null and i.accepted_at is null`.execute(
    tx,
  );
  for (const table of staffLists.filter((name) => name !== 'invitation'))
    await sql`
      delete from ${sql.table(`laksa.${table}`)} w using laksa.data_key k
      where k.tenant_id = w.tenant_id and k.id = w.key_id and k.lost_at is not null`.execute(tx);
};

/** The lost key was found, and put into keys/older. */
export const findLost = async (means: KeyMeans): Promise<void> => {
  const { inUse, all } = await readKeyFolder(means.dir);
  if (inUse === null) throw new ConfigError(`there is no installation-key in ${means.dir}`);
  const count = await means.maintain('keys found', (tx) => takeBackLost(tx, all, inUse));
  means.print(count === 0 ? 'none of the keys in this folder opens what was given up' : `${count} keys open again`);
};
