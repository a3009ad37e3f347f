import type { Tenant } from '../../platform/tenant/tenant.ts';
import type { Installation } from '../../store/installation.ts';
import { markClock } from '../../store/mark-clock.ts';
import { fromTheEarliest, readDueClocks, type DueClock, type DueCursor } from './queries.ts';

/** So many a round, so that the process hears when it is to stop. */
const perRound = 100;

/** From the earliest clock that is due to the last, in as many rounds as it takes. */
type Pass = {
  readonly after: DueCursor;
  /** The clocks that could not be marked in it so far. */
  readonly failed: readonly string[];
  /** Those of the pass before, which were told then. */
  readonly told: ReadonlySet<string>;
};

const firstPass: Pass = { after: fromTheEarliest, failed: [], told: new Set() };

/**
 * A sweep that marks what is due in one tenant, in due order, each clock in a transaction of its own; a week of downtime is caught up the same way.
 * True when more is waiting. A report that cannot be moved (its history was changed from outside) holds up no other: the pass goes on behind it, it
 * is told of once, by its number, and tried again in the next pass.
 */
export const createClockSweep = () => {
  const passes = new Map<string, Pass>();
  return async (laksa: Installation, tenant: Tenant): Promise<boolean> => {
    const pass = passes.get(tenant.id) ?? firstPass;
    const at = tenant.clock.now();
    const due = await laksa.database.inTenant(
      tenant.id,
      (tx) => readDueClocks(tx, tenant.id, { at, after: pass.after, limit: perRound }),
      { readOnly: true },
    );
    const failures = await markEach(laksa, tenant, due, at);
    const last = due.length === perRound ? due.at(-1) : undefined;
    passes.set(tenant.id, passAfter(pass, failures, last));
    const news = failures.filter(({ clock }) => !pass.told.has(clock.id)).map(errorOf);
    if (news.length > 0) throw new AggregateError(news, `${news.length} of ${due.length} clocks not marked`);
    return last !== undefined;
  };
};

type Failure = { readonly clock: DueClock; readonly cause: unknown };

const markEach = async (
  laksa: Installation,
  tenant: Tenant,
  due: readonly DueClock[],
  at: Date,
): Promise<readonly Failure[]> => {
  const failures: Failure[] = [];
  for (const clock of due) {
    try {
      await mark(laksa, tenant, clock, at);
    } catch (cause) {
      failures.push({ clock, cause });
    }
  }
  return failures;
};

const mark = (laksa: Installation, tenant: Tenant, clock: DueClock, at: Date): Promise<void> =>
  laksa.database.inTenant(tenant.id, async (tx) => {
    const city = await laksa.cities.read(tx, tenant, laksa.clock.now());
    await markClock(tx, { tenantId: tenant.id, city, reportId: clock.report_id, clockId: clock.id, at });
  });

/** Without a last clock to go on behind, the next round begins a new pass. */
const passAfter = (pass: Pass, failures: readonly Failure[], last: DueClock | undefined): Pass => {
  const failed = [...pass.failed, ...failures.map(({ clock }) => clock.id)];
  return last === undefined
    ? { after: fromTheEarliest, failed: [], told: new Set(failed) }
    : { ...pass, after: last, failed };
};

const errorOf = ({ clock, cause }: Failure): Error =>
  new Error(`report ${clock.number}: its clock ${clock.kind} cannot be marked`, { cause });
