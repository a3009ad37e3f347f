import { reasons } from '../../domain/reasons.ts';
import { formatDate, formatDeadline, formatMoment, formatRemaining } from '../../platform/i18n/format.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import type { PageFrame } from '../../ui/page-frame.ts';
import type { Text } from '../../ui/texts/text.ts';
import type { PublicEvent, PublicReport } from './queries.ts';
import type { PublicPromise, PublicReportProps } from './report.view.tsx';

/** Rows in, words out: what the page of a public report says. */
export const presentReport = (frame: PageFrame, tenant: Tenant, report: PublicReport): PublicReportProps => {
  const { t, language } = frame;
  return {
    frame,
    number: report.number,
    title: report.title,
    isTitleOnly: report.publication === 'title_only',
    description: report.description,
    state: report.state,
    ending: report.closed_reason === null ? null : t(`state.closed.${report.closed_reason}`),
    kind: t(`state.kind.${report.kind}`),
    category: report.category?.[language] ?? null,
    village: report.village === null ? null : `${report.village}, ${report.district}`,
    filedOn: formatDate(report.filed_at.toISOString(), tenant.zone, language),
    agencies: report.agencies,
    answeredBy: report.answered_by,
    promise: promiseOf(frame, tenant, report),
    paused: pausedOf(t, report),
    answer: report.answer,
    rating: report.rating,
    mergedInto: report.merged_into,
    timeline: report.events.map((event) => itemOf(frame, tenant, event)),
  };
};

/** The reason everyone may read for what was taken from the public. */
export const withdrawalReason = (t: Text, code: string | null): string => {
  const known = reasons.mask.find((reason) => reason === code) ?? 'other';
  return t(`reason.mask.${known}`);
};

const promiseOf = ({ t, language }: PageFrame, tenant: Tenant, report: PublicReport): PublicPromise | null => {
  const { next_clock: clock, next_due_at } = report;
  if (clock === null || next_due_at === null) return null;
  const due = next_due_at.toISOString();
  const now = tenant.clock.now().toISOString();
  return {
    clock: t(`state.clock.${clock}`),
    due: formatDeadline(due, tenant.zone, language, now),
    remaining: formatRemaining(due, now, t),
    isLate: now >= due,
    isProvisional: report.provisional,
  };
};

const dayMs = 86_400_000;

const pausedOf = (t: Text, { is_paused, paused_ms }: PublicReport): string | null => {
  if (is_paused) return t('publicReport.pausedNow');
  const days = Math.round(paused_ms / dayMs);
  return days === 0 ? null : t('publicReport.pausedDays', { count: days });
};

const itemOf = ({ t, language }: PageFrame, tenant: Tenant, event: PublicEvent) => {
  const iso = new Date(event.at).toISOString();
  const details = detailsOf({ t, language }, event);
  return {
    at: { iso, words: formatMoment(iso, tenant.zone, language, tenant.clock.now().toISOString()) },
    title: t(`state.event.${event.kind}`),
    by: [event.agency, details].filter((part) => part !== null).join(' · ') || undefined,
  };
};

/** The listed reason, the promised day, the clock: codes and dates, put in words. */
const detailsOf = (
  { t, language }: Pick<PageFrame, 't' | 'language'>,
  { kind, reason, until, clock }: PublicEvent,
): string | null => {
  if (kind === 'postponed' && until !== null) return formatDate(`${until}T00:00:00Z`, 'UTC', language);
  if ((kind === 'clock_passed' || kind === 'expired') && clock !== null) return t(`state.clock.${clock}`);
  if (kind !== 'rejected') return null;
  const listed = reasons.reject.find((code) => code === reason);
  return listed === undefined ? null : t(`reason.reject.${listed}`);
};
