import type { Wanted } from '../../domain/words/search-terms.ts';
import { nearWords } from '../../domain/words/near-words.ts';
import { stemOf } from '../../domain/words/stem.ts';
import type { Tx } from '../../store/tx.ts';
import type { ReportFilter } from '../../store/report-filter.ts';
import { countHolding, countedHolders, readMatches, readFormsByKey, type Match } from './word-queries.ts';

/** A word that is looked for, the words that may have been meant, and how much it tells: the rarer the more. */
type Sought = Wanted & { readonly near: readonly string[]; readonly weight: number; readonly isKnown: boolean };

export type FoundByWords = {
  /** The best first. */
  readonly ids: readonly string[];
  /** The words no public report holds, with the stems that were taken for them. */
  readonly taken: readonly { readonly word: string; readonly near: readonly string[] }[];
  /** No report holds all of the words, or any taken for them; the words that none of those found holds. Null: some hold all, or nothing was found. */
  readonly lacking: readonly string[] | null;
};

/**
 * The public reports that words speak of, the best first: those that hold all of them; where these are few, those that lack one; where there are none,
 * those that hold any. A word that hardly any report holds also stands for the words that are written almost alike.
 */
export const findByWords = async (
  tx: Tx,
  tenantId: string,
  { wanted, filter }: { readonly wanted: readonly Wanted[]; readonly filter: ReportFilter },
): Promise<FoundByWords> => {
  if (wanted.length === 0) return { ids: [], taken: [], lacking: null };
  const sought = await weigh(tx, tenantId, wanted);
  const parts = sought.map(({ stem, near }) => ({ stem, near }));
  const found = new Map<string, Match>();
  for (const question of questions(sought)) {
    if (found.size >= enough || (question.isLast && found.size > 0)) break;
    for (const match of await readMatches(tx, tenantId, { parts, filter, query: question.query }))
      found.set(match.id, match);
  }
  const matches = [...found.values()];
  return {
    ids: matches.toSorted(byScore(sought)).map(({ id }) => id),
    taken: sought.filter(({ isKnown, near }) => !isKnown && near.length > 0),
    lacking: lackingIn(matches, sought),
  };
};

const lackingIn = (matches: readonly Match[], sought: readonly Sought[]): readonly string[] | null => {
  const isHeld = (match: Match, at: number): boolean => match.holds[at] === true || match.holdsNear[at] === true;
  if (matches.length === 0 || matches.some((match) => sought.every((_, at) => isHeld(match, at)))) return null;
  return sought.filter((_, at) => !matches.some((match) => isHeld(match, at))).map(({ word }) => word);
};

/** A page of them: whoever finds so many is not given more that fit less. */
const enough = 10;

/** Held by fewer, a word may be mistyped, by whoever asks or by whoever wrote. */
const rare = 5;

const weigh = async (tx: Tx, tenantId: string, wanted: readonly Wanted[]): Promise<readonly Sought[]> => {
  const held = await countHolding(
    tx,
    tenantId,
    wanted.map(({ stem }) => stem),
  );
  const unsure = wanted.filter(({ stem }) => (held.get(stem) ?? 0) < rare);
  const byStem = await readNear(tx, tenantId, unsure);
  const heldNear = await countHolding(tx, tenantId, [...byStem.values()].flat());
  return wanted.map(({ word, stem }) => {
    const near = (byStem.get(stem) ?? []).filter((one) => (heldNear.get(one) ?? 0) > 0);
    const own = held.get(stem) ?? 0;
    const reports = Math.max(1, own, ...near.map((one) => heldNear.get(one) ?? 0));
    return { word, stem, near, isKnown: own > 0, weight: Math.log2(2 + countedHolders / reports) };
  });
};

/** Of each word the stems of words that are written almost like it, or almost like its stem. */
const readNear = async (
  tx: Tx,
  tenantId: string,
  unsure: readonly Wanted[],
): Promise<ReadonlyMap<string, readonly string[]>> => {
  if (unsure.length === 0) return new Map();
  const typed = unsure.flatMap(({ word, stem }) => [word, stem]);
  const forms = await readFormsByKey(tx, tenantId, [...new Set(typed)]);
  return new Map(
    unsure.map(({ word, stem }) => {
      const near = [...nearWords(word, forms), ...nearWords(stem, forms)].map(stemOf);
      return [stem, [...new Set(near)].filter((one) => one !== stem)];
    }),
  );
};

type Question = { readonly query: string; readonly isLast: boolean };

const questions = (sought: readonly Sought[]): readonly Question[] => {
  const all = sought.map(anyOf);
  const butOne = all.map((_, at) => `(${all.toSpliced(at, 1).join(' & ')})`);
  return [
    { query: all.join(' & '), isLast: false },
    ...(all.length > 2 ? [{ query: butOne.join(' | '), isLast: false }] : []),
    ...(all.length > 1 ? [{ query: tellingMost(sought).map(anyOf).join(' | '), isLast: true }] : []),
  ];
};

const tellingMost = (sought: readonly Sought[]): readonly Sought[] =>
  sought.toSorted((a, b) => b.weight - a.weight).slice(0, 4);

/** Stems hold letters and figures alone: between quotes they mean themselves. */
const anyOf = ({ stem, near }: Sought): string => `(${[stem, ...near].map((word) => `'${word}'`).join(' | ')})`;

/** What stands for a word counts less than the word. */
const shareOfNear = 0.6;

const byScore = (sought: readonly Sought[]) => {
  const score = ({ holds, holdsNear }: Match): number =>
    sought.reduce((sum, { weight }, at) => sum + weight * (holds[at] ? 1 : holdsNear[at] ? shareOfNear : 0), 0);
  return (a: Match, b: Match): number =>
    score(b) - score(a) || b.filed_at.getTime() - a.filed_at.getTime() || (a.id < b.id ? -1 : 1);
};
