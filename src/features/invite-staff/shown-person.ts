import { lastMoment } from '../../domain/last-day.ts';
import { formatDate, formatMoment } from '../../platform/i18n/format.ts';
import type { StaffPerson } from '../../platform/session/find-people.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import type { PageFrame } from '../../ui/page-frame.ts';
import type { ShownPerson } from './people.view.tsx';
import type { HeldSpan } from './queries.ts';

type Known = {
  readonly spans: readonly HeldSpan[];
  /** Whose second factor was taken off. */
  readonly renewing: ReadonlySet<string>;
};

export const shownPerson = (
  { t, language }: PageFrame,
  tenant: Tenant,
  person: StaffPerson,
  { spans, renewing }: Known,
): ShownPerson => {
  const { userId, name, login } = person;
  const now = tenant.clock.now();
  const own = spans.filter((span) => span.userId === userId);
  const seen = Math.max(0, ...own.map(({ seenAt }) => seenAt?.getTime() ?? 0));
  const moment = (at: Date): string => formatMoment(at.toISOString(), tenant.zone, language, now.toISOString());
  return {
    userId,
    name,
    login,
    posts: own.map((span) => spanWords({ t, language }, tenant, span)),
    seen: seen === 0 ? t('people.never') : moment(new Date(seen)),
    factor: t(`people.factor.${factorOf(person, renewing)}`),
  };
};

const factorOf = ({ userId, hasSecondFactor }: StaffPerson, renewing: ReadonlySet<string>) => {
  if (renewing.has(userId)) return 'renewing';
  return hasSecondFactor ? 'set' : 'missing';
};

/** A post with what matters of its span: when it begins, if it has not; when it ends, if it does. The last day is the one before the end. */
export const spanWords = (
  { t, language }: Pick<PageFrame, 't' | 'language'>,
  { zone, clock }: Tenant,
  { post, from, until }: Pick<HeldSpan, 'post' | 'from' | 'until'>,
): string => {
  const day = (at: string): string => formatDate(at, zone, language);
  const begins = from > clock.now() ? [t('people.span.from', { from: day(from.toISOString()) })] : [];
  const ends = until === null ? [] : [t('people.span.until', { until: day(lastMoment(until)) })];
  return [post, ...begins, ...ends].join(', ');
};
