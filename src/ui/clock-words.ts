import { formatDeadline, formatMoment, formatRemaining } from '../platform/i18n/format.ts';
import type { Language } from '../platform/i18n/language.ts';
import { reason as reasonTexts } from './texts/id/reason.ts';
import type { state } from './texts/id/state.ts';
import type { Text } from './texts/text.ts';

/** A clock of a report as its pages tell it: to everyone, to its reporter and to officers in the same words. */
export type ToldClock = {
  readonly kind: keyof typeof state.clock;
  readonly startedAt: string;
  readonly dueAt: string;
  readonly provisional: boolean;
  readonly stoppedAt: string | null;
  readonly outcome: keyof typeof state.clockOutcome | null;
  readonly pauses: readonly { readonly from: string; readonly until: string | null; readonly reason: string }[];
};

export type ClockReader = {
  readonly t: Text;
  readonly language: Language;
  readonly zone: string;
  readonly now: string;
};

/** "Tanggapan pertama paling lambat Selasa 24 November pukul 14.00, 5 jam lagi"; `name`: what this reader calls the clock. */
export const dueWords = (clock: ToldClock, reader: ClockReader, name?: string): string =>
  reader.t('promises.clock.by', {
    clock: name ?? nameOf(clock, reader),
    ...dueParts(clock.dueAt, reader),
  });

/** Of all clocks of a report those for an answer that run beside the next one, the earliest first: where the law's own runs beside the city's. */
export const besides = <Clock extends ToldClock>(clocks: readonly Clock[], next: ToldClock): readonly Clock[] => {
  const answers = clocks.filter(
    ({ kind, stoppedAt, pauses }) =>
      (kind === 'answer' || kind === 'kip') && stoppedAt === null && pauses.every(({ until }) => until !== null),
  );
  if (!answers.some(({ kind }) => kind === 'kip')) return [];
  return answers
    .filter(({ kind, dueAt }) => kind !== next.kind || dueAt !== next.dueAt)
    .toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : 1));
};

/** "Selasa 24 November pukul 14.00", "5 jam lagi": a due date within other words. */
export const dueParts = (dueAt: string, reader: ClockReader): { readonly due: string; readonly remaining: string } => ({
  due: deadline(dueAt, reader),
  remaining: formatRemaining(dueAt, reader.now, reader.t),
});

/** "sekarang Rabu 16 Desember pukul 24.00, sebelumnya Senin 7 Desember pukul 24.00": a due date that was moved. */
export const movedWords = (
  { before, dueAt }: { readonly before: string; readonly dueAt: string },
  reader: ClockReader,
): string => reader.t('promises.clock.moved', { due: deadline(dueAt, reader), before: deadline(before, reader) });

/**
 * "Jawaban atas laporan: berhenti sejak Senin 23 November pukul 10.00 karena tempatnya belum jelas, sudah 2 hari", or of what is over: "Jawaban atas
 * laporan: 3 hari jeda", and apart from it the time in which the matter seemed settled; null: it never stood still. `name`: the clocks it is said of,
 * where it is said of several.
 */
export const pauseWords = (clock: ToldClock, reader: ClockReader, name = nameOf(clock, reader)): string | null => {
  const now = clock.stoppedAt === null ? clock.pauses.find(({ until }) => until === null) : undefined;
  if (now !== undefined)
    return reader.t('promises.clock.pausedNow', {
      clock: name,
      moment: formatMoment(now.from, reader.zone, reader.language, reader.now),
      reason: pauseReason(now.reason, reader),
      span: spanWords(elapsed(now.from, reader.now), reader.t),
    });
  const { paused, settled } = stillMs(clock, reader.now);
  const said = [
    ...(paused < MINUTE_MS ? [] : [reader.t('promises.clock.paused', { span: spanWords(paused, reader.t) })]),
    ...(settled < MINUTE_MS ? [] : [reader.t('promises.clock.settled', { span: spanWords(settled, reader.t) })]),
  ];
  return said.length === 0 ? null : `${name}: ${said.join(', ')}`;
};

/**
 * Of all clocks of a report what stands still now, or else the longest pause of any, with the names of all of which it is true: one question pauses
 * several, and others never.
 */
