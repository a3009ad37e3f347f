import { isDay } from '../../domain/calendar.ts';
import type { FieldProblem } from '../../domain/refusal.ts';
import { endOfDay } from '../../domain/last-day.ts';
import { localDay, startOfDay } from '../../domain/time.ts';
import { textOf, type FormFields } from '../../platform/http/form-fields.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import type { NamedPost } from '../../store/city.ts';
import { parseEmail } from '../../store/contact.ts';

const invitationFields = ['name', 'address', 'post', 'from', 'until', 'language'] as const;
/** An invitation as it stands in the form: days as `2026-11-24`. */
export type TypedInvitation = Readonly<Record<(typeof invitationFields)[number], string>>;

export type InvitationProblem = {
  readonly field: keyof TypedInvitation;
  readonly problem: FieldProblem['problem'] | 'not_after' | 'holds_already' | 'too_often' | 'platform_alone';
};

export const emptyInvitation: TypedInvitation = {
  name: '',
  address: '',
  post: '',
  from: '',
  until: '',
  language: 'id',
};

export const typedInvitationOf = (fields: FormFields): TypedInvitation => ({
  name: textOf(fields, 'name').trim(),
  address: textOf(fields, 'address').trim(),
  post: textOf(fields, 'post'),
  from: textOf(fields, 'from').trim(),
  until: textOf(fields, 'until').trim(),
  language: textOf(fields, 'language') === 'en' ? 'en' : 'id',
});

export type ReadInvitation = {
  readonly name: string;
  readonly address: string;
  readonly post: NamedPost;
  readonly from: Date;
  readonly until: Date | null;
  readonly language: 'id' | 'en';
};

type Setting = { readonly posts: readonly NamedPost[]; readonly tenant: Tenant };

const longestName = 120;

/** What was typed, with the first instant and, after the last day, the first that is over; every field that says nothing is a problem. */
export const invitationTyped = (
  typed: TypedInvitation,
  { posts, tenant }: Setting,
):
  | { readonly ok: true; readonly value: ReadInvitation }
  | { readonly ok: false; readonly problems: readonly InvitationProblem[] } => {
  const post = posts.find(({ slug }) => slug === typed.post);
  const address = parseEmail(typed.address);
  const today = localDay(tenant.clock.now().toISOString(), tenant.zone);
  const problems = [...nameProblems(typed), ...spanProblems(typed, today)];
  if (address === null)
    problems.push({ field: 'address', problem: typed.address === '' ? 'required' : 'not_an_email' });
  if (post === undefined) problems.push({ field: 'post', problem: typed.post === '' ? 'required' : 'unknown' });
  if (address === null || post === undefined || problems.length > 0)
    return { ok: false, problems: problems.toSorted((a, b) => placeOf(a) - placeOf(b)) };
  const { name, language } = typed;
  const from = typed.from === '' ? tenant.clock.now() : new Date(startOfDay(typed.from, tenant.zone));
  const until = typed.until === '' ? null : new Date(endOfDay(typed.until, tenant.zone));
  return { ok: true, value: { name, address, post, from, until, language: language === 'en' ? 'en' : 'id' } };
};

const placeOf = ({ field }: InvitationProblem): number => invitationFields.indexOf(field);

const nameProblems = ({ name }: TypedInvitation): InvitationProblem[] => {
  if (name === '') return [{ field: 'name', problem: 'required' }];
  return name.length > longestName || /\p{Cc}/u.test(name) ? [{ field: 'name', problem: 'too_long' }] : [];
};

/** An absent first day is today. */
const spanProblems = ({ from, until }: TypedInvitation, today: string): InvitationProblem[] => {
  const problems = (['from', 'until'] as const)
    .filter((field) => ({ from, until })[field] !== '')
    .filter((field) => !isDay({ from, until }[field]) || !{ from, until }[field].startsWith('20'))
    .map((field): InvitationProblem => ({ field, problem: 'not_a_date' }));
  if (problems.length > 0 || until === '') return problems;
  if (until < (from === '' ? today : from)) return [{ field: 'until', problem: 'not_after' }];
  return until < today ? [{ field: 'until', problem: 'in_the_past' }] : [];
};
