import { interruptiblePause } from './pause.ts';

/** Work that comes back: at once when woken, else after a while; never twice at a time in one process. */
export type Loop = {
  /** Something may be waiting: look now. */
  readonly wake: () => void;
  /** No new round; resolves when the running one has ended. */
  readonly stop: () => Promise<void>;
};

export type LoopOptions = {
  readonly everyMs: number;
  /** The least time from one round to the next, however often it is woken; none when absent. What comes meanwhile is done together. */
  readonly restMs?: number;
  /** True when more is waiting: the next round follows at once. */
  readonly round: () => Promise<boolean>;
  readonly onError: (error: unknown) => void;
};

/** After a failed round the pause doubles up to this, so that a database that is down is not hammered. */
const longestPauseMs = 10_000;

type State = { isStopped: boolean; isWoken: boolean; failures: number };

export const startLoop = (options: LoopOptions): Loop => {
  const state: State = { isStopped: false, isWoken: false, failures: 0 };
  const pause = interruptiblePause();
  const rest = interruptiblePause();
  const running = run(options, state, { pause: pause.wait, rest: rest.wait });
  return {
    wake: () => {
      // After a failure the pause is there for a reason.
      if (state.failures > 0) return;
      state.isWoken = true;
      pause.end();
    },
    stop: () => {
      state.isStopped = true;
      pause.end();
      rest.end();
      return running;
    },
  };
};

type Pauses = Readonly<Record<'pause' | 'rest', (ms: number) => Promise<void>>>;

const run = async (options: LoopOptions, state: State, { pause, rest }: Pauses): Promise<void> => {
  while (!state.isStopped) {
    state.isWoken = false;
    const isMore = await tryRound(options, state);
    if (state.isStopped) return;
    if (isMore) continue;
    if (options.restMs !== undefined) await rest(options.restMs);
    if (state.isWoken) continue;
    await pause(
      state.failures === 0 ? options.everyMs : Math.min(options.everyMs * 2 ** state.failures, longestPauseMs),
    );
  }
};

const tryRound = async ({ round, onError }: LoopOptions, state: State): Promise<boolean> => {
  try {
    const isMore = await round();
    state.failures = 0;
    return isMore;
  } catch (error) {
    state.failures += 1;
    onError(error);
    return false;
  }
};
