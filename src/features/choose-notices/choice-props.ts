import type { FastifyRequest } from 'fastify';

import { formatMoment } from '../../platform/i18n/format.ts';
import type { City } from '../../store/city.ts';
import type { PageFrame } from '../../ui/page-frame.ts';
import { namedProblem } from '../../ui/error-summary.tsx';
import type { Text } from '../../ui/texts/text.ts';
import type { ChoiceProps } from './choice.view.tsx';
import type { ChoiceRow } from './queries.ts';
import { choiceAsTyped, hoursShown, shownTime, type ChoiceProblem, type TypedChoice } from './typed-choice.ts';

/** Whose choices a page shows, by the code of a report or by a letter. */
export type Chosen = {
  readonly number: string;
  readonly isFollower: boolean;
  readonly isEnded: boolean;
  /** Null: there is nobody whose letters could be chosen here. */
  readonly choice: ChoiceRow | null;
  /** Whether letters have an address to go to. */
  readonly hasAddress: boolean;
  /** Null: not for this page to say. */
  readonly isAddressStopped: boolean | null;
  readonly mayStopAddress: boolean;
  readonly lastLetter: ChoiceProps['lastLetter'];
  readonly city: City;
};

export type Tried = { readonly typed: TypedChoice; readonly problems: readonly ChoiceProblem[] };

const dones = ['saved', 'stopped', 'resumed', 'nothing', 'address_stopped', 'address_resumed'] as const;
export type Done = (typeof dones)[number];

export const doneIn = (asked: unknown): Done | null => dones.find((one) => one === asked) ?? null;

export const choiceProps = (
  frame: PageFrame,
  { tenant, language, url }: FastifyRequest,
  chosen: Chosen,
  { tried, done = null }: { readonly tried?: Tried | undefined; readonly done?: Done | null | undefined } = {},
): ChoiceProps => {
  const { choice, number, isFollower, isEnded, city } = chosen;
  const { from, until } = city.policy.notices.quiet;
  const now = tenant.clock.now().toISOString();
  const since = choice?.stopped_at ?? null;
  const typed = choice === null ? null : (tried?.typed ?? choiceAsTyped(choice));
  return {
    frame,
    action: url.split('?')[0] ?? url,
    number,
    readPath: isFollower ? `/laporan/${number}` : `/lacak/${number}`,
    isFollower,
    typed,
    shownHours: typed === null ? '' : hoursShown(typed),
    problems: (tried?.problems ?? []).map((one) => problemWords(frame.t, one)),
    cityHours: from === until ? null : `${shownTime(from)}–${shownTime(until)}`,
    stoppedSince: since === null ? null : formatMoment(since.toISOString(), tenant.zone, language, now),
    isEnded,
    hasAddress: chosen.hasAddress,
    isAddressStopped: chosen.isAddressStopped,
    mayStopAddress: chosen.mayStopAddress,
    lastLetter: chosen.lastLetter,
    done,
  };
};

/** What is wrong with an hour is a whole sentence; else the name of the field stands before it. */
const problemWords = (t: Text, { field, problem }: ChoiceProblem): ChoiceProps['problems'][number] => {
  if (problem === 'same_time') return sentence(field, t('noticeChoice.sameTime'));
  if (problem === 'not_a_time')
    return sentence(field, t(`noticeChoice.notATime.${field === 'until' ? 'until' : 'from'}`));
  const text = t(`refusal.problem.${problem}`);
  return { field, text, summary: namedProblem(t(`noticeChoice.field.${field}`), text) };
};

const sentence = (field: ChoiceProblem['field'], text: string) => ({ field, text, summary: text });
