import type { ClockKind } from '../../domain/clocks.ts';
import { formatDeadline } from '../../platform/i18n/format.ts';
import type { Text } from '../../ui/texts/text.ts';
import type { LetterFacts } from './letter-facts.ts';
import { tellings, type Next } from './tellings.ts';

/** Offers to the reporter alone: of no use to anybody else. */
const reportersOwn: readonly ClockKind[] = ['completion', 'reply_window', 'first_answer', 'verify'];

/** What is next and by when, from the last step that says so and of what still ran after the last; that nothing more comes; or that news will be told. */
export const nextLine = ({ steps, reader, city, language, writtenAt }: LetterFacts, t: Text): string => {
  const last = steps.at(-1);
  if (last === undefined) throw new Error('a letter tells of something');
  const isFollower = reader.kind === 'follower';
  if (tellings[last.kind].isEnd === true) {
    if (isFollower || last.objectUntil === null) return t('notice.next.over');
    return t('notice.next.objection_still', {
      due: formatDeadline(last.objectUntil, city.zone, language, writtenAt),
    });
  }
  const found = steps
    .toReversed()
    .flatMap(({ kind }) => tellings[kind].next ?? [])
    .flatMap(({ clock, says }) => {
      const due = isFollower && reportersOwn.includes(clock) ? undefined : last.dues[clock];
      return due === undefined ? [] : [{ due, says }];
    })
    .at(0) satisfies { readonly due: string; readonly says: Next } | undefined;
  if (found === undefined) return t('notice.next.later');
  return t(`notice.next.${found.says}`, { due: formatDeadline(found.due, city.zone, language, writtenAt) });
};
