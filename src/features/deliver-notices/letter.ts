import type { ClockKind } from '../../domain/clocks.ts';
import { showNumber } from '../../domain/report-number.ts';
import { isShown } from '../../domain/publication.ts';
import { reasons } from '../../domain/reasons.ts';
import type { Publication } from '../../domain/report.ts';
import { formatDate, formatDeadline } from '../../platform/i18n/format.ts';
import type { Language } from '../../platform/i18n/language.ts';
import { textFor, type Text, type TextKey } from '../../ui/texts/text.ts';
import { tellings, type Happened } from './tellings.ts';

/** Whose letter it is, and where its reader goes. */
export type LetterCity = {
  readonly name: string;
  readonly zone: string;
  readonly isDemo: boolean;
  readonly isRehearsal: boolean;
  /** The address of the page on which a reporter reads and replies. */
  readonly trackUrl: string;
};

/** All that one letter says, settled when the event happened: rendered again, it is the same letter. */
export type NoticeFacts = {
  readonly kind: Happened;
  readonly number: string;
  readonly language: Language;
  readonly city: LetterCity;
  /** Secret and berkadar: a letterbox is read by others too, so nothing of the content stands in it. */
  readonly isConfidential: boolean;
  /** What an officer wrote to the reporter, or the answer; null where there is nothing or it was erased. */
  readonly words: string | null;
  readonly agency: string | null;
  readonly authority: string | null;
  readonly reason: string | null;
  /** A promised day, `YYYY-MM-DD`. */
  readonly until: string | null;
  readonly closedReason: string | null;
  /** What everyone sees of it after the event. */
  readonly publication: Publication | null;
  /** A promise that was not kept in time, and when it was due. */
  readonly passed: { readonly clock: ClockKind; readonly due: string } | null;
  /** A promise that another calendar, or an extension, has given another date. */
  readonly moved: { readonly clock: ClockKind; readonly before: string; readonly due: string } | null;
  /** The instant it was written down: which year needs no saying follows from it, however late it is sent. */
  readonly writtenAt: string;
  /** The clocks that ran right after the event, by kind: due instants in ISO. */
  readonly dues: { readonly [Kind in ClockKind]?: string | undefined };
};

export type Letter = { readonly subject: string; readonly text: string };

/** What happened, what is next, by when, and where to read and reply. Pure: the preview of a letter is the letter. */
export const renderNotice = (facts: NoticeFacts): Letter => {
  const t = textFor(facts.language);
  const number = showNumber(facts.number);
  if (facts.isConfidential) {
    const body = [t('notice.confidential.body'), ...confidentialDue(facts, t)];
    return { subject: t('notice.confidential.subject', { number }), text: letterOf(facts, t, body) };
  }
  const subject = t('notice.subject', { number, event: t(`state.event.${facts.kind}`) });
  return { subject, text: letterOf(facts, t, bodyOf(facts, t)) };
};

/** Greeting, paragraphs, and the foot that every letter has. A demonstration says so in both languages. */
export const letterOf = (
  { city, language, number }: Pick<NoticeFacts, 'city' | 'language' | 'number'>,
  t: Text,
  paragraphs: readonly string[],
  track: string = t('notice.track', { number: showNumber(number) }),
): string => {
  const other = textFor(language === 'id' ? 'en' : 'id');
  const both = (key: 'notice.demo' | 'notice.rehearsal') =>
    [t(key, { city: city.name }), other(key, { city: city.name })].join('\n');
  return `${[
    t('notice.greeting'),
    ...paragraphs,
    `${track}\n${city.trackUrl}`,
    t('notice.reply'),
    t('notice.signature', { city: city.name }),
    ...(city.isDemo ? [both('notice.demo')] : []),
    ...(city.isRehearsal ? [both('notice.rehearsal')] : []),
  ].join('\n\n')}\n`;
};

const bodyOf = (facts: NoticeFacts, t: Text): readonly string[] => {
  const told = tellings[facts.kind];
  return [
    t(`notice.happened.${facts.kind}`),
    ...(told.words !== undefined && facts.words !== null ? [quoted(facts.words)] : []),
    ...linesOf([...publicationLine(facts, t), ...factsOf(facts, t), ...passedLine(facts, t), ...movedLine(facts, t)]),
    ...dueLine(facts, t),
    ...objectionLine(facts, t),
    ...(told.namesOmbudsman === true ? [t('notice.ombudsman')] : []),
  ];
};

