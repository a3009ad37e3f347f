import { reasons } from '../../domain/reasons.ts';
import { formatDate, formatLetterDeadline } from '../../platform/i18n/format.ts';
import { oneLine } from '../../ui/one-line.ts';
import { textFor, type Text, type TextKey } from '../../ui/texts/text.ts';
import type { LetterFacts, StepFacts } from './letter-facts.ts';
import type { Sayer } from './letter-words.ts';
import { tellings, type Happened } from './tellings.ts';

/** That one thing happened, the words that came with it, and what there is to know of it. */
export const stepParagraphs = (facts: LetterFacts, step: StepFacts, say: Sayer): readonly string[] => {
  const t = textFor(facts.language);
  const told = tellings[step.kind];
  return [
    say(`happened.${step.kind}`),
    ...(told.words !== undefined && step.words !== null ? [quoted(step.words)] : []),
    ...(step.hasProof ? [t('notice.fact.proof')] : []),
    ...linesOf([
      ...answererLine(step, t),
      ...publicationLine(step, t),
      ...factLines(facts, step, t),
      ...passedLine(facts, step, t),
      ...movedLine(facts, step, t),
    ]),
  ];
};

/** That the steps on the way happened, and to whom they led: one line each. */
export const earlierSteps = (t: Text, steps: readonly StepFacts[]): readonly string[] =>
  steps.length === 0 ? [] : [[t('notice.before'), ...steps.map((step) => `- ${earlierLine(t, step)}`)].join('\n')];

const earlierLine = (t: Text, { kind, agency }: StepFacts): string =>
  [t(`state.event.${kind}`), ...(kind === 'assigned' && agency !== null ? [agency] : [])].join(': ');

const factLines = (
  { city, language }: LetterFacts,
  { kind, agency, authority, reason, until, closedReason }: StepFacts,
  t: Text,
) => [
  ...(agency === null ? [] : [t('notice.fact.agency', { agency })]),
  ...(authority === null ? [] : [t('notice.fact.authority', { authority: oneLine(authority, Infinity) })]),
  ...reasonLine(t, reasonKey(kind, reason) ?? closedKey(closedReason)),
  ...(until === null ? [] : [t('notice.fact.until', { until: formatDate(`${until}T12:00:00Z`, city.zone, language) })]),
];

/** Whose answer it is; of an answer that stands, who decided so and what became of the report. */
const answererLine = ({ kind, answeredBy, decidedBy, closedReason }: StepFacts, t: Text): readonly string[] => [
  ...(answeredBy === null ? [] : [t('publicReport.answeredBy', { agency: answeredBy })]),
  ...(decidedBy === null ? [] : [t('notice.fact.decidedBy', { post: decidedBy })]),
  ...(kind === 'upheld' ? [t(closedReason === 'upheld' ? 'notice.fact.closed' : 'notice.fact.staysRejected')] : []),
];

const publicationLine = ({ kind, publication }: StepFacts, t: Text): readonly string[] =>
  tellings[kind].saysPublication === true && publication !== null
    ? [t('notice.fact.publication', { publication: t(`state.publication.${publication}`) })]
    : [];

const passedLine = (facts: LetterFacts, { passed }: StepFacts, t: Text): readonly string[] =>
  passed === null
    ? []
    : [t('notice.fact.passed', { clock: t(`state.clock.${passed.clock}`), due: deadline(facts, passed.due) })];

const movedLine = (facts: LetterFacts, { moved }: StepFacts, t: Text): readonly string[] => {
  if (moved === null) return [];
  const { clock, before, due } = moved;
  const words = t('promises.clock.moved', { due: deadline(facts, due), before: deadline(facts, before) });
  return [`${t(`state.clock.${clock}`)}: ${words}`];
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

const deadline = ({ city, language }: LetterFacts, due: string): string =>
  formatLetterDeadline(due, city.zone, language);

const linesOf = (lines: readonly string[]): readonly string[] => (lines.length === 0 ? [] : [lines.join('\n')]);

/** Set off from our own sentences, so that nobody's words can pass for the city's letter. */
export const quoted = (words: string): string =>
  words
    .trim()
    .split(/\r\n|\r|\n/)
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');
