import { answerStanding } from '../../domain/answer-standing.ts';
import { expiringClocks, nextClock, type ClockKind } from '../../domain/clocks.ts';
import { mayStillCorrect } from '../../domain/correction.ts';
import { movesFor } from '../../domain/lifecycle.ts';
import type { FieldProblem } from '../../domain/refusal.ts';
import type { Report } from '../../domain/report.ts';
import { wordsNow } from '../../domain/words-now.ts';
import { formatDate, formatMoment, formatStamp } from '../../platform/i18n/format.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import type { RefusedPhoto } from '../../store/photo-intake.ts';
import type { City } from '../../store/city.ts';
import { reportFrom } from '../../store/report.ts';
import { answerTitle } from '../../ui/answer-title.ts';
import { besides, dueWords, longestPause, promisesGiven, type ClockReader } from '../../ui/clock-words.ts';
import type { PageFrame } from '../../ui/page-frame.ts';
import { groundsOf } from '../../ui/rule-words.ts';
import type { Text } from '../../ui/texts/text.ts';
import { ownMoveNames, type OwnMoveName, type TypedMove } from './own-moves.ts';
import { againOf } from './again.ts';
import { publicityOf } from './publicity.ts';
import { nextWords } from './next-words.ts';
import { offerOf } from './offer.ts';
import { ownPhotos } from './own-photos.ts';
import { answerIn, historyOf } from './present-history.ts';
import type { OwnReportRow, SystemReading, VaultReading } from './queries.ts';
import type { OwnReportProps } from './report.view.tsx';

export type Told = {
  /** The move that was just made. */
  readonly done?: OwnMoveName | undefined;
  /** Pictures that came with it and were not taken. */
  readonly refusedPhotos?: readonly RefusedPhoto[] | undefined;
  /** The words were mended just now. */
  readonly isCorrected?: boolean | undefined;
  /** Why a move was not made, with what was typed. */
  readonly refused?:
    | {
        readonly words: string;
        readonly typed: TypedMove;
        readonly problems: readonly FieldProblem[];
        readonly isChanged: boolean;
        /** Pictures came along, and were not kept. */
        readonly hasPhotos: boolean;
      }
    | undefined;
  /** What was typed before the code had to be asked for again. */
  readonly typed?: TypedMove | undefined;
};

type Ground = { readonly tenant: Tenant; readonly city: City };

/** Rows in, words out: what the reporter sees and may do. */
export const presentOwnReport = (
  frame: PageFrame,
  { tenant, city }: Ground,
  row: OwnReportRow,
  told: Told,
): OwnReportProps => {
  const { t } = frame;
  const report = reportFrom(row);
  return {
    frame,
    number: row.number,
    version: row.version,
    state: row.state,
    ending: row.closed_reason === null ? null : t(`state.closed.${row.closed_reason}`),
    next: nextWords(t, report, city),
    promise: promiseOf(report, readerOf(frame, tenant)),
    mayCorrect: row.state === 'received' && mayStillCorrect(report, tenant.clock.now().toISOString()),
    answer: answerIn(row.events),
    answerTitle: answerTitle(answerStanding(row.events), readerOf(frame, tenant)),
    namesOmbudsman: row.state === 'rejected' || row.closed_reason === 'upheld',
    question: questionOf(row),
    moves: mayNow(report, city, tenant),
    offer: offerOf(report, readerOf(frame, tenant)),
    again: againOf(frame, city, row, mayNow(report, city, tenant)),
    details: detailsOf(frame, row, tenant),
    ...ownPhotos(row, t),
    ...outcomeOf(frame, tenant, row, told),
    ...toldOf(frame, tenant, row),
  };
};

/** What became of what was just sent. */
const outcomeOf = (frame: PageFrame, tenant: Tenant, row: OwnReportRow, told: Told) => {
  const { t } = frame;
  return {
    done: told.done ?? null,
    refusedPhotos: (told.refusedPhotos ?? []).map(({ name, problem }) => ({
      name,
      words: t(`photo.problem.${problem}`),
    })),
    isCorrected: told.isCorrected ?? false,
    refused: told.refused?.words ?? null,
    hasLostPhotos: told.refused?.hasPhotos ?? false,
    changes:
      told.refused?.isChanged === true
        ? historyOf(frame, tenant, row.events, told.refused.typed.version ?? row.version)
        : [],
    typed: told.refused?.typed ?? told.typed ?? null,
    problems: (told.refused?.problems ?? []).map(({ field, problem }) => ({
      field,
      text: t(`refusal.problem.${problem}`),
    })),
  };
};

/** What happened, and who saw what of it. */
const toldOf = (frame: PageFrame, tenant: Tenant, row: OwnReportRow) => ({
  publicity: publicityOf(frame.t, row),
  history: historyOf(frame, tenant, row.events),
  readings: row.readings.filter(({ about }) => about !== 'photo').map((one) => readingWords(frame, tenant, one)),
  originalReadings: row.readings
    .filter(({ about }) => about === 'photo')
    .map((one) => readingWords(frame, tenant, one)),
  systemReadings: row.system_readings.map((reading) => systemReadingWords(frame, tenant, reading)),
});

