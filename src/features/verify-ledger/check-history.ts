import { canonicalEvent } from '../../domain/event-canonical.ts';
import { instantOf } from '../../platform/db/uuid7.ts';
import { beginning, commitTo, hashEvent } from '../../store/event-hash.ts';
import type { FindingKind, LedgerFinding } from './finding.ts';
import type { StoredEvent, StoredHistory } from './queries.ts';

/** Events of one report that are gone: how many the report knows of, and the hashes that the events after them still tell. */
export type MissingEvents = { readonly count: number; readonly hashes: readonly Buffer[] };

export type CheckedHistory = {
  readonly findings: readonly LedgerFinding[];
  /** Of these the feed needs to say nothing more. */
  readonly damaged: readonly string[];
  readonly missing: MissingEvents;
  readonly erasedWords: number;
  /** Every event is there and says what was written: then it can be asked what the report must be. */
  readonly isWhole: boolean;
};

type Problem = {
  readonly kind: FindingKind;
  readonly seq: number;
  readonly what: string;
  readonly eventId?: string;
  /** The last event of a gap, where one has more than one. */
  readonly untilSeq?: number;
  readonly missing?: MissingEvents;
};

/** Holds one report's stored history against its own hashes. Each damage is told once, at the event where it is. */
export const checkHistory = (tenantId: string, history: StoredHistory): CheckedHistory => {
  const broken = new Map(
    history.events
      .flatMap((event) => ownProblem(tenantId, history.reportId, event))
      .map((problem) => [problem.seq, problem]),
  );
  const links = linkProblems(history.events, broken);
  const told = new Set([...broken.keys(), ...links.map((problem) => problem.seq)]);
  const sound = history.events.filter((event) => !broken.has(event.seq));
  const counts = countProblems(history, broken);
  const problems = [
    ...broken.values(),
    ...links,
    ...counts,
    ...sound.flatMap(wordProblems),
    ...sound.filter((event) => !told.has(event.seq)).flatMap(feedProblem),
  ];
  return {
    findings: problems
      .toSorted((a, b) => a.seq - b.seq)
      .map(({ kind, seq, untilSeq, what }) => ({
        kind,
        number: history.number,
        seq: untilSeq === undefined ? seq : null,
        position: null,
        what,
      })),
    damaged: problems.flatMap(({ eventId }) => eventId ?? []),
    missing: missingOf(
      history,
      problems.flatMap(({ missing }) => missing ?? []),
    ),
    erasedWords: sound.flatMap((event) =>
      Object.keys(event.commitments).filter((field) => !event.secrets.some((secret) => secret.field === field)),
    ).length,
    isWhole: broken.size + links.length + counts.length === 0,
  };
};

/** What an event says against its own hash. The id holds the millisecond it was made in: with that instead, a row that was only re-timed fits again. */
const ownProblem = (tenantId: string, reportId: string, event: StoredEvent): readonly Problem[] => {
  const at = { seq: event.seq, eventId: event.id };
  if (event.has_whole_ms && fits(tenantId, reportId, event, event.at)) return [];
  const writtenAt = instantOf(event.id);
  if (fits(tenantId, reportId, event, writtenAt))
    return [{ ...at, kind: 'retimed', what: `its time was changed: it was written at ${writtenAt.toISOString()}` }];
  return [{ ...at, kind: 'altered', what: 'what it says does not match its hash: it was altered' }];
};

const fits = (tenantId: string, reportId: string, event: StoredEvent, at: Date): boolean => {
  const canonical = canonicalOf(tenantId, reportId, event, at);
  return canonical !== null && hashEvent(event.prev_hash, canonical).equals(event.hash);
};

/** Null: nothing of ours could have written this. */
const canonicalOf = (tenantId: string, reportId: string, event: StoredEvent, at: Date): string | null => {
  const { id, seq, kind, actor_kind: actorKind, actor_post: actorPost, payload, commitments } = event;
  try {
    return canonicalEvent({
      tenantId,
      id,
      reportId,
      seq,
      at: at.toISOString(),
      kind,
      actorKind,
      actorPost,
      payload,
      commitments,
    });
  } catch {
    return null;
  }
};

/** Each event against the one before it. Beside an event that is damaged itself the link says nothing more. */
const linkProblems = (events: readonly StoredEvent[], broken: ReadonlyMap<number, Problem>): readonly Problem[] =>
  events.flatMap((event, index) => {
    const before = events[index - 1];
    const gap = missingBetween(before?.seq ?? 0, event.seq, event.prev_hash);
    if (gap.length > 0 || broken.has(event.seq) || (before !== undefined && broken.has(before.seq))) return gap;
    if (event.prev_hash.equals(before?.hash ?? beginning)) return [];
    const replaced = before ?? event;
    return [
      {
        kind: 'replaced',
        seq: replaced.seq,
        eventId: replaced.id,
        what: 'it is not the event that was written here: the one after it follows another',
      } as const,
    ];
  });

/** However wide a gap is, it is told once: a number that somebody wrote over may be any. */
const missingBetween = (before: number, after: number, lastHash: Buffer | null): readonly Problem[] => {
  const seq = Math.max(before, 0) + 1;
  const count = after - seq;
  if (count < 1) return [];
  const gap = { kind: 'missing', seq, missing: { count, hashes: lastHash === null ? [] : [lastHash] } } as const;
  if (count === 1) return [{ ...gap, what: 'it is gone' }];
  const untilSeq = after - 1;
  return [{ ...gap, untilSeq, what: `events ${seq} to ${untilSeq} are gone` }];
};

/** Gaps that a number written over tore open miss nothing: no more is gone than the report knows of beside those that are there. */
const missingOf = ({ version, events }: StoredHistory, gaps: readonly MissingEvents[]): MissingEvents => {
  const hashes = gaps.flatMap((gap) => gap.hashes).filter((hash) => !events.some((event) => event.hash.equals(hash)));
  const told = gaps.reduce((sum, gap) => sum + gap.count, 0);
  return { hashes, count: Math.max(hashes.length, Math.min(told, version - events.length)) };
};

/** The report's version is the number of its last event. */
const countProblems = (
  { version, events }: StoredHistory,
  broken: ReadonlyMap<number, Problem>,
): readonly Problem[] => {
  const last = events.at(-1)?.seq ?? 0;
  const surplus = events.filter((event) => event.seq > version && !broken.has(event.seq));
  return [
    ...missingBetween(last, version + 1, null),
    ...surplus.map(
      ({ seq, id }) =>
        ({
          kind: 'surplus',
          seq,
          eventId: id,
          what: `the report knows ${version} events: this one was added, or the report was changed`,
        }) as const,
    ),
  ];
};

const wordProblems = (event: StoredEvent): readonly Problem[] =>
  event.secrets.flatMap(({ field, salt, value }): readonly Problem[] => {
    const commitment = event.commitments[field];
    if (commitment === undefined)
      return [
        { kind: 'words_planted', seq: event.seq, what: `it never had words named ${field}: they were put there` },
      ];
    if (commitTo(Buffer.from(salt, 'hex'), value) === commitment) return [];
    return [{ kind: 'words_altered', seq: event.seq, what: `its words (${field}) are not the ones that were written` }];
  });

const feedProblem = (event: StoredEvent): readonly Problem[] =>
  event.is_in_feed
    ? []
    : [
        {
          kind: 'unpublished',
          seq: event.seq,
          eventId: event.id,
          what: 'it is neither in the feed nor waiting for it',
        },
      ];
