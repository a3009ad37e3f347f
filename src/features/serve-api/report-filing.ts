import { isDay } from '../../domain/calendar.ts';
import { hasVisibleWords, oldestDay } from '../../domain/limits.ts';
import type { FieldProblem, Problem } from '../../domain/refusal.ts';
import { ok, refuse, type Result } from '../../domain/result.ts';
import type { City } from '../../store/city.ts';
import { parseEmail, parsePhone } from '../../store/contact.ts';
import type { Filing } from '../../store/file-report.ts';
import type { ReportBody } from './report-body.ts';

/** What a body says of a filing; the rest is known from the request. */
export type FilingWords = Omit<Filing, 'language' | 'channel' | 'nonce' | 'actor'>;

type Ground = {
  readonly city: Pick<City, 'categories' | 'villages'>;
  /** `YYYY-MM-DD` in the city's zone */ readonly today: string;
};

/** A body as a filing of this city, or each field that makes no sense here. */
export const filingFrom = (body: ReportBody, { city, today }: Ground): Result<FilingWords, readonly FieldProblem[]> => {
  const problems: FieldProblem[] = [];
  const check = (field: keyof ReportBody, problem: Problem | null): void =>
    void (problem !== null && problems.push({ field, problem }));
  const category = city.categories.find(({ slug }) => slug === body.category);
  const village = city.villages.find(({ code }) => undotted(code) === undotted(body.village ?? ''));
  const contact = { phone: parsed(body.phone, parsePhone), email: parsed(body.email, parseEmail) };
  check('description', hasVisibleWords(body.description) ? null : 'required');
  check('category', isGiven(body.category) && category === undefined ? 'unknown' : null);
  check('village', isGiven(body.village) && village === undefined ? 'unknown' : null);
  check('occurred_on', isGiven(body.occurred_on) ? dayProblem(body.occurred_on, today) : null);
  check('lat', body.lat === undefined && body.lng !== undefined ? 'required' : null);
  check('lng', body.lng === undefined && body.lat !== undefined ? 'required' : null);
  check('phone', contact.phone === null ? 'not_a_phone' : null);
  check('email', contact.email === null ? 'not_an_email' : null);
  if (problems.length > 0) return refuse(problems);
  return ok({
    ...wordsOf(body),
    categoryId: category?.id ?? null,
    villageCode: village?.code ?? null,
    identity: {
      name: body.name?.trim() || undefined,
      phone: contact.phone ?? undefined,
      email: contact.email ?? undefined,
    },
  });
};

const wordsOf = (body: ReportBody) => ({
  kind: body.kind ?? 'complaint',
  title: body.title?.trim() ?? '',
  description: body.description,
  place: body.place?.trim() ?? '',
  latitude: body.lat ?? null,
  longitude: body.lng ?? null,
  occurredOn: isGiven(body.occurred_on) ? body.occurred_on : null,
  isAnonymous: body.anonymous ?? false,
  isSecret: body.secret ?? false,
});

const isGiven = (value: string | undefined): value is string => value !== undefined && value.trim() !== '';

const undotted = (code: string): string => code.replaceAll(/[\s.]/g, '');

/** Undefined: not given; null: given, and none. */
const parsed = (typed: string | undefined, parse: (typed: string) => string | null): string | null | undefined =>
  isGiven(typed) ? parse(typed) : undefined;

const dayProblem = (day: string, today: string): Problem | null => {
  if (!isDay(day) || day < oldestDay) return 'not_a_date';
  return day > today ? 'in_the_future' : null;
};
