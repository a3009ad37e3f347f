import { lifecycle } from '../../domain/lifecycle.ts';
import { moveNames } from '../../domain/move.ts';
import { approvalChecks, reasons, type ReasonedMove } from '../../domain/reasons.ts';
import { clockKinds, type ClockKind } from '../../domain/clocks.ts';
import { levelsAbove } from '../../domain/escalation-level.ts';
import { closedReasons, publications, reportClasses } from '../../domain/report.ts';
import { formatDate, formatMoment } from '../../platform/i18n/format.ts';
import type { Language } from '../../platform/i18n/language.ts';
import type { City } from '../../store/city.ts';
import { dueParts, movedWords } from '../../ui/clock-words.ts';
import type { Text } from '../../ui/texts/text.ts';
import { reasonWords } from './reason-words.ts';
import type { HistoryItem } from './history.view.tsx';
import type { StoryEvent } from './queries.ts';

export type Reader = {
  readonly t: Text;
  readonly language: Language;
  readonly zone: string;
  readonly city: City;
  readonly now: Date;
};

/** One event as an officer reads it: what, when, who, the codes in words, and every word that was written with it. */
export const historyItem = (
  event: StoryEvent,
  reader: Reader,
  events: readonly Pick<StoryEvent, 'kind'>[] = [],
): HistoryItem => ({
  at: { iso: event.at, words: momentWords(event.at, reader) },
  title: reader.t(`state.event.${event.kind}`),
  by: event.actorPostName ?? reader.t(`staff.actor.${event.actorKind}`),
  isInternal: event.kind === 'noted',
  facts: [...factsOf(event, reader), ...(event.cause === null ? [] : [event.cause])],
  words: standsAbove(event, events) ? [] : wordsOf(event, reader),
  isErased: event.fields.some((field) => event.words[field] === undefined),
});

/** A moment as the reader of now says it. */
export const momentWords = (iso: string, { zone, language, now }: Reader): string =>
  formatMoment(iso, zone, language, now.toISOString());

type Show = (value: unknown, event: StoryEvent, reader: Reader) => string | undefined;

const factsOf = (event: StoryEvent, reader: Reader): readonly string[] =>
  Object.entries(shown).flatMap(([name, show]) => {
    const fact = event.payload[name] === undefined ? undefined : show(event.payload[name], event, reader);
    return fact === undefined ? [] : [fact];
  });

/** Codes of a payload that say something to an officer; what is missing here is said by the event itself. */
const shown: Readonly<Record<string, Show>> = {
  reason: (code, event, { language }) => {
    const move = reasonedMoveOf(event);
    return move === undefined ? undefined : reasonWords(language, move, String(code));
  },
  closedReason: (code, _event, { t }) => known(closedReasons, code, (one) => t(`state.closed.${one}`)),
  agencyId: (id, _event, { city }) => city.agencies.find((agency) => agency.id === id)?.name,
  postId: (id, _event, { city }) => city.posts.find((post) => post.id === id)?.name,
  proposedAgencyId: (id, _event, { t, city }) =>
    labelled(t('staff.field.owner'), city.agencies.find((agency) => agency.id === id)?.name),
  class: (name, _event, { t }) => known(reportClasses, name, (one) => t(`state.class.${one}`)),
  categoryId: (id, _event, { city, language }) =>
    city.categories.find((category) => category.id === id)?.name[language],
  villageCode: (code, _event, { city }) => city.villages.find((village) => village.code === code)?.name,
  publication: (name, _event, { t }) => known(publications, name, (one) => t(`state.publication.${one}`)),
  until: (day, _event, { t, language }) =>
    labelled(t('staff.field.until'), formatDate(`${String(day)}T12:00:00.000Z`, 'UTC', language)),
  checks: (checks, _event, { t }) =>
    labelled(
      t('staff.report.checks'),
      listed(approvalChecks, checks, (one) => t(`staff.check.${one}`)),
    ),
  rating: (rating, _event, { t }) => t('staff.report.rating', { rating: String(rating) }),
  dueAt: (due, { kind, payload: { before } }, { t, zone, language, now }) => {
    const reader = { t, zone, language, now: now.toISOString() };
    if (typeof before === 'string') return movedWords({ dueAt: String(due), before }, reader);
    return kind === 'reminded' ? dueParts(String(due), reader).due : undefined;
  },
  clock: (kind, _event, { t }) => known(clockKinds, kind, (one) => clockName(t, one)),
  boxes: (count, { kind }, { t }) => {
    if (kind !== 'photo_blurred') return undefined;
    return count === 0 ? t('photo.blur.eventNone') : t('photo.blur.eventBoxes', { count: Number(count) });
  },
  level: (level, _event, { t }) => known(levelsAbove, level, (one) => t(`state.level.${one}`)),
};

/** The window to reply is named for the reporter; officers wait for somebody else. */
export const clockName = (t: Text, kind: ClockKind): string =>
  kind === 'reply_window' ? t('staff.clock.replyWindow') : t(`state.clock.${kind}`);

const labelled = (label: string, words: string | undefined): string | undefined =>
  words === undefined ? undefined : `${label}: ${words}`;

const known = <Word extends string>(
  words: readonly Word[],
  value: unknown,
  show: (word: Word) => string,
): string | undefined => {
  const word = words.find((one) => one === value);
  return word === undefined ? undefined : show(word);
};

/** The words of those that a list knows, in the order of the list. */
const listed = <Word extends string>(
  words: readonly Word[],
  values: unknown,
  show: (word: Word) => string,
): string | undefined => {
  if (!Array.isArray(values)) return undefined;
  return (
    words
      .filter((word) => values.includes(word))
      .map(show)
      .join(', ') || undefined
  );
};

const reasonedMoveOf = ({ kind }: StoryEvent): ReasonedMove | undefined => {
  if (kind === 'reject_proposed') return 'reject';
  const move = moveNames.find((name) => lifecycle[name].event === kind);
  return reasonedMoves.find((name) => name === move);
};

const isReasonedMove = (name: string): name is ReasonedMove => Object.hasOwn(reasons, name);
const reasonedMoves = Object.keys(reasons).filter(isReasonedMove);

/** What the reporter said first has its own place on the page, with where it happened. */
const wordsOf = ({ words }: StoryEvent, { t }: Reader): HistoryItem['words'] =>
  wordOrder.flatMap((field) => (words[field] === undefined ? [] : [{ label: labelOf(t, field), text: words[field] }]));

/** The words that count are read at the top of the page; what a correction replaced is read here. */
const standsAbove = ({ kind }: StoryEvent, events: readonly Pick<StoryEvent, 'kind'>[]): boolean =>
  kind === 'corrected' || (kind === 'filed' && !events.some((one) => one.kind === 'corrected'));

const wordOrder = ['authority', 'letter', 'contact', 'title', 'description', 'place', 'reference', 'message'] as const;

/** A message needs no label: it is what was said. */
const labelOf = (t: Text, field: (typeof wordOrder)[number]): string | null => {
  if (field === 'message') return null;
  return t(field === 'authority' ? 'staff.field.outsideAuthority' : `staff.field.${field}`);
};
