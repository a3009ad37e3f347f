import { scopes, scopesOf } from '../../domain/access.ts';
import { lastMoment } from '../../domain/last-day.ts';
import { formatDate, formatMoment } from '../../platform/i18n/format.ts';
import type { StaffPerson } from '../../platform/session/find-people.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import { warnedDays } from '../../store/api-key-warning.ts';
import type { NamedPost } from '../../store/city.ts';
import { namedProblem } from '../../ui/error-summary.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';
import type { Text } from '../../ui/texts/text.ts';
import type { KeyFormProps, ShownKey } from './keys.view.tsx';
import type { KeyRow } from './queries.ts';
import type { KeyProblem, TypedKey } from './typed-key.ts';

export const shownKey = (
  { t, language }: PageFrame,
  tenant: Tenant,
  key: KeyRow,
  people: readonly StaffPerson[],
): ShownKey => {
  const now = tenant.clock.now();
  const moment = (at: Date): string => formatMoment(at.toISOString(), tenant.zone, language, now.toISOString());
  const lastDay = (end: Date): string => formatDate(lastMoment(end), tenant.zone, language);
  const name = people.find(({ userId }) => userId === key.madeBy)?.name ?? t('apiKey.operator');
  return {
    id: key.id,
    post: key.post,
    scopes: key.scopes.map((scope) => t(`apiKey.scope.${scope}`)),
    made: t('apiKey.madeBy', { name, moment: moment(key.madeAt) }),
    until: key.expiresAt === null ? t('apiKey.endless') : lastDay(key.expiresAt),
    used: key.lastUsedAt === null ? t('people.never') : moment(key.lastUsedAt),
    state: stateOf(key, now),
  };
};

const stateOf = ({ revokedAt, isPostClosed, expiresAt }: KeyRow, now: Date): ShownKey['state'] => {
  if (revokedAt !== null) return 'revoked';
  if (isPostClosed) return 'post_closed';
  if (expiresAt === null) return 'good';
  if (expiresAt <= now) return 'over';
  return expiresAt.getTime() - now.getTime() <= warnedDays * 24 * 60 * 60 * 1000 ? 'ending' : 'good';
};

export const formProps = (
  { t }: PageFrame,
  posts: readonly NamedPost[],
  typed: TypedKey,
  problems: readonly KeyProblem[],
): Omit<KeyFormProps, 'drawn'> => ({
  typed,
  posts: posts.filter((post) => scopesOf(post).length > 0).map(({ slug, name }) => ({ value: slug, label: name })),
  scopes: scopes.map((scope) => ({ value: scope, label: t(`apiKey.scope.${scope}`), hint: scope })),
  problems: problems.map(({ field, problem }) => {
    const text = problemText(t, problem);
    return { field, text, named: namedProblem(t(`apiKey.field.${field}`), text) };
  }),
});

/** A key may end later than what is promised for a report. */
const problemText = (t: Text, problem: KeyProblem['problem']): string => {
  switch (problem) {
    case 'beyond_post':
      return t('apiKey.beyondPost');
    case 'too_far_ahead':
      return t('apiKey.tooFar');
    default:
      return t(`refusal.problem.${problem}`);
  }
};
