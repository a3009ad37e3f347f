import { matters } from '../../domain/notice-steps.ts';
import { showNumber } from '../../domain/report-number.ts';
import { formatLetterDeadline } from '../../platform/i18n/format.ts';
import { textFor, type Text } from '../../ui/texts/text.ts';
import { arrangeSteps } from './arrange-steps.ts';
import { followersBody } from './followers-body.ts';
import { letterOf } from './letter-frame.ts';
import type { Letter, LetterFacts, StepFacts } from './letter-facts.ts';
import { sayerOf, senderOf, type Sayer } from './letter-words.ts';
import { nextLine } from './next-line.ts';
import { earlierSteps, stepParagraphs } from './step-paragraphs.ts';
import { tellings } from './tellings.ts';

/** What happened, step by step, what is next, by when, where to read and how to stop. Pure: the preview of a letter is the letter. */
export const renderLetter = (facts: LetterFacts): Letter => {
  const t = textFor(facts.language);
  const say = sayerOf(facts, t);
  const fromName = senderOf(say, facts);
  if (facts.isConfidential) {
    const subject = t('notice.confidential.subject', { number: showNumber(facts.number) });
    const body = [t('notice.confidential.body'), ...confidentialDue(facts, t)];
    return { fromName, subject, text: letterOf(facts, say, body) };
  }
  const body = [...topicLine(facts, t), ...bodyOf(facts, say, t)];
  return { fromName, subject: subjectOf(facts, t), text: letterOf({ ...facts, isOver: isOver(facts) }, say, body) };
};

/** By the last step that matters; what it is about stands in it where everyone may read that. */
const subjectOf = ({ number, topic, isPublic, reader, steps }: LetterFacts, t: Text): string => {
  const { kind } = lastThatMatters(steps);
  const about = isPublic && topic !== null ? `${showNumber(number)} (${topic})` : showNumber(number);
  const isFollower = reader.kind === 'follower';
  if (kind === 'approved' || kind === 'answer_shared')
    return t(isFollower ? 'notice.followed.subjectAnswered' : 'notice.subjectAnswered', { number: about });
  const event = t(`state.event.${kind}`);
  return t(isFollower ? 'notice.followed.subject' : 'notice.subject', { number: about, event });
};

const topicLine = ({ number, topic }: LetterFacts, t: Text): readonly string[] =>
  topic === null ? [] : [t('notice.about', { number: showNumber(number), topic })];

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
const confidentialDue = ({ steps, city, language }: LetterFacts, t: Text): readonly string[] => {
  const dues = steps.at(-1)?.dues;
  const due = dues?.completion ?? dues?.reply_window;
  return due === undefined
    ? []
    : [t('notice.confidential.until', { due: formatLetterDeadline(due, city.zone, language) })];
};
