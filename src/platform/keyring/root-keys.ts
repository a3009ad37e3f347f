import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';

import type { Tx } from '../db/tx.ts';
import { wrap, type InstallationKey } from './key-folder.ts';

/**
 * `lasting`: marks that are compared with for years. `claim`: claim codes. `session`: what is handed out and comes back, such as cookies and links.
 */
export const rootKinds = ['lasting', 'claim', 'session'] as const;
export type RootKind = (typeof rootKinds)[number];

export type RootRow = {
  readonly kind: RootKind;
  readonly version: number;
  readonly wrapped: Buffer;
  readonly created_at: Date;
  readonly used_from: Date;
  readonly ends_at: Date | null;
  readonly lost_at: Date | null;
};

/** Newest first. */
export const readRoots = async (tx: Tx): Promise<readonly RootRow[]> => {
  const { rows } = await sql<RootRow>`
    select kind, version, wrapped, created_at, used_from, ends_at, lost_at from ops.root_key order by kind, version desc`.execute(
    tx,
  );
  return rows;
};

/**
 * The first of each kind. Where there are cities already they are the key of the installation itself, from which everything was derived before there
 * were roots; a new installation draws them.
 */
export const makeFirstRoots = async (
  tx: Tx,
  by: InstallationKey,
  { isNew, at }: { readonly isNew: boolean; readonly at: Date },
): Promise<void> => {
  for (const kind of rootKinds) {
    const wrapped = wrap(by, isNew ? randomBytes(32) : by.bytes, rootPlace({ kind, version: 1 }));
    await sql`
      insert into ops.root_key (kind, version, wrapped, created_at, used_from, ends_at)
      values (${kind}, 1, ${wrapped}, ${at}, ${at}, null) on conflict do nothing`.execute(tx);
  }
};

export const rootPlace = ({ kind, version }: Pick<RootRow, 'kind' | 'version'>): string =>
  `root_key\0${kind}\0${version}`;

export const rootName = ({ kind, version }: Pick<RootRow, 'kind' | 'version'>): string =>
  `the ${kind} key, version ${version}`;