export const longestPause = (clocks: readonly ToldClock[], reader: ClockReader): string | null => {
  const paused = clocks.find(
    ({ stoppedAt, pauses }) => stoppedAt === null && pauses.some(({ until }) => until === null),
  );
  const longest = clocks.toSorted((a, b) => allMs(b, reader.now) - allMs(a, reader.now))[0];
  const told = paused ?? longest;
  if (told === undefined) return null;
  const words = pauseWords(told, reader, '');
  const alike = clocks.filter((clock) => pauseWords(clock, reader, '') === words).map((clock) => nameOf(clock, reader));
  return pauseWords(told, reader, namesOf(alike));
};

const nameOf = ({ kind }: ToldClock, { t }: ClockReader): string => t(`state.clock.${kind}`);

/** "Tindak lanjut dimulai, jawaban atas laporan": each once. */
const namesOf = (names: readonly string[]): string =>
  [...new Set(names)].map((name, index) => (index === 0 ? name : inSentence(name))).join(', ');

const inSentence = (words: string): string => `${words.charAt(0).toLowerCase()}${words.slice(1)}`;

/** The dates that officers have given, the first first, each with what became of it: kept, moved to another, missed, or still to come. */
export const promisesGiven = (clocks: readonly ToldClock[], reader: ClockReader): readonly string[] => {
  const given = clocks
    .filter(({ kind }) => kind === 'promise')
    .toSorted((a, b) => (a.startedAt < b.startedAt ? -1 : 1));
  return given.map((promise, index) => promiseWords(promise, given[index + 1], reader));
};

/** Which date is which, while one that an officer gave runs beside one that a rule sets; null: there is one kind alone. */
export const promiseBeside = (clocks: readonly ToldClock[], { t }: Pick<ClockReader, 't'>): string | null => {
  const running = clocks.filter(({ stoppedAt }) => stoppedAt === null);
  const promises = running.filter(({ kind }) => kind === 'promise');
  return promises.length > 0 && promises.length < running.length ? t('promises.given.beside') : null;
};

const promiseWords = (promise: ToldClock, next: ToldClock | undefined, reader: ClockReader): string => {
  const { t } = reader;
  const due = deadline(promise.dueAt, reader);
  switch (promise.outcome) {
    case null:
      if (promise.dueAt <= reader.now) return t('promises.given.late', { due });
      return t('promises.given.running', { due, remaining: formatRemaining(promise.dueAt, reader.now, t) });
    case 'moved':
      if (next !== undefined) return t('promises.given.moved', { due, next: deadline(next.dueAt, reader) });
      return t('promises.given.cancelled', { due });
    case 'kept':
      return t('promises.given.kept', { due });
    case 'late':
    case 'lapsed':
      return t('promises.given.late', { due });
    case 'cancelled':
      return t('promises.given.cancelled', { due });
    default:
      return promise.outcome satisfies never;
  }
};

const deadline = (iso: string, { zone, language, now }: ClockReader): string =>
  formatDeadline(iso, zone, language, now);

/** Within a sentence. A code that is on the list no more says nothing to anybody: then it is another reason. */
const pauseReason = (code: string, { t }: ClockReader): string => {
  const known = isQuestion(code) ? code : 'other';
  return inSentence(t(`reason.ask_reporter.${known}`));
};

const isQuestion = (code: string): code is keyof typeof reasonTexts.ask_reporter =>
  Object.hasOwn(reasonTexts.ask_reporter, code);

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

const elapsed = (from: string, until: string): number => Date.parse(until) - Date.parse(from);

type Still = { readonly paused: number; readonly settled: number };

/** How long it stood still while somebody was asked, and how long the matter seemed settled. What has ended stands still no longer. */
const stillMs = ({ pauses, stoppedAt }: ToldClock, now: string): Still => {
  const total = (wanted: boolean): number =>
    pauses
      .filter(({ reason }) => (reason === 'settled') === wanted)
      .reduce((sum, { from, until }) => sum + elapsed(from, until ?? stoppedAt ?? now), 0);
  return { paused: total(false), settled: total(true) };
};

const allMs = (clock: ToldClock, now: string): number => {
  const { paused, settled } = stillMs(clock, now);
  return paused + settled;
};

/** "3 hari". Whole units: minutes below an hour, hours up to two days, then days. */
export const spanWords = (ms: number, t: Text): string => {
  if (ms < HOUR_MS) return t('promises.clock.span.minutes', { count: Math.max(1, Math.floor(ms / MINUTE_MS)) });
  if (ms < 2 * DAY_MS) return t('promises.clock.span.hours', { count: Math.floor(ms / HOUR_MS) });
  return t('promises.clock.span.days', { count: Math.floor(ms / DAY_MS) });
};
