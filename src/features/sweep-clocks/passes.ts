import type { Tenant } from '../../platform/tenant/tenant.ts';
import type { Installation } from '../../store/installation.ts';
import { fromTheEarliest, type Asked, type DueClock, type DueCursor } from './queries.ts';

/** What a sweep does with the clocks of one tenant. */
export type Sweeping = {
  /** The next clocks behind the cursor that wait for it, in due order. */
  readonly read: (laksa: Installation, tenant: Tenant, asked: Asked) => Promise<readonly DueClock[]>;
  readonly settle: (laksa: Installation, tenant: Tenant, clock: DueClock, at: Date) => Promise<void>;
  /** What is said of a clock with which it was not done: "marked". */
  readonly done: string;
};

/** So many a round, so that the process hears when it is to stop. */
const perRound = 100;

/** So long a clock that could not be settled is left alone: whoever mends its report takes longer than a second. */
const restMs = 60_000;

/** From the earliest clock that is due to the last, in as many rounds as it takes. */
type Pass = {
  readonly after: DueCursor;
  /** The clocks met in it so far that cannot be settled, each with the instant before which it is not tried again. */
  readonly failing: readonly Rest[];
  /** Those of the pass before, which were told then. What was settled since, or is due no more, the next pass does not meet. */
  readonly told: ReadonlyMap<string, number>;
};

type Rest = readonly [clockId: string, notBefore: number];

const firstPass: Pass = { after: fromTheEarliest, failing: [], told: new Map() };

/**
 * A sweep that settles what is due in one tenant, in due order, a round at a time; a week of downtime is caught up the same way. True when more is
 * waiting. A report that cannot be moved (its history was changed from outside) holds up no other: the pass goes on behind it, it is told of once, by
 * its number, and tried again a minute later.
 */
export const createPasses = (sweeping: Sweeping) => {
  const passes = new Map<string, Pass>();
  return async (laksa: Installation, tenant: Tenant): Promise<boolean> => {
    const pass = passes.get(tenant.id) ?? firstPass;
    const at = tenant.clock.now();
    const now = laksa.clock.now().getTime();
    const due = await sweeping.read(laksa, tenant, { at, after: pass.after, limit: perRound });
    const resting = due.flatMap(({ id }) => restOf(id, pass, now));
    const isResting = new Set(resting.map(([id]) => id));
    const tried = due.filter(({ id }) => !isResting.has(id));
    const failures = await failuresOf(tried, (clock) => sweeping.settle(laksa, tenant, clock, at));
    const last = due.length === perRound ? due.at(-1) : undefined;
    const failed = failures.map(({ clock }): Rest => [clock.id, now + restMs]);
    passes.set(tenant.id, passAfter(pass, [...resting, ...failed], last));
    const news = failures.filter(({ clock }) => !pass.told.has(clock.id)).map(errorOf(sweeping));
    if (news.length > 0) throw new AggregateError(news, `${news.length} of ${due.length} clocks not ${sweeping.done}`);
    return last !== undefined;
  };
};

const restOf = (clockId: string, { told }: Pass, now: number): readonly Rest[] => {
  const notBefore = told.get(clockId);
  return notBefore === undefined || notBefore <= now || notBefore > now + restMs ? [] : [[clockId, notBefore]];
};

type Failure = { readonly clock: DueClock; readonly cause: unknown };

const failuresOf = async (
  due: readonly DueClock[],
  settle: (clock: DueClock) => Promise<void>,
): Promise<readonly Failure[]> => {
  const failures: Failure[] = [];
  for (const clock of due) {
    try {
      await settle(clock);
    } catch (cause) {
      failures.push({ clock, cause });
    }
  }
  return failures;
};

/** Without a last clock to go on behind, the next round begins a new pass. */
const passAfter = (pass: Pass, met: readonly Rest[], last: DueClock | undefined): Pass => {
  const failing = [...pass.failing, ...met];
  return last === undefined
    ? { after: fromTheEarliest, failing: [], told: new Map(failing) }
    : { ...pass, after: last, failing };
};

const errorOf =
  ({ done }: Sweeping) =>
  ({ clock, cause }: Failure): Error =>
    new Error(`report ${clock.number}: its clock ${clock.kind} cannot be ${done}`, { cause });
