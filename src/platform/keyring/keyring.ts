import type { Clock } from '../clock/clock.ts';
import type { Database } from '../db/database.ts';
import type { Tx } from '../db/tx.ts';
import { loadDataKeys } from './data-keys.ts';
import { openWrapping } from './wrapping.ts';
import type { HandedOutKey } from './handed-out-key.ts';
import { openRoots } from './open-roots.ts';
import { openInstallationKey } from './open-installation-key.ts';
import type { TenantKeys } from './tenant-keys.ts';

export type KeyringOptions<Schema> = {
  /** `$LAKSA_DATA/keys`. */
  readonly dir: string;
  readonly database: Pick<Database<Schema>, 'inTenant' | 'outsideTenants'>;
  /** The machine's time, by which keys come into use. */
  readonly clock: Clock;
};

export type Keyring = {
  /** A key of its own for each named purpose ('photo stage'): 32 bytes, the same in every process of the installation, for ever. */
  readonly derive: (purpose: string) => Buffer;
  /** The same for claim codes: the first makes them, each is taken. */
  readonly claimKeys: (purpose: string) => readonly HandedOutKey[];
  /** The same for what is handed out and comes back ('session', 'pass claim'): the first makes, each is taken that has not ended. */
  readonly handedOut: (purpose: string) => readonly HandedOutKey[];
  /**
   * The tenant's data keys, made on first use. Kept by the process for a minute; `holding` names a key that must be among them (that of a sealed
   * value about to be opened), for which they are read again when it is not.
   */
  readonly tenantKeys: (tx: Tx, tenantId: string, at: Date, holding?: string) => Promise<TenantKeys>;
  /** Hears of keys that were changed by another process. */
  readonly refresh: () => Promise<void>;
};

/** How long a process may go on sealing with a key that another has just retired. */
export const keepMs = 60_000;

/**
 * Opens the keys of the installation, making them on first use. Throws a `KeyProblem` when other users may read them, or they are not those of this
 * database.
 */
export const openKeyring = async <Schema>({ dir, database, clock }: KeyringOptions<Schema>): Promise<Keyring> => {
  const folder = await openInstallationKey({ dir, database, clock });
  const wrapping = openWrapping(dir, folder);
  const roots = await openRoots({ database, wrapping, clock });
  const kept = new Map<string, { readonly keys: TenantKeys; readonly loadedAt: number }>();
  return {
    derive: (purpose) => roots.inUse('lasting', purpose),
    claimKeys: (purpose) => roots.all('claim', purpose),
    handedOut: (purpose) => roots.all('session', purpose),
    tenantKeys: async (tx, tenantId, at, holding) => {
      const known = kept.get(tenantId);
      const now = clock.now();
      const isFresh = known !== undefined && Math.abs(now.getTime() - known.loadedAt) < keepMs;
      if (isFresh && (holding === undefined || isKnown(known.keys, holding))) return known.keys;
      const { keys, isSettled } = await loadDataKeys(tx, wrapping, { tenantId, at, now });
      // Never keys that may yet be rolled back: what they sealed elsewhere could not be opened by anyone.
      if (isSettled) kept.set(tenantId, { keys, loadedAt: now.getTime() });
      return keys;
    },
    refresh: async () => {
      await wrapping.refresh();
      await roots.refresh();
    },
  };
};

const isKnown = ({ byId, lostIds }: TenantKeys, keyId: string): boolean => byId.has(keyId) || lostIds.has(keyId);
