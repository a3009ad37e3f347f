import type { Clock } from '../clock/clock.ts';
import type { Database } from '../db/database.ts';
import type { HandedOutKey } from './handed-out-key.ts';
import { derived } from './key-folder.ts';
import { readRoots, rootName, rootPlace, type RootKind, type RootRow } from './root-keys.ts';
import type { Wrapping } from './wrapping.ts';

export type Roots = {
  readonly inUse: (kind: RootKind, purpose: string) => Buffer;
  /** That in use first, then all others, also one that comes into use in a moment: another process may have made with it already. */
  readonly all: (kind: RootKind, purpose: string) => readonly HandedOutKey[];
  readonly refresh: () => Promise<void>;
};

type Means<Schema> = {
  readonly database: Pick<Database<Schema>, 'outsideTenants'>;
  readonly wrapping: Wrapping;
  readonly clock: Clock;
};

type Root = Omit<RootRow, 'wrapped' | 'created_at' | 'lost_at'> & { readonly secret: Buffer };

export const openRoots = async <Schema>({ database, wrapping, clock }: Means<Schema>): Promise<Roots> => {
  const read = async (): Promise<readonly Root[]> => {
    const rows = (await database.outsideTenants(readRoots)).filter(({ lost_at }) => lost_at === null);
    return Promise.all(
      rows.map(async ({ wrapped, ...row }) => ({
        ...row,
        secret: await wrapping.unwrap(wrapped, rootPlace(row), rootName(row)),
      })),
    );
  };
  let roots = await read();
  const known = new Map<string, Buffer>();
  /** Deriving costs some microseconds, and is asked for many times a request. */
  const keyOf = ({ kind, version, secret }: Root, purpose: string): Buffer => {
    const name = `${kind} ${version} ${purpose}`;
    const key = known.get(name) ?? derived(secret, purpose);
    known.set(name, key);
    return key;
  };
  const inOrder = (kind: RootKind): readonly Root[] => ordered(roots, kind, clock.now());
  return {
    inUse: (kind, purpose) => keyOf(firstOf(inOrder(kind)), purpose),
    all: (kind, purpose) =>
      inOrder(kind).map((root) => ({
        version: root.version,
        key: keyOf(root, purpose),
        isEnded: root.ends_at !== null && root.ends_at <= clock.now(),
      })),
    refresh: async () => {
      roots = await read();
      known.clear();
    },
  };
};

const ordered = (roots: readonly Root[], kind: RootKind, now: Date): readonly Root[] => {
  const ofKind = roots.filter((root) => root.kind === kind);
  const coming = ofKind.filter((root) => root.used_from > now);
  return [...ofKind.filter((root) => root.used_from <= now), ...coming];
};

const firstOf = ([first]: readonly Root[]): Root => {
  if (first === undefined) throw new Error('an installation has a key of each kind');
  return first;
};
