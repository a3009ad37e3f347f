import { ConfigError } from '../../config.ts';
import type { Tx } from '../../platform/db/tx.ts';
import {
  isAnnounced,
  lockInstallationKey,
  replaceDataKey,
  replaceRoot,
  wrapAnew,
} from '../../platform/keyring/change-keys.ts';
import type { Purpose } from '../../platform/keyring/data-keys.ts';
import { swapKeys, writeNextKey } from '../../platform/keyring/installation-key.ts';
import { readKeyFolder, type InstallationKey, type OpenFolder } from '../../platform/keyring/key-folder.ts';
import { keepMs } from '../../platform/keyring/keyring.ts';
import type { Sessions } from '../../platform/session/sessions.ts';
import type { Installation } from '../../store/installation.ts';
import { refreshMs } from '../serve/refresh-keys.ts';
import type { KeyMeans } from './means.ts';

export const rotations = ['data', 'lookup', 'session', 'claim', 'installation'] as const;
export type Rotation = (typeof rotations)[number];

export type RotateMeans = KeyMeans & { readonly laksa: Installation; readonly sessions: Sessions };

type Wanted = { readonly slug: string | undefined; readonly isNow: boolean };

/** By then every process has heard of a data key: it keeps them for a minute, and what it had begun goes on for half of one. */
const heardOfDataKeyMs = 2 * keepMs;
/** The same of cookies, links and codes. */
const heardOfRootMs = 3 * refreshMs;
/** So long what the older key made is taken: longer than a session (12 hours) and any link in a form. Links in letters live for as long as the key is kept. */
const graceMs = 14 * 24 * 60 * 60 * 1000;

export const rotate = async (what: Rotation, means: RotateMeans, wanted: Wanted): Promise<void> => {
  switch (what) {
    case 'data':
      return rotateDataKeys(means, wanted, { purpose: 'seal', announcedMs: 0 });
    case 'lookup':
      return rotateDataKeys(means, wanted, { purpose: 'lookup', announcedMs: heardOfDataKeyMs });
    case 'session':
      return rotateSession(means, wanted);
    case 'claim':
      return rotateClaim(means);
    case 'installation':
      return rotateInstallation(means);
    default:
      return what satisfies never;
  }
};

type Replaced = { readonly purpose: Purpose; readonly announcedMs: number };

const rotateDataKeys = async (
  means: RotateMeans,
  { slug }: Wanted,
  { purpose, announcedMs }: Replaced,
): Promise<void> => {
  const by = await keyInUse(means);
  const { at } = means;
  const usedFrom = new Date(at.getTime() + announcedMs);
  const tenants = (await means.laksa.tenants.all()).filter((tenant) => slug === undefined || tenant.slug === slug);
  if (tenants.length === 0) throw new ConfigError(`there is no tenant ${slug ?? ''}`);
  for (const tenant of tenants) {
    await means.maintain(`rotate ${purpose} key of ${tenant.slug}`, async (tx) => {
      if (await isAnnounced(tx, { tenantId: tenant.id, purpose, at }))
        throw new ConfigError(
          `the ${purpose} key of ${tenant.slug} was replaced a moment ago: wait until it is in use`,
        );
      await replaceDataKey(tx, by, { tenantId: tenant.id, purpose, at, usedFrom });
    });
    means.print(
      `${tenant.slug}: a new ${purpose} key, in use from ${usedFrom.toISOString()}; the worker renews what is kept`,
    );
  }
};

const rotateSession = async (means: RotateMeans, { isNow }: Wanted): Promise<void> => {
  const by = await keyInUse(means);
  const { at, laksa, sessions, print } = means;
  const usedFrom = new Date(at.getTime() + (isNow ? 0 : heardOfRootMs));
  const endsAt = isNow ? at : new Date(usedFrom.getTime() + graceMs);
  await means.maintain(`rotate session key${isNow ? ' now' : ''}`, (tx) =>
    replaceRoot(tx, by, { kind: 'session', at, usedFrom, endsAt }),
  );
  if (isNow)
    print(
      `${await sessions.endEverybodys()} sessions of staff ended; cookies and links of citizens end within ${refreshMs / 1000} s`,
    );
  print(
    `a new key of sessions, in use from ${usedFrom.toISOString()}; what the older one made is taken until ${endsAt.toISOString()}`,
  );
  await means.wait(heardOfRootMs);
  await laksa.keyring.refresh();
  print(`${await sessions.renewSecondFactors()} second factors are enciphered under it`);
};

const rotateClaim = async (means: RotateMeans): Promise<void> => {
  const by = await keyInUse(means);
  const { at } = means;
  const usedFrom = new Date(at.getTime() + heardOfRootMs);
  await means.maintain('rotate claim key', (tx) => replaceRoot(tx, by, { kind: 'claim', at, usedFrom, endsAt: null }));
  means.print(`a new key of claim codes, in use from ${usedFrom.toISOString()}; codes that are out stay good`);
};

/**
 * The next key lies in the folder before the database is wrapped by it, and both lie there afterwards: whoever stops half-way goes on from there, and a
 * process that meets what it cannot unwrap looks into the folder.
 */
const rotateInstallation = async (means: RotateMeans): Promise<void> => {
  const { dir, maintain, print } = means;
  const before = await keyInUse(means);
  const { to, count } = await maintain(`rotate installation key ${before.fingerprint}`, (tx) =>
    wrapByNextKey(tx, means),
  );
  await swapKeys(dir);
  print(`${count} keys are wrapped by ${to.fingerprint}; ${before.fingerprint} lies in keys/older, for older backups`);
  await means.wait(heardOfRootMs);
  const late = await maintain('rotate installation key: what was made meanwhile', (tx) => wrapByKeyInUse(tx, means));
  if (late > 0) print(`${late} more, made meanwhile`);
};

type Wrapped = { readonly to: InstallationKey; readonly count: number };

const wrapByNextKey = async (tx: Tx, means: RotateMeans): Promise<Wrapped> => {
  await lockInstallationKey(tx);
  const { next, all } = await openFolder(means);
  const to = next ?? (await writeNextKey(means.dir));
  return { to, count: await wrapAnew(tx, all, to) };
};

/** Read anew: where somebody else has changed the key meanwhile, it is theirs. */
const wrapByKeyInUse = async (tx: Tx, means: RotateMeans): Promise<number> => {
  await lockInstallationKey(tx);
  const { inUse, all } = await openFolder(means);
  return wrapAnew(tx, all, inUse);
};

const keyInUse = async (means: KeyMeans): Promise<InstallationKey> => (await openFolder(means)).inUse;

const openFolder = async ({ dir }: KeyMeans): Promise<OpenFolder> => {
  const { inUse, ...others } = await readKeyFolder(dir);
  if (inUse === null) throw new ConfigError(`there is no installation-key in ${dir}`);
  return { inUse, ...others };
};
