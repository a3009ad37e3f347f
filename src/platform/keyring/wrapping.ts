import { KeyProblem } from './key-problem.ts';
import { readKeyFolder, unwrap, type InstallationKey, type OpenFolder } from './key-folder.ts';

/** The installation's keys as a process holds them. */
export type Wrapping = {
  /** By which new keys are wrapped. */
  readonly inUse: () => InstallationKey;
  /** Opens a wrapped key; looks into the folder again before it gives up, for the key may have been changed a moment ago. */
  readonly unwrap: (wrapped: Buffer, place: string, name: string) => Promise<Buffer>;
  /** Looks into the folder again. */
  readonly refresh: () => Promise<void>;
};

export const openWrapping = (dir: string, folder: OpenFolder): Wrapping => {
  let known = folder;
  const refresh = async (): Promise<void> => {
    const { inUse, ...others } = await readKeyFolder(dir);
    if (inUse !== null) known = { inUse, ...others };
  };
  return {
    inUse: () => known.inUse,
    refresh,
    unwrap: async (wrapped, place, name) => {
      const found = unwrap(known.all, wrapped, place);
      if (found !== null) return found.secret;
      await refresh();
      const again = unwrap(known.all, wrapped, place);
      if (again === null) throw notOurs(name);
      return again.secret;
    },
  };
};

export const notOurs = (name: string): KeyProblem =>
  new KeyProblem(
    `${name} was not wrapped by the key of this installation: restore keys/installation-key (or keys/older) from the backup that belongs to this database; if it is lost for good, see "laksa keys lost" in docs/operations.md`,
  );
