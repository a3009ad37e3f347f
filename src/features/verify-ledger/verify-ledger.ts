import { calendarFrom } from '../../domain/calendar.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import { readRemovedDays } from '../../store/calendar-change.ts';
import type { City } from '../../store/city.ts';
import type { Installation } from '../../store/installation.ts';
import type { Tx } from '../../store/tx.ts';
import { startOfFeed, stepAlongFeed, unexplainedOrphans, type FeedWalk } from './check-feed.ts';
import { checkHistory, type MissingEvents } from './check-history.ts';
import { checkReport } from './check-report.ts';
import type { LedgerFinding } from './finding.ts';
import { readFeed, readHistories } from './queries.ts';

export type LedgerCheck = {
  readonly reports: number;
  readonly events: number;
  readonly positions: number;
  /** Words that were erased since: as it may be, and no finding. */
  readonly erasedWords: number;
  /** Public words that cannot be held against the history: what they were written from was erased. */
  readonly unprovenWords: number;
  readonly findings: readonly LedgerFinding[];
};

export type LedgerProgress = Pick<LedgerCheck, 'reports' | 'events' | 'positions'>;

const reportsAPage = 200;
const positionsAPage = 2_000;
const beforeAllIds = '00000000-0000-0000-0000-000000000000';

/**
 * Walks the history of a city: each event against its hash, each report's chain, the words that are there against their commitments, the report's
 * row, public words and clocks against its history where that is whole, and the feed against its own chain. Reads in pages, each of one moment, and holds up nobody. What it cannot find: an end of the feed cut off together with
 * its events and the reports' versions; for that somebody elsewhere keeps the newest chain.
 */
export const verifyLedger = async (
  laksa: Installation,
  tenant: Tenant,
  onProgress: (done: LedgerProgress) => void = () => undefined,
): Promise<LedgerCheck> => {
  const histories = await walkHistories(laksa, tenant, onProgress);
  const { reports, events, erasedWords, unprovenWords } = histories;
  const feed = await walkFeed(laksa, tenant, histories.damaged, (positions) =>
    onProgress({ reports, events, positions }),
  );
  const findings = [...histories.findings, ...feed.findings, ...unexplainedOrphans(feed.orphans, histories.missing)];
  return { reports, events, positions: feed.position, erasedWords, unprovenWords, findings };
};

const walkHistories = async (laksa: Installation, tenant: Tenant, onProgress: (done: LedgerProgress) => void) => {
  const done = { reports: 0, events: 0, erasedWords: 0, unprovenWords: 0, positions: 0 };
  const findings: LedgerFinding[] = [];
  const damaged = new Set<string>();
  const missing: MissingEvents[] = [];
  for (let afterId = beforeAllIds; ;) {
    const after = afterId;
    const { city, page } = await laksa.database.inTenant(
      tenant.id,
      async (tx) => {
        const histories = await readHistories(tx, tenant.id, after, reportsAPage);
        return { page: histories, city: await readGround(tx, laksa, tenant) };
      },
      { readOnly: true },
    );
    for (const history of page) {
      const checked = checkHistory(tenant.id, history);
      findings.push(...checked.findings);
      missing.push(checked.missing);
      for (const id of checked.damaged) damaged.add(id);
      done.reports += 1;
      done.events += history.events.length;
      done.erasedWords += checked.erasedWords;
      if (!checked.isWhole) continue;
      const { findings: ofReport, unprovenWords } = checkReport(history, city);
      findings.push(...ofReport);
      done.unprovenWords += unprovenWords;
    }
    onProgress(done);
    const last = page.at(-1);
    if (last === undefined || page.length < reportsAPage) return { ...done, findings, damaged, missing };
    afterId = last.reportId;
  }
};

/** The city as it is after what is checked: it knows each policy a report was filed under, and each day that counted when a clock stopped. */
const readGround = async (tx: Tx, laksa: Installation, tenant: Tenant): Promise<City> => {
  laksa.cities.forget(tenant.id);
  const city = await laksa.cities.read(tx, tenant, laksa.clock.now());
  const days = [...city.calendar.holidays].map(([day, kind]) => ({ day, kind }));
  const { holidays } = calendarFrom(tenant.zone, [...days, ...(await readRemovedDays(tx, tenant.id))]);
  return { ...city, calendar: { ...city.calendar, holidays } };
};

const walkFeed = async (
  laksa: Installation,
  tenant: Tenant,
  damaged: ReadonlySet<string>,
  onProgress: (positions: number) => void,
): Promise<FeedWalk> => {
  let walk = startOfFeed;
  for (;;) {
    const after = walk.position;
    const page = await laksa.database.inTenant(tenant.id, (tx) => readFeed(tx, tenant.id, after, positionsAPage), {
      readOnly: true,
    });
    walk = page.reduce((at, entry) => stepAlongFeed(at, entry, damaged), walk);
    onProgress(walk.position);
    if (page.length < positionsAPage) return walk;
  }
};
