import { isDay } from '../../domain/calendar.ts';
import { isDeputy, type Deputy } from '../../domain/office.ts';
import type { Problem } from '../../domain/refusal.ts';
import { endOfDay } from '../../domain/last-day.ts';
import { localDay, startOfDay } from '../../domain/time.ts';
import { textOf, type FormFields } from '../../platform/http/form-fields.ts';
import type { TypedHolder } from './holder-form.view.tsx';

type HolderField = keyof TypedHolder;
export type HolderProblem = { readonly field: HolderField; readonly problem: Problem | 'notAfter' | 'actingNeedsEnd' };

export type ReadSpan =
  | {
      readonly ok: true;
      readonly from: string;
      readonly until: string | null;
      readonly acting: Deputy | null;
    }
  | { readonly ok: false; readonly problems: readonly HolderProblem[] };

export const holderTyped = (fields: FormFields): TypedHolder => ({
  person: textOf(fields, 'person'),
  from: textOf(fields, 'from').trim(),
  until: textOf(fields, 'until').trim(),
  acting: textOf(fields, 'acting'),
});

/** `begun`: since when the span has been going on, where it does; else it begins on the first day that was typed, or now. */
export type SpanSetting = { readonly zone: string; readonly now: string; readonly begun?: string };

/** A first and a last day, both whole, as instants of the city's time. */
export const spanTyped = (typed: TypedHolder, { zone, now, begun }: SpanSetting): ReadSpan => {
  const today = localDay(now, zone);
  const problems = (['from', 'until'] as const).flatMap((field) => dayProblem(field, typed[field]));
  if (problems.length > 0) return { ok: false, problems };
  const from = begun ?? (typed.from === '' || typed.from === today ? now : startOfDay(typed.from, zone));
  const until = typed.until === '' ? null : endOfDay(typed.until, zone);
  const acting = isDeputy(typed.acting) ? typed.acting : null;
  const wrong = [
    ...(begun === undefined && from < startOfDay(today, zone) ? [problem('from', 'in_the_past')] : []),
    ...(until !== null && until <= from ? [problem('until', 'notAfter')] : []),
    ...(until !== null && until <= now ? [problem('until', 'in_the_past')] : []),
    ...(acting !== null && until === null ? [problem('until', 'actingNeedsEnd')] : []),
  ];
  return wrong.length > 0 ? { ok: false, problems: wrong.slice(0, 1) } : { ok: true, from, until, acting };
};

const problem = (field: HolderField, what: HolderProblem['problem']): HolderProblem => ({ field, problem: what });

const dayProblem = (field: HolderField, day: string): readonly HolderProblem[] =>
  day === '' || (isDay(day) && day.startsWith('20')) ? [] : [problem(field, 'not_a_date')];
