import { matters } from '../../domain/notice-steps.ts';
import { showNumber } from '../../domain/report-number.ts';
import { formatDeadline } from '../../platform/i18n/format.ts';
import { textFor, type Text } from '../../ui/texts/text.ts';
import { arrangeSteps } from './arrange-steps.ts';
import { followersBody } from './followers-body.ts';
import { letterOf } from './letter-frame.ts';
import type { Letter, LetterFacts, StepFacts } from './letter-facts.ts';
import { sayerOf, type Sayer } from './letter-words.ts';
import { nextLine } from './next-line.ts';
import { earlierSteps, stepParagraphs } from './step-paragraphs.ts';
import { tellings } from './tellings.ts';

/** What happened, step by step, what is next, by when, where to read and how to stop. Pure: the preview of a letter is the letter. */
export const renderLetter = (facts: LetterFacts): Letter => {
  const t = textFor(facts.language);
  const say = sayerOf(facts, t);
  const number = showNumber(facts.number);
  if (facts.isConfidential) {
    const body = [t('notice.confidential.body'), ...confidentialDue(facts, t)];
    return { subject: t('notice.confidential.subject', { number }), text: letterOf(facts, say, body) };
  }
  const event = t(`state.event.${lastThatMatters(facts.steps).kind}`);
  const subject = t(facts.reader.kind === 'follower' ? 'notice.followed.subject' : 'notice.subject', { number, event });
  return { subject, text: letterOf({ ...facts, isOver: isOver(facts) }, say, bodyOf(facts, say, t)) };
};

/** Whether its reader has nothing left to answer. */
const isOver = ({ steps }: LetterFacts): boolean => {
  const last = steps.at(-1);
  return last !== undefined && tellings[last.kind].isEnd === true && last.objectUntil === null;
};

/** A question or an answer comes first, with what is next; else what is next follows the last step. */
const bodyOf = (facts: LetterFacts, say: Sayer, t: Text): readonly string[] => {
  if (facts.reader.kind === 'follower') return followersBody(facts, facts.reader.shown);
  const { lead, before, full } = arrangeSteps(facts.steps);
  const next = nextLine(facts, t);
  return [
    ...(lead === null ? [] : [...stepParagraphs(facts, lead, say), next]),
    ...earlierSteps(t, before),
    ...full.flatMap((step) => stepParagraphs(facts, step, say)),
    ...(lead === null ? [next] : []),
    ...new Set(withoutOldViews(facts.steps).flatMap((step) => waysOn(step, t))),
  ];
};

/** What everyone sees is what the last step that speaks of it says. */
const withoutOldViews = (steps: readonly StepFacts[]): readonly StepFacts[] => {
  const shows = ({ kind }: StepFacts): boolean => tellings[kind].saysPublication === true;
  const newest = steps.findLast(shows);
  return steps.filter((step) => step === newest || !shows(step));
};

/** Where somebody can object, inside and outside. */
const waysOn = ({ kind, publication }: StepFacts, t: Text): readonly string[] => {
  const told = tellings[kind];
  const isHidden =
    told.saysPublication === true && (publication === 'hidden' || publication === 'withdrawn_from_public');
  return [
    ...(isHidden ? [t('notice.hiding')] : []),
    ...(isHidden || told.namesOmbudsman === true ? [t('notice.ombudsman')] : []),
  ];
};

/** A letter is named by the last step that asks or settles something; where none does, by the last. */
const lastThatMatters = (steps: readonly StepFacts[]): StepFacts => {
  const last = steps.findLast(({ kind, moved }) => matters({ kind, clock: moved?.clock ?? null })) ?? steps.at(-1);
  if (last === undefined) throw new Error('a letter tells of something');
  return last;
};

/** A confidential letter names a date only where silence would cost the reporter something. */
const confidentialDue = ({ steps, city, language, writtenAt }: LetterFacts, t: Text): readonly string[] => {
  const dues = steps.at(-1)?.dues;
  const due = dues?.completion ?? dues?.reply_window;
  return due === undefined
    ? []
    : [t('notice.confidential.until', { due: formatDeadline(due, city.zone, language, writtenAt) })];
};
