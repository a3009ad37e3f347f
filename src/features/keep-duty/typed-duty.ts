import { daysLater, isDay } from '../../domain/calendar.ts';
import type { Problem } from '../../domain/refusal.ts';
import { localDay, startOfDay, timeOfDay } from '../../domain/time.ts';
import { textOf, type FormFields } from '../../platform/http/form-fields.ts';
import type { TypedDuty } from './duty-form.view.tsx';

export type DutyField = keyof TypedDuty;
const ownProblems = ['not_a_time', 'not_after', 'overlaps', 'too_far', 'too_long'] as const;
type OwnProblem = (typeof ownProblems)[number];

export type DutyProblem = { readonly field: DutyField; readonly problem: Problem | OwnProblem };

/** What is wrong with duties alone; all else is said as on other forms. */
export const isOwnProblem = (problem: DutyProblem['problem']): problem is OwnProblem =>
  ownProblems.some((own) => own === problem);

export const emptyDuty: TypedDuty = { post: '', fromDay: '', fromTime: '', untilDay: '', untilTime: '' };

export const typedDutyOf = (fields: FormFields): TypedDuty => ({
  post: textOf(fields, 'post'),
  fromDay: textOf(fields, 'fromDay').trim(),
  fromTime: textOf(fields, 'fromTime').trim(),
  untilDay: textOf(fields, 'untilDay').trim(),
  untilTime: textOf(fields, 'untilTime').trim(),
});

type Setting = {
  readonly posts: readonly { readonly id: string; readonly slug: string }[];
  readonly zone: string;
  readonly now: string;
};

export type ReadDuty =
  | { readonly ok: true; readonly postId: string; readonly from: string; readonly until: string }
  | { readonly ok: false; readonly problems: readonly DutyProblem[] };

/** A slip in a month or a year would put a post on duty for good: who is on duty for longer is entered again. */
const mostDays = 31;
const mostDaysAhead = 365;

/** What was typed, as a post and two instants; every field that says nothing is a problem. What is over cannot be planned. */
export const dutyTyped = (typed: TypedDuty, { posts, zone, now }: Setting): ReadDuty => {
  const post = posts.find(({ slug }) => slug === typed.post);
  const problems = [
    ...(post === undefined ? [{ field: 'post', problem: typed.post === '' ? 'required' : 'unknown' } as const] : []),
    ...dayProblems('fromDay', typed),
    ...timeProblems('fromTime', typed),
    ...dayProblems('untilDay', typed),
    ...timeProblems('untilTime', typed),
  ];
  if (post === undefined || problems.length > 0) return { ok: false, problems };
  const from = instantOf(typed.fromDay, typed.fromTime, zone);
  const until = instantOf(typed.untilDay, typed.untilTime, zone);
  if (until <= from) return { ok: false, problems: [{ field: 'untilTime', problem: 'not_after' }] };
  if (until <= now) return { ok: false, problems: [{ field: 'untilDay', problem: 'in_the_past' }] };
  if (typed.fromDay > daysLater(localDay(now, zone), mostDaysAhead))
    return { ok: false, problems: [{ field: 'fromDay', problem: 'too_far' }] };
  if (until > instantOf(daysLater(typed.fromDay, mostDays), typed.fromTime, zone))
    return { ok: false, problems: [{ field: 'untilDay', problem: 'too_long' }] };
  return { ok: true, postId: post.id, from, until };
};

const dayProblems = (field: 'fromDay' | 'untilDay', typed: TypedDuty): readonly DutyProblem[] => {
  if (typed[field] === '') return [{ field, problem: 'required' }];
  return isDay(typed[field]) && typed[field].startsWith('20') ? [] : [{ field, problem: 'not_a_date' }];
};

const timeProblems = (field: 'fromTime' | 'untilTime', typed: TypedDuty): readonly DutyProblem[] => {
  if (typed[field] === '') return [{ field, problem: 'required' }];
  return /^(?:[01]\d|2[0-3])[.:][0-5]\d$|^24[.:]00$/.test(typed[field]) ? [] : [{ field, problem: 'not_a_time' }];
};

/** A day ends at 24.00: that is the first instant of the next. */
const instantOf = (day: string, time: string, zone: string): string => {
  const written = time.replace('.', ':');
  return written === '24:00' ? startOfDay(daysLater(day, 1), zone) : timeOfDay(day, written, zone);
};
