import { reasons } from '../../domain/reasons.ts';
import { formatDate, formatMoment } from '../../platform/i18n/format.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import {
  besides,
  dueWords,
  longestPause,
  movedWords,
  promiseBeside,
  promisesGiven,
  type ClockReader,
} from '../../ui/clock-words.ts';
import type { PageFrame } from '../../ui/page-frame.ts';
import { groundsOf } from '../../ui/rule-words.ts';
import type { Text } from '../../ui/texts/text.ts';
import type { PublicPromise } from './facts.view.tsx';
import type { PublicEvent, PublicReport } from './queries.ts';
import type { PublicReportProps } from './report.view.tsx';
import { agenciesOf, answeredWords, answerOf, photosOf, togetherOf, villageOf } from './present-answer.ts';
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
    village: villageOf(report),
    filedOn: formatDate(report.filed_at.toISOString(), tenant.zone, language),
    agencies: agenciesOf(report),
    answered: answeredWords(report, reader),
    promises: promisesOf(report, reader),
    paused: longestPause(report.clocks, reader),
    given: [...promisesGiven(report.clocks, reader), ...oneOrNone(promiseBeside(report.clocks, reader))],
    ...answerOf(report, reader),
    rating: report.rating,
    supporters: report.supporters,
    hands: handsOf(report, t),
    together: togetherOf(report, t),
    photos: photosOf(t, report, report.photos, 'report'),
    proof: photosOf(t, report, report.photos, 'proof'),
    shared: sharedReport(frame, tenant, report),
    printedOn: formatDate(reader.now, tenant.zone, language),
    timeline: report.events.map((event) => itemOf(frame, tenant, event)),
  };
};

const oneOrNone = (words: string | null): readonly string[] => (words === null ? [] : [words]);

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

/** The earliest date that runs, and those of an answer that run beside it: of a request for information the law's own is another than the city's. */
const promisesOf = (report: PublicReport, reader: ClockReader): readonly PublicPromise[] => {
  const next = report.clocks.find(
    ({ kind, stoppedAt, dueAt }) =>
      kind === report.next_clock && stoppedAt === null && dueAt === report.next_due_at?.toISOString(),
  );
  if (next === undefined) return [];
  return [next, ...besides(report.clocks, next)].map((clock) => ({
    words: dueWords(clock, reader),
    isLate: reader.now >= clock.dueAt,
    isProvisional: clock.provisional,
    grounds: groundsOf(clock.kind, report.class ?? report.kind),
  }));
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
