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
      .map(({ post, until }) => t('duty.nowUntil', { post, moment: ends(until) })),
    duties: duties.map(({ id, post, from, until }) => ({ id, post, from: begins(from), until: ends(until) })),
    unwritten: unwrittenOf(t, duties),
    form: {
      typed,
      posts: postsForDuty(city).map(({ slug, name }) => ({ value: slug, label: name })),
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

/** Whoever handles reports can be called at night. */
export const postsForDuty = ({ posts }: City): readonly NamedPost[] =>
  posts.filter((post) => allows(post, 'see_queue'));

const shownProblem = (t: Text, { field, problem }: DutyProblem) => {
  const text = isOwnProblem(problem) ? t(`duty.problem.${problem}`) : t(`refusal.problem.${problem}`);
  return { field, text, named: namedProblem(t(`duty.${field}`), text) };
};