const readerOf = ({ t, language }: PageFrame, { zone, clock }: Tenant): ClockReader => ({
  t,
  language,
  zone,
  now: clock.now().toISOString(),
});

/** Exactly the moves the rules allow the reporter at this moment. */
const mayNow = (report: Report, city: City, tenant: Tenant): readonly OwnMoveName[] => {
  const policy = city.policies.get(report.policyVersion) ?? city.policy;
  const answeredBy = city.posts.find(({ id }) => id === report.answeredByPostId) ?? null;
  const allowed = movesFor(report, { kind: 'reporter' }, { policy, answeredBy, at: tenant.clock.now().toISOString() });
  return ownMoveNames.filter((name) => allowed.includes(name));
};

const promiseOf = ({ clocks, kind, class: reportClass }: Report, reader: ClockReader): OwnReportProps['promise'] => {
  const next = nextClock(clocks);
  const { t } = reader;
  return {
    words: next === null ? t('trackReport.promise.none') : `${dueWords(next, reader, clockName(t, next.kind))}.`,
    besides: next === null ? [] : besides(clocks, next).map((clock) => `${dueWords(clock, reader)}.`),
    grounds: next === null ? '/bantuan/dasar-hukum' : groundsOf(next.kind, reportClass ?? kind),
    late: next !== null && !isOwnTime(next.kind) && reader.now >= next.dueAt ? t('trackReport.promise.late') : null,
    paused: longestPause(clocks, reader),
    provisional: next?.provisional === true ? t('publicReport.provisional') : null,
    given: promisesGiven(clocks, reader),
  };
};

/** Two clocks measure the reporter's own time, and say so here. */
const clockName = (t: Text, kind: ClockKind): string =>
  isOwnTime(kind) ? t(`trackReport.clock.${kind}`) : t(`state.clock.${kind}`);

/** When it is over, nobody was late. */
const isOwnTime = (kind: ClockKind): kind is (typeof expiringClocks)[number] =>
  expiringClocks.some((own) => own === kind);

/** What the city waits to hear. */
const questionOf = ({ state, events }: OwnReportRow): string | null =>
  state === 'needs_info' ? (events.findLast(({ kind }) => kind === 'reporter_asked')?.words['message'] ?? null) : null;

const detailsOf = ({ t, language }: PageFrame, row: OwnReportRow, tenant: Tenant): OwnReportProps['details'] => {
  const { title, description, place, latitude, longitude } = wordsNow(row.events);
  return [
    { term: t('trackReport.filedAt'), details: formatStamp(row.filed_at.toISOString(), tenant.zone, language) },
    {
      term: t('trackReport.forOther'),
      details: row.subject_consented_at === null ? null : t('trackReport.forOtherConsent'),
    },
    { term: t('publicReport.kind'), details: t(`state.kind.${row.kind}`) },
    { term: t('fileReport.field.title'), details: title },
    { term: t('fileReport.group.story'), details: description },
    { term: t('publicReport.category'), details: row.category?.[language] },
    { term: t('publicReport.village'), details: row.village === null ? null : `${row.village}, ${row.district}` },
    { term: t('fileReport.field.place'), details: place },
    { term: t('fileReport.coordinates'), details: latitude === undefined ? null : `${latitude}, ${longitude}` },
    {
      term: t('fileReport.field.occurred_on'),
      details: row.occurred_on === null ? null : formatDate(`${row.occurred_on}T00:00:00Z`, 'UTC', language),
    },
  ];
};

const readingWords = (frame: PageFrame, tenant: Tenant, reading: VaultReading): string =>
  frame.t('trackReport.reading.line', {
    when: momentOf(frame, tenant, reading.at),
    who: reading.post,
    ...whatAndWhy(frame.t, reading),
  });

const systemReadingWords = (frame: PageFrame, tenant: Tenant, reading: SystemReading): string =>
  frame.t('trackReport.reading.systemLine', {
    count: reading.times,
    when: momentOf(frame, tenant, reading.lastAt),
    ...whatAndWhy(frame.t, reading),
  });

const whatAndWhy = (
  t: Text,
  {
    fields,
    ground,
    about = 'reporter',
  }: Pick<VaultReading, 'fields' | 'ground'> & Partial<Pick<VaultReading, 'about'>>,
) => ({
  what: fields
    .map((field) =>
      t(
        about === 'subject' && field !== 'photo'
          ? `trackReport.reading.ofSubject.${field}`
          : `trackReport.reading.field.${field}`,
      ),
    )
    .join(', '),
  why: t(`trackReport.reading.ground.${ground}`),
});

const momentOf = ({ language }: PageFrame, tenant: Tenant, at: string): string =>
  formatMoment(new Date(at).toISOString(), tenant.zone, language, tenant.clock.now().toISOString());
