import { lastMoment } from '../../domain/last-day.ts';
import { holdsAt } from '../../domain/office.ts';
import type { City } from '../../store/city.ts';
import type { Option } from '../../ui/select-field.tsx';
import { nextField, nextValue, successorsOf, type Plan, type Step } from './handover-plan.ts';
import type { HeldWork } from './handover-queries.ts';
import type { ShownWork } from './handover.view.tsx';
import { personName, type People, type Speaker } from './words.ts';

type Ground = { readonly speaker: Speaker; readonly city: City; readonly people: readonly Option[] };

export const shownWork = ({ speaker, city, people }: Ground, { work, next }: Step): ShownWork => {
  const { t } = speaker;
  const others = othersIn(work, speaker.now);
  const isLeft = work.span !== null && others === 0;
  return {
    field: nextField(work),
    label: t('offices.handover.next', { post: work.post.name }),
    facts: factsOf(speaker, work, others),
    value: nextValue(next),
    options: [
      { value: 'stay', label: t(isLeft ? 'offices.handover.stayVacant' : 'offices.handover.stay') },
      {
        group: t('offices.handover.people'),
        options: people
          .filter(({ value }) => value !== work.span?.userId)
          .map(({ value, label }) => ({ value: `person:${value}`, label })),
      },
      {
        group: t('offices.handover.posts'),
        options: successorsOf(city, work).map(({ slug, name }) => ({ value: `post:${slug}`, label: name })),
      },
    ],
  };
};

const othersIn = ({ post, span }: HeldWork, now: string): number =>
  post.spans.filter((other) => other.userId !== span?.userId && holdsAt(other, now)).length;

const factsOf = ({ t, day }: Speaker, work: HeldWork, others: number): readonly string[] => {
  const { reports, duties, keys, post, span } = work;
  const due = post.nextDue === null ? t('general.unknown') : day(post.nextDue.toISOString());
  return [
    reports === 0 ? t('offices.handover.openNone') : t('offices.handover.open', { count: reports, day: due }),
    ...(duties === 0 ? [] : [t('offices.handover.duties', { count: duties })]),
    ...(keys === 0 ? [] : [t('offices.handover.keys', { count: keys })]),
    ...(span === null ? [] : [othersWords(t, others)]),
  ];
};

const othersWords = (t: Speaker['t'], others: number): string =>
  others === 0 ? t('offices.handover.nobodyElse') : t('offices.handover.others', { count: others });

/** What a plan will do, line by line. */
export const planLines = (speaker: Speaker, people: People, { steps, lastDay, end }: Plan): readonly string[] => {
  const { t, day } = speaker;
  const when = lastDay === '' || end === null ? t('offices.handover.now') : day(lastMoment(end));
  return steps.flatMap((step) => [...goesOn(speaker, people, step), ...endOf(speaker, people, { step, when })]);
};

const goesOn = ({ t }: Speaker, people: People, { work, next }: Step): readonly string[] => {
  const { post, reports } = work;
  if (next.kind === 'post')
    return [t('offices.handover.moves', { count: reports, from: post.name, to: next.post.name })];
  if (next.kind === 'person')
    return [t('offices.handover.follows', { person: personName(t, people, next.userId), post: post.name })];
  return [];
};

const endOf = (
  { t, now }: Speaker,
  people: People,
  { step: { work, next }, when }: { readonly step: Step; readonly when: string },
): readonly string[] => {
  const { post, span } = work;
  if (span === null) return [];
  const ends = t('offices.handover.ends', { person: personName(t, people, span.userId), post: post.name, day: when });
  const isLeft = next.kind !== 'person' && othersIn(work, now) === 0;
  return isLeft ? [ends, t('offices.handover.leaves', { post: post.name })] : [ends];
};
