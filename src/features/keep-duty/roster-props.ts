import { allows } from '../../domain/permission.ts';
import { formatDeadline, formatMoment } from '../../platform/i18n/format.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import type { City, NamedPost } from '../../store/city.ts';
import { namedProblem } from '../../ui/error-summary.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';
import type { Text } from '../../ui/texts/text.ts';
import type { TypedDuty } from './duty-form.view.tsx';
import type { DutyRow } from './queries.ts';
import type { RosterProps } from './roster.view.tsx';
import { isOwnProblem, type DutyProblem } from './typed-duty.ts';

type Shown = {
  readonly city: City;
  readonly duties: readonly DutyRow[];
  readonly typed: TypedDuty;
  readonly problems: readonly DutyProblem[];
  readonly done?: RosterProps['done'];
};

/** Rows in, words out: who is on duty now, and who comes. */
export const rosterProps = (
  frame: PageFrame,
  tenant: Tenant,
  { city, duties, typed, problems, done }: Shown,
): RosterProps => {
  const { t, language } = frame;
  const now = tenant.clock.now();
  const begins = (at: Date): string => formatMoment(at.toISOString(), tenant.zone, language, now.toISOString());
  const ends = (at: Date): string => formatDeadline(at.toISOString(), tenant.zone, language, now.toISOString());
  return {
    frame,
    now: duties
      .filter(({ from }) => from <= now)
      .map((duty) => t('duty.nowUntil', { post: dutyPost(t, duty, city), moment: ends(duty.until) })),
    duties: duties.map((duty) => ({
      id: duty.id,
      post: dutyPost(t, duty, city),
      from: begins(duty.from),
      until: ends(duty.until),
    })),
    unwritten: unwrittenOf(t, duties),
    form: {
      typed,
      posts: postsForDuty(city).map((post) => ({ value: post.slug, label: nameForDuty(t, post) })),
      problems: problems.map((problem) => shownProblem(t, problem)),
    },
    done,
  };
};

/** Whom a letter does not reach is not woken by being on duty: each post once. */
const unwrittenOf = (t: Text, duties: readonly DutyRow[]): readonly string[] => [
  ...new Set(
    duties.filter(({ holders, written }) => written < holders || holders === 0).map((duty) => unwritten(t, duty)),
  ),
];

const unwritten = (t: Text, { post, holders, written }: DutyRow): string => {
  if (holders === 0) return t('duty.unwritten.nobody', { post });
  if (written === 0) return t('duty.unwritten.none', { post });
  return t('duty.unwritten.some', { post, count: holders - written, all: holders });
};

/**
 * Whoever handles reports, or watches the whole city, can be called at night. First those who can be told of any report but secret and berkadar ones,
 * which few may read; the others hear only of what is theirs.
 */
export const postsForDuty = ({ posts }: City): readonly NamedPost[] => {
  const called = posts.filter((post) => allows(post, 'see_queue') || allows(post, 'see_control_room'));
  return [...called.filter(seesTheCity), ...called.filter((post) => !seesTheCity(post))];
};

const seesTheCity = (post: NamedPost): boolean => allows(post, 'see_reports');

const nameForDuty = (t: Text, post: NamedPost): string =>
  seesTheCity(post) ? post.name : t('duty.ownReports', { post: post.name });

/** A post that has left the city since has its name alone. */
const dutyPost = (t: Text, { post, postId }: DutyRow, { posts }: City): string => {
  const known = posts.find(({ id }) => id === postId);
  return known === undefined ? post : nameForDuty(t, known);
};

const shownProblem = (t: Text, { field, problem }: DutyProblem) => {
  const text = isOwnProblem(problem) ? t(`duty.problem.${problem}`) : t(`refusal.problem.${problem}`);
  return { field, text, named: namedProblem(t(`duty.${field}`), text) };
};
