import { scopesOf, type Scope } from '../../domain/access.ts';
import { daysLater, isDay } from '../../domain/calendar.ts';
import { endOfDay } from '../../domain/last-day.ts';
import { localDay } from '../../domain/time.ts';
import { textOf, textsOf, type FormFields } from '../../platform/http/form-fields.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import { longestKeyDays, usualKeyDays } from '../../store/api-key.ts';
import type { NamedPost } from '../../store/city.ts';

/** A key as it stands in the form; `until`: the last day on which it is good. */
export type TypedKey = { readonly post: string; readonly scopes: readonly string[]; readonly until: string };

export type KeyProblem = {
  readonly field: keyof TypedKey;
  readonly problem: 'required' | 'unknown' | 'not_a_date' | 'in_the_past' | 'too_far_ahead' | 'beyond_post';
};

const today = (tenant: Tenant): string => localDay(tenant.clock.now().toISOString(), tenant.zone);

export const emptyKey = (tenant: Tenant): TypedKey => ({
  post: '',
  scopes: [],
  until: daysLater(today(tenant), usualKeyDays),
});

export const typedKeyOf = (fields: FormFields): TypedKey => ({
  post: textOf(fields, 'post'),
  scopes: textsOf(fields, 'scopes'),
  until: textOf(fields, 'until').trim(),
});

export type ReadKey =
  | { readonly ok: true; readonly postId: string; readonly scopes: readonly Scope[]; readonly expiresAt: Date }
  | { readonly ok: false; readonly problems: readonly KeyProblem[] };

/** What was typed; every field that says nothing, or more than the post may, is a problem. */
export const keyTyped = (typed: TypedKey, posts: readonly NamedPost[], tenant: Tenant): ReadKey => {
  const post = posts.find(({ slug }) => slug === typed.post);
  const scopes = post === undefined ? [] : scopesOf(post).filter((scope) => typed.scopes.includes(scope));
  const problems: KeyProblem[] = [];
  if (post === undefined) problems.push({ field: 'post', problem: typed.post === '' ? 'required' : 'unknown' });
  if (typed.scopes.length === 0) problems.push({ field: 'scopes', problem: 'required' });
  else if (post !== undefined && scopes.length < new Set(typed.scopes).size)
    problems.push({ field: 'scopes', problem: 'beyond_post' });
  const problem = untilProblem(typed.until, today(tenant));
  if (problem !== null) problems.push({ field: 'until', problem });
  if (post === undefined || problems.length > 0) return { ok: false, problems };
  const expiresAt = new Date(endOfDay(typed.until, tenant.zone));
  return { ok: true, postId: post.id, scopes, expiresAt };
};

/** A key without an end would be forgotten and good for ever. */
const untilProblem = (until: string, now: string): KeyProblem['problem'] | null => {
  if (until === '') return 'required';
  if (!isDay(until)) return 'not_a_date';
  if (until < now) return 'in_the_past';
  return until > daysLater(now, longestKeyDays - 1) ? 'too_far_ahead' : null;
};