const factsOf = ({ kind, agency, authority, reason, until, closedReason, city, language }: NoticeFacts, t: Text) => [
  ...(agency === null ? [] : [t('notice.fact.agency', { agency })]),
  ...(authority === null ? [] : [t('notice.fact.authority', { authority: oneLine(authority) })]),
  ...reasonLine(t, reasonKey(kind, reason) ?? closedKey(closedReason)),
  ...(until === null ? [] : [t('notice.fact.until', { until: formatDate(`${until}T12:00:00Z`, city.zone, language) })]),
];

/** What was hidden can be objected to: first by a message, then outside. */
const objectionLine = ({ kind, publication }: NoticeFacts, t: Text): readonly string[] =>
  tellings[kind].saysPublication === true && publication !== null && !isShown(publication)
    ? [t('notice.hiding'), t('notice.ombudsman')]
    : [];

const publicationLine = ({ kind, publication }: NoticeFacts, t: Text): readonly string[] =>
  tellings[kind].saysPublication === true && publication !== null
    ? [t('notice.fact.publication', { publication: t(`state.publication.${publication}`) })]
    : [];

const passedLine = (facts: NoticeFacts, t: Text): readonly string[] => {
  if (facts.passed === null) return [];
  const { clock, due } = facts.passed;
  return [t('notice.fact.passed', { clock: t(`state.clock.${clock}`), due: deadline(facts, due) })];
};

const movedLine = (facts: NoticeFacts, t: Text): readonly string[] => {
  if (facts.moved === null) return [];
  const { clock, before, due } = facts.moved;
  const moved = t('promises.clock.moved', { due: deadline(facts, due), before: deadline(facts, before) });
  return [`${t(`state.clock.${clock}`)}: ${moved}`];
};

const reasonLine = (t: Text, key: TextKey | null): readonly string[] =>
  key === null ? [] : [t('notice.fact.reason', { reason: t(key) })];

/** Only reasons of the lists have words; what a list no longer knows is left out. */
const reasonKey = (kind: Happened, reason: string | null): TextKey | null => {
  if (kind === 'rejected') {
    const listed = reasons.reject.find((known) => known === reason);
    return listed === undefined ? null : `reason.reject.${listed}`;
  }
  if (kind === 'masked' || kind === 'flagged') {
    const listed = reasons.mask.find((known) => known === reason);
    return listed === undefined ? null : `reason.mask.${listed}`;
  }
  if (kind !== 'postponed') return null;
  const listed = reasons.postpone.find((known) => known === reason);
  return listed === undefined ? null : `reason.postpone.${listed}`;
};

/** The other ways to close say why in their own sentence. */
const closedKey = (reason: string | null): TextKey | null =>
  reason === 'no_reply' || reason === 'not_completed' ? `state.closed.${reason}` : null;

const dueLine = (facts: NoticeFacts, t: Text): readonly string[] => {
  const next = tellings[facts.kind].next?.find(({ clock }) => facts.dues[clock] !== undefined);
  const due = next === undefined ? undefined : facts.dues[next.clock];
  if (next === undefined || due === undefined) return [];
  return [t(`notice.next.${next.says}`, { due: deadline(facts, due) })];
};

/** A confidential letter names a date only where silence would cost the reporter something. */
const confidentialDue = (facts: NoticeFacts, t: Text): readonly string[] => {
  const due = facts.dues.completion ?? facts.dues.reply_window;
  return due === undefined ? [] : [t('notice.confidential.until', { due: deadline(facts, due) })];
};

const deadline = ({ city, language, writtenAt }: NoticeFacts, due: string): string =>
  formatDeadline(due, city.zone, language, writtenAt);

const linesOf = (lines: readonly string[]): readonly string[] => (lines.length === 0 ? [] : [lines.join('\n')]);

/** Set off from our own sentences, so that nobody's words can pass for the city's letter. */
const quoted = (words: string): string =>
  words
    .trim()
    .split(/\r\n|\r|\n/)
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');

const oneLine = (words: string): string => words.replaceAll(/\s+/g, ' ').trim();
