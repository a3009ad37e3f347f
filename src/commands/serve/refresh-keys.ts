import { startLoop, type Loop } from '../../platform/loop/loop.ts';
import type { Keyring } from '../../platform/keyring/keyring.ts';

/** How late a process may hear of keys that were changed by a command. */
export const refreshMs = 10_000;

export const startKeyRefresh = (keyring: Keyring, onError: (error: unknown) => void): Loop =>
  startLoop({
    everyMs: refreshMs,
    round: async () => {
      await keyring.refresh();
      return false;
    },
    onError,
  });
