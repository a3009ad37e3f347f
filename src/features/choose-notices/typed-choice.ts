import { noticeSteps } from '../../domain/notice-steps.ts';
import type { Problem } from '../../domain/refusal.ts';
import { ok, refuse, type Result } from '../../domain/result.ts';
import { textOf, type FormFields } from '../../platform/http/form-fields.ts';
import { languages } from '../../platform/i18n/language.ts';
import type { NoticeChoice } from '../../store/notice-choice.ts';
import type { ChoiceRow } from './queries.ts';

/** As typed. `quiet`: the city's hours, none, or own ones. */
export type TypedChoice = {
  readonly steps: string;
  readonly quiet: string;
  readonly from: string;
  readonly until: string;
  readonly language: string;
};

export type ChoiceProblem = {
  readonly field: keyof TypedChoice;
  readonly problem: Problem | 'not_a_time' | 'same_time';
};

/**
 * Hours that were typed are own hours, whatever was left chosen above them: only as they stood there before anybody typed do they give way to another
 * choice.
 */
export const typedChoiceOf = (fields: FormFields): TypedChoice => {
  const [from, until] = [textOf(fields, 'from').trim(), textOf(fields, 'until').trim()];
  const isTyped = from + until !== '' && hoursShown({ from, until }) !== textOf(fields, 'shown').trim();
  return {
    steps: textOf(fields, 'steps'),
    quiet: isTyped ? 'own' : textOf(fields, 'quiet'),
    from,
    until,
    language: textOf(fields, 'language'),
  };
};

/** The hours as they stand in a form, which travel along with it. */
export const hoursShown = ({ from, until }: Pick<TypedChoice, 'from' | 'until'>): string => `${from} ${until}`.trim();

/** What holds now, as it stands in the form. */
export const choiceAsTyped = ({ steps, quiet_from: from, quiet_until: until, language }: ChoiceRow): TypedChoice => {
  if (from === null || until === null) return { steps, quiet: 'city', from: '', until: '', language };
  if (from === until) return { steps, quiet: 'none', from: '', until: '', language };
  return { steps, quiet: 'own', from: shownTime(from), until: shownTime(until), language };
};

/** As it is written here: 21.00. */
export const shownTime = (time: string): string => time.replace(':', '.');

export const choiceTyped = (typed: TypedChoice): Result<NoticeChoice, readonly ChoiceProblem[]> => {
  const steps = noticeSteps.find((one) => one === typed.steps);
  const language = languages.find((one) => one === typed.language);
  const [from, until] = [timeIn(typed.from), timeIn(typed.until)];
  const isOwn = typed.quiet === 'own';
  if (steps === undefined) return refuse([{ field: 'steps', problem: 'required' }]);
  if (language === undefined) return refuse([{ field: 'language', problem: 'required' }]);
  if (!['city', 'none', 'own'].includes(typed.quiet)) return refuse([{ field: 'quiet', problem: 'required' }]);
  if (isOwn && from === null) return refuse([{ field: 'from', problem: 'not_a_time' }]);
  if (isOwn && until === null) return refuse([{ field: 'until', problem: 'not_a_time' }]);
  if (isOwn && from === until) return refuse([{ field: 'until', problem: 'same_time' }]);
  if (typed.quiet === 'none') return ok({ steps, language, quiet: { from: '00:00', until: '00:00' } });
  return ok({ steps, language, quiet: isOwn && from !== null && until !== null ? { from, until } : null });
};

/** 21.00, 21:00 or 21. */
const timeIn = (typed: string): string | null => {
  const [, hour, minute = '00'] = /^([01]?\d|2[0-3])(?:[.:]([0-5]\d))?$/.exec(typed) ?? [];
  return hour === undefined ? null : `${hour.padStart(2, '0')}:${minute}`;
};
