import { beginning, chainFeed } from '../../store/event-hash.ts';
import type { MissingEvents } from './check-history.ts';
import type { LedgerFinding } from './finding.ts';
import type { FeedEntry } from './queries.ts';

/** Where a walk along the feed stands: what the next position must follow. */
export type FeedWalk = {
  readonly position: number;
  readonly chains: readonly Buffer[];
  readonly orphans: readonly Orphan[];
  readonly findings: readonly LedgerFinding[];
};

/** A position whose event is gone, with what its chain was made from. */
type Orphan = { readonly entry: FeedEntry; readonly chains: readonly Buffer[] };

export const startOfFeed: FeedWalk = { position: 0, chains: [beginning], orphans: [], findings: [] };

/**
 * One step along the feed. After a position that does not fit, the next may follow either the chain stored there or the one it should have been:
 * so that one change is told once.
 */
export const stepAlongFeed = (walk: FeedWalk, entry: FeedEntry, damaged: ReadonlySet<string>): FeedWalk => {
  const gaps = gapsBetween(walk.position, entry.position);
  // Behind a gap nothing tells what this one followed.
  if (gaps.length > 0)
    return { ...walk, position: entry.position, chains: [entry.chain], findings: [...walk.findings, ...gaps] };
  const here = { ...walk, position: entry.position };
  if (entry.hash === null)
    return { ...here, chains: [entry.chain], orphans: [...walk.orphans, { entry, chains: walk.chains }] };
  const { hash } = entry;
  const expected = walk.chains.map((chain) => chainAt(chain, entry, hash));
  if (entry.has_whole_ms && expected.some((chain) => chain.equals(entry.chain)))
    return { ...here, chains: [entry.chain] };
  const finding = damaged.has(entry.event_id)
    ? []
    : [findingAt(entry, 'feed_altered', 'this is not the event that was published here, or not when it was')];
  return { ...here, chains: [entry.chain, ...expected], findings: [...walk.findings, ...finding] };
};

/** The orphans that no missing event explains: those whose report is gone as well. */
export const unexplainedOrphans = (
  orphans: readonly Orphan[],
  missing: readonly MissingEvents[],
): readonly LedgerFinding[] => {
  const known = missing.flatMap(({ hashes }) => hashes);
  const unmatched = orphans.filter(
    ({ entry, chains }) =>
      !known.some((hash) => chains.some((chain) => chainAt(chain, entry, hash).equals(entry.chain))),
  );
  const count = missing.reduce((sum, one) => sum + one.count, 0);
  const unseen = Math.max(count - (orphans.length - unmatched.length), 0);
  return unmatched
    .slice(unseen)
    .map(({ entry }) =>
      findingAt(entry, 'feed_orphan', 'the event that was published here is gone, and its report does not know of it'),
    );
};

const chainAt = (chain: Buffer, { position, published_at: publishedAt }: FeedEntry, eventHash: Buffer): Buffer =>
  chainFeed(chain, { position, eventHash, publishedAt });

/** However wide a gap is, it is told once. */
const gapsBetween = (before: number, after: number): readonly LedgerFinding[] => {
  const [first, last] = [before + 1, after - 1];
  if (first > last) return [];
  const gap = { kind: 'feed_gap', number: null, seq: null } as const;
  if (first === last) return [{ ...gap, position: first, what: 'it is gone' }];
  return [{ ...gap, position: null, what: `feed positions ${first} to ${last} are gone` }];
};

const findingAt = ({ number, seq, position }: FeedEntry, kind: LedgerFinding['kind'], what: string): LedgerFinding => ({
  kind,
  number,
  seq,
  position,
  what,
});
