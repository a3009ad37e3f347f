import { clockKinds, type ClockKind } from '../../domain/clocks.ts';
import { formatLetterDeadline } from '../../platform/i18n/format.ts';
import type { Text } from '../../ui/texts/text.ts';
import type { LetterFacts, StepFacts } from './letter-facts.ts';
import { tellings, type Next } from './tellings.ts';

/** Offers to the reporter alone: of no use to anybody else. */
const reportersOwn: readonly ClockKind[] = ['completion', 'reply_window', 'first_answer', 'verify'];

/** A date that still runs after the last step. */
type Running = { readonly clock: ClockKind; readonly due: string };

/**
 * What is next and by when: what the last step that says so promises, and before it the date that comes first, which is the one that the page of the
 * report names; that nothing more comes; or that news will be told.
 */
export const nextLine = (facts: LetterFacts, t: Text): string => {
  const { steps, reader } = facts;
  const last = steps.at(-1);
  if (last === undefined) throw new Error('a letter tells of something');
  const isFollower = reader.kind === 'follower';
  if (tellings[last.kind].isEnd === true) return endLine(facts, last, t);
  const running = runningAfter(last).filter(({ clock }) => !isFollower || !reportersOwn.includes(clock));
  const promised = promisedIn(steps, running);
  const first = running.find(({ due }) => promised === null || Date.parse(due) < Date.parse(promised.due));
  const said = [
    ...(first === undefined ? [] : [firstWords(facts, first, t)]),
    ...(promised === null ? [] : [t(`notice.next.${promised.says}`, { due: dueIn(facts, promised) })]),
  ];
  if (said.length > 0) return said.join(' ');
  return t(tellings[last.kind].isOverInTime === true ? 'notice.next.over' : 'notice.next.later');
};

const endLine = (facts: LetterFacts, { objectUntil }: StepFacts, t: Text): string =>
  facts.reader.kind === 'follower' || objectUntil === null
    ? t('notice.next.over')
    : t('notice.next.objection_still', { due: dueIn(facts, { due: objectUntil }) });

/** The earliest first; of two at one instant, in the order in which pages name them. */
const runningAfter = ({ dues }: StepFacts): readonly Running[] =>
  clockKinds
    .flatMap((clock) => {
      const due = dues[clock];
      return due === undefined ? [] : [{ clock, due }];
    })
    .toSorted((a, b) => Date.parse(a.due) - Date.parse(b.due));

const promisedIn = (
  steps: readonly StepFacts[],
  running: readonly Running[],
): { readonly due: string; readonly says: Next } | null =>
  steps
    .toReversed()
    .flatMap(({ kind }) => tellings[kind].next ?? [])
    .flatMap(({ clock, says }) => running.filter((one) => one.clock === clock).map(({ due }) => ({ due, says })))
    .at(0) ?? null;

/** Two clocks measure the reporter's own time, and say what they are asked. */
const firstWords = (facts: LetterFacts, { clock, due }: Running, t: Text): string => {
  const words = { due: dueIn(facts, { due }) };
  if (clock === 'completion') return t('notice.next.completion', words);
  if (clock === 'reply_window') return t('notice.next.objection', words);
  return t('notice.next.first', { clock: t(`state.clock.${clock}`), ...words });
};

const dueIn = ({ city, language }: LetterFacts, { due }: Pick<Running, 'due'>): string =>
  formatLetterDeadline(due, city.zone, language);
