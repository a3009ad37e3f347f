import { textFor } from '../../ui/texts/text.ts';
import { arrangeSteps } from './arrange-steps.ts';
import type { LetterFacts, PublicFacts, StepFacts } from './letter-facts.ts';
import { nextLine } from './next-line.ts';
import { earlierSteps, quoted } from './step-paragraphs.ts';
import { isToldToFollower } from './tellings.ts';

/**
 * What a follower reads is what everyone may: that it happened, the answer, who works on it, and by when the city answers. Not its title. A repeat of
 * the letter differs only where the answer, the agencies or the photo that everyone sees have changed in between: what was taken from the public is
 * not sent once more.
 */
export const followersBody = (facts: LetterFacts, shown: PublicFacts): readonly string[] => {
  const t = textFor(facts.language);
  const { lead, before, full } = arrangeSteps(facts.steps);
  const happened = ({ kind }: StepFacts): readonly string[] =>
    isToldToFollower(kind) ? [t(`notice.followed.happened.${kind}`)] : [];
  return [
    ...(lead === null ? [] : [...happened(lead), ...answerOf(facts, shown)]),
    ...earlierSteps(t, before),
    ...full.flatMap(happened),
    ...(shown.agencies.length === 0 ? [] : [t('notice.fact.agency', { agency: shown.agencies.join(', ') })]),
    nextLine(facts, t),
  ];
};

const answerOf = ({ language }: LetterFacts, { answer, answeredBy, hasProof }: PublicFacts): readonly string[] => {
  const t = textFor(language);
  return [
    ...(answer === null ? [] : [quoted(answer)]),
    ...(answer === null || answeredBy.length === 0
      ? []
      : [t('publicReport.answeredBy', { agency: answeredBy.join(', ') })]),
    ...(hasProof ? [t('notice.fact.proof')] : []),
  ];
};
