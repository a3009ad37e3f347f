import { hkdfSync } from 'node:crypto';

import type { Tx } from '../db/tx.ts';
import { loadDataKeys } from './data-keys.ts';
import { readInstallationKey } from './installation-key.ts';
import type { TenantKeys } from './tenant-keys.ts';

export type KeyringOptions = {
  /** `$LAKSA_DATA/keys`. */
  readonly dir: string;
};

export type Keyring = {
  /** A key of its own for each named purpose ('session', 'claim-code'): 32 bytes, the same in every process of the installation. */
  derive(purpose: string): Buffer;
  /**
   * The tenant's data keys, made on first use. Kept by the process for a minute; `holding` names a key that must be among them (that of a sealed
   * value about to be opened), for which they are read again when it is not.
   */
  tenantKeys(tx: Tx, tenantId: string, at: Date, holding?: string): Promise<TenantKeys>;
};

/** How long a process may go on sealing with a key that another has just retired. */
const keepMs = 60_000;

/** Opens the keys of the installation, making them on first use. Throws when other users may read them. */
export async function openKeyring({ dir }: KeyringOptions): Promise<Keyring> {
  const installationKey = await readInstallationKey(dir);
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', installationKey, '', `laksa ${purpose}`, 32));
  const wrappingKey = derive('wrap data keys');
  const kept = new Map<string, { readonly keys: TenantKeys; readonly loadedAt: number }>();
  return {
    derive,
    async tenantKeys(tx, tenantId, at, holding) {
      const known = kept.get(tenantId);
      const isFresh = known !== undefined && Math.abs(at.getTime() - known.loadedAt) < keepMs;
      if (isFresh && (holding === undefined || known.keys.byId.has(holding))) return known.keys;
      const { keys, isSettled } = await loadDataKeys(tx, wrappingKey, tenantId, at);
      // Never keys that may yet be rolled back: what they sealed elsewhere could not be opened by anyone.
      if (isSettled) kept.set(tenantId, { keys, loadedAt: at.getTime() });
      return keys;
    },
  };
}
