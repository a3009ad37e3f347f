/** Work that comes back: at once when woken, else after a while; never twice at a time in one process. */
export type Loop = {
  /** Something may be waiting: look now. */
  readonly wake: () => void;
  /** No new round; resolves when the running one has ended. */
  readonly stop: () => Promise<void>;
};

export type LoopOptions = {
  readonly everyMs: number;
  /** True when more is waiting: the next round follows at once. */
  readonly round: () => Promise<boolean>;
  readonly onError: (error: unknown) => void;
};

/** After a failed round the pause doubles up to this, so that a database that is down is not hammered. */
const longestPauseMs = 10_000;

export const startLoop = ({ everyMs, round, onError }: LoopOptions): Loop => {
  let stopped = false;
  let failures = 0;
  let endPause: (() => void) | null = null;
  let woken = false;

  const pause = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      endPause = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const run = async (): Promise<void> => {
    while (!stopped) {
      woken = false;
      const more = await tryRound();
      if (stopped) return;
      if (more || woken) continue;
      await pause(failures === 0 ? everyMs : Math.min(everyMs * 2 ** failures, longestPauseMs));
    }
  };

  const tryRound = async (): Promise<boolean> => {
    try {
      const more = await round();
      failures = 0;
      return more;
    } catch (error) {
      failures += 1;
      onError(error);
      return false;
    }
  };

  const wake = (): void => {
    woken = failures === 0;
    if (failures === 0) endPause?.();
  };

  const running = run();
  return {
    wake,
    stop: () => {
      stopped = true;
      endPause?.();
      return running;
    },
  };
};
