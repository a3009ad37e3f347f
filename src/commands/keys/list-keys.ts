import { sql } from 'kysely';

import type { Tx } from '../../platform/db/tx.ts';
import { readKeyFolder } from '../../platform/keyring/key-folder.ts';
import { readRoots, type RootRow } from '../../platform/keyring/root-keys.ts';
import { countDataKeys, type DataKeyCount } from './key-counts.ts';
import type { KeyMeans } from './means.ts';

/** Never a key: what each is for, since when, and how much it still holds. */
export const linesOfKeys = async ({ dir, at, maintain }: KeyMeans): Promise<readonly string[]> => {
  const { inUse, all } = await readKeyFolder(dir);
  const { dataKeys, roots, uses } = await maintain('list', async (tx) => ({
    dataKeys: await countDataKeys(tx),
    roots: await readRoots(tx),
    uses: await readUses(tx),
  }));
  return [
    ...all.map((key) =>
      line('installation', key.fingerprint, `since ${day(key.since)}`, key === inUse ? 'in use' : 'older'),
    ),
    ...roots.map((root) =>
      line(root.kind, `version ${root.version}`, `since ${day(root.used_from)}`, fateOfRoot(root, at)),
    ),
    ...dataKeys.map((key) =>
      line(`${key.slug} ${key.purpose}`, key.id, `since ${day(key.created_at)}`, fateOf(key, at)),
    ),
    'changes:',
    ...uses.map((use) => `  ${use.at.toISOString()}  ${use.reason}`),
  ];
};

const line = (...columns: readonly string[]): string =>
  columns
    .map((column, at) => column.padEnd([24, 38, 18, 0][at] ?? 0))
    .join('')
    .trimEnd();

const day = (at: Date): string => at.toISOString().slice(0, 10);

const fateOf = ({ lost_at, retired_at, used_from, values }: DataKeyCount, now: Date): string => {
  const held = `holds ${values} ${values === 1 ? 'value' : 'values'}`;
  if (lost_at !== null) return `lost ${day(lost_at)}, ${held}`;
  if (used_from !== null && used_from > now) return `in use from ${used_from.toISOString()}`;
  return retired_at !== null && retired_at <= now ? `replaced ${day(retired_at)}, ${held}` : `in use, ${held}`;
};

const fateOfRoot = ({ lost_at, used_from, ends_at }: RootRow, now: Date): string => {
  if (lost_at !== null) return `lost ${day(lost_at)}`;
  if (used_from > now) return `in use from ${used_from.toISOString()}`;
  if (ends_at === null) return 'in use, or taken';
  return ends_at > now ? `replaced, taken until ${ends_at.toISOString()}` : 'replaced; links in letters are taken';
};

const shownUses = 20;

const readUses = async (tx: Tx): Promise<readonly { readonly at: Date; readonly reason: string }[]> => {
  const { rows } = await sql<{ at: Date; reason: string }>`
    select at, reason from ops.maintenance_use
    where used_by = 'keys' and reason not like 'list %' order by at desc, id desc limit ${shownUses}`.execute(tx);
  return rows;
};
