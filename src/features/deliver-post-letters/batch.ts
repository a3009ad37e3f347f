import { seesReport } from '../../domain/permission.ts';
import { isSettled } from '../../domain/post-notices.ts';
import { isStillUrgent } from '../../domain/urgent.ts';
import { policyOf, type City } from '../../store/city.ts';
import { clockFrom } from '../../store/report-clock-row.ts';
import type { ReadyLetter } from './queries.ts';

/** Why a letter does not go, as it is kept. */
type DropReason = 'not_wanted' | 'not_held' | 'not_theirs' | 'done' | 'no_address';

type Sorted = {
  /** In one letter, to one address; `to` is null where none is left. */
  readonly letters: readonly ReadyLetter[];
  readonly to: string | null;
  readonly dropped: ReadonlyMap<DropReason, readonly ReadyLetter[]>;
};

/** What of a person's letters goes, and to where. Much may have changed since a letter was written: whose post it is, who may read the report, whether there is still something to do. */
export const sorted = (ready: readonly ReadyLetter[], city: City): Sorted => {
  const byFate = Map.groupBy(ready, (letter) => dropReason(letter, city) ?? 'goes');
  const goes = byFate.get('goes') ?? [];
  const { address: to = null, delivery } = goes[0] ?? {};
  const dropped = new Map([...byFate].flatMap(([fate, own]) => (fate === 'goes' ? [] : [[fate, own] as const])));
  // Of an account with two addresses the letters to the other go next; so does what is no part of a summary.
  const letters = goes.filter((letter) => letter.address === to && letter.delivery === delivery);
  return { letters, to, dropped };
};

export const reportOf = (letter: ReadyLetter) => ({
  state: letter.state,
  kind: letter.report_kind,
  class: letter.class,
  isSecret: letter.is_secret,
  isAnonymous: letter.is_anonymous,
  holderPostId: letter.holder_post_id,
  assignments: letter.assignments,
  policyVersion: letter.policy_version,
});

/** Whether it goes to somebody on duty, who is still to see to what could not wait. */
export const isUrgent = (letter: ReadyLetter, city: City): boolean => {
  if (!letter.by_roster) return false;
  const report = reportOf(letter);
  const told = { at: letter.at.toISOString(), now: letter.created_at.toISOString() };
  return isStillUrgent(report, { ...told, clocks: letter.clocks.map(clockFrom) }, policyOf(city, report));
};

const dropReason = (letter: ReadyLetter, city: City): DropReason | null => {
  if (letter.delivery === 'none') return 'not_wanted';
  if (!letter.is_held) return 'not_held';
  const post = city.posts.find(({ id }) => id === letter.post_id);
  if (post === undefined) return 'not_held';
  const report = reportOf(letter);
  if (!seesReport(post, report)) return 'not_theirs';
  const told = { kind: letter.kind, postId: post.id, stoppedAt: letter.stopped_at, isUrgent: isUrgent(letter, city) };
  if (isSettled(told, report)) return 'done';
  return letter.address === null ? 'no_address' : null;
};
