import { reasons } from '../../domain/reasons.ts';
import { formatDate, formatMoment } from '../../platform/i18n/format.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import { dueWords, longestPause, movedWords, promisesGiven, type ClockReader } from '../../ui/clock-words.ts';
import type { PageFrame } from '../../ui/page-frame.ts';
import type { ShownPhoto } from '../../ui/before-after.tsx';
import type { Text } from '../../ui/texts/text.ts';
import type { PublicEvent, PublicReport } from './queries.ts';
import type { PublicPromise, PublicReportProps } from './report.view.tsx';
import { sharedReport } from './shared-report.ts';

/** Rows in, words out: what the page of a public report says. */
export const presentReport = (frame: PageFrame, tenant: Tenant, report: PublicReport): PublicReportProps => {
  const { t, language } = frame;
  const reader = { t, language, zone: tenant.zone, now: tenant.clock.now().toISOString() };
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
    promise: promiseOf(report, reader),
    paused: longestPause(report.clocks, reader),
    given: promisesGiven(report.clocks, reader),
    answer: report.answer,
    rating: report.rating,
    supporters: report.supporters,
    hands: handsOf(report, t),
    mergedInto: report.merged_into,
    photos: photosOf(report, 'report', t),
    proof: photosOf(report, 'proof', t),
    shared: sharedReport(frame, tenant, report),
    printedOn: formatDate(reader.now, tenant.zone, language),
    timeline: report.events.map((event) => itemOf(frame, tenant, event)),
  };
};

const photosOf = ({ number, photos }: PublicReport, purpose: 'report' | 'proof', t: Text): readonly ShownPhoto[] =>
  photos
    .filter((photo) => photo.purpose === purpose)
    .map(({ id, width, height }, at) => ({
      thumb: `/laporan/${number}/foto/${id}/kecil`,
      href: `/laporan/${number}/foto/${id}/besar`,
      alt: t(purpose === 'proof' ? 'photo.altProof' : 'photo.alt', { number: at + 1 }),
      shape: { width, height },
    }));

/** Through how many hands it went; one alone is said by who handles it. */
const handsOf = ({ hands, returns }: PublicReport, t: Text): string | null => {
  if (hands < 2 && returns === 0) return null;
  const given = t('publicReport.handsGiven', { count: hands });
  return returns === 0 ? given : t('publicReport.handsReturned', { given, count: returns });
};

/** The reason everyone may read for what was taken from the public. */
export const withdrawalReason = (t: Text, code: string | null): string => {
  const known = reasons.mask.find((reason) => reason === code) ?? 'other';
  return t(`reason.mask.${known}`);
};

const promiseOf = (report: PublicReport, reader: ClockReader): PublicPromise | null => {
  const clock = report.clocks.find(
    ({ kind, stoppedAt, dueAt }) =>
      kind === report.next_clock && stoppedAt === null && dueAt === report.next_due_at?.toISOString(),
  );
  if (clock === undefined) return null;
  return {
    words: dueWords(clock, reader),
    isLate: reader.now >= clock.dueAt,
    isProvisional: clock.provisional,
  };
};

const itemOf = ({ t, language }: PageFrame, tenant: Tenant, event: PublicEvent) => {
  const iso = new Date(event.at).toISOString();
  const reader = { t, language, zone: tenant.zone, now: tenant.clock.now().toISOString() };
  const details = detailsOf(event, reader);
  return {
    at: { iso, words: formatMoment(iso, tenant.zone, language, reader.now) },
    title: t(`state.event.${event.kind}`),
    by: [event.agency, details].filter((part) => part !== null).join(' · ') || undefined,
  };
};

const clocked: readonly PublicEvent['kind'][] = ['clock_passed', 'clock_moved', 'expired', 'extended'];

/** The listed reason, the promised day, the clock and its dates: codes and dates, put in words. */
const detailsOf = (event: PublicEvent, reader: ClockReader): string | null => {
  const { kind, reason, until, clock } = event;
  const { t, language } = reader;
  if (kind === 'postponed' && until !== null) return formatDate(`${until}T00:00:00Z`, 'UTC', language);
  if (clocked.includes(kind) && clock !== null) return clockWords(t(`state.clock.${clock}`), event, reader);
  if (kind !== 'rejected') return null;
  const listed = reasons.reject.find((code) => code === reason);
  return listed === undefined ? null : t(`reason.reject.${listed}`);
};

const clockWords = (name: string, { dueAt, before }: PublicEvent, reader: ClockReader): string =>
  dueAt === null || before === null ? name : `${name}: ${movedWords({ dueAt, before }, reader)}`;
