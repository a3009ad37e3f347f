import { isOpen, isRunning, type RunningClock } from '../../domain/clocks.ts';
import { mayBlur } from '../../domain/may-blur.ts';
import { mayBePublic } from '../../domain/publication.ts';
import { classOf, isFinal } from '../../domain/report.ts';
import { showNumber } from '../../domain/report-number.ts';
import { seesIdentity } from '../../domain/permission.ts';
import { wordsNow } from '../../domain/words-now.ts';
import { formatDate, formatDeadline, formatStamp } from '../../platform/i18n/format.ts';
import type { Post } from '../../domain/role.ts';
import { dueWords, pauseWords, promisesGiven, type ClockReader } from '../../ui/clock-words.ts';
import type { Definition } from '../../ui/definition-list.tsx';
import { clockName, historyItem, momentWords, type Reader } from './history-items.ts';
import { reportPath } from './means.ts';
import { photoItem } from './photo-items.ts';
import type { Story, StoryPhoto } from './queries.ts';
import type { ClockLine } from './clocks.view.tsx';
import type { StoryPhotoItem } from './story-picture.view.tsx';
import type { StoryProps } from './story.view.tsx';

/** The whole story of a report in words, for a post that may read it. */
export const storyProps = (story: Story, post: Post, reader: Reader): StoryProps => {
  const said = wordsNow(story.events);
  return {
    t: reader.t,
    facts: factsOf(story, reader),
    said: { title: said['title'] ?? null, description: said['description'] ?? null },
    published: {
      title: story.publicTitle,
      description: story.publicDescription,
      answer: story.publicAnswer,
      how: reader.t(`state.publication.${story.publication}`),
    },
    clocks: story.clocks.toSorted(openFirst).map((clock) => clockLine(clock, reader)),
    promises: promisesGiven(story.clocks, clockReader(reader)),
    assignments: story.assignments.map((one) => ({
      id: one.id,
      who: `${one.agencyName}: ${one.postName}`,
      what: assignmentWords(one, reader),
    })),
    photos: photoItems(story, 'report', reader),
    proof: photoItems(story, 'proof', reader),
    mayBlur: { photos: isToBlur(story, post, 'report'), proof: isToBlur(story, post, 'proof') },
    history: story.events.map((event) => historyItem(event, reader, story.events)),
    undelivered: undeliveredWords(story, reader),
    identity: identityOf(story, post, reader),
  };
};

/** As officers see them: whatever is part of the report or of an answer, and why something cannot be seen. */
const photoItems = (story: Story, purpose: StoryPhoto['purpose'], { t }: Reader): readonly StoryPhotoItem[] =>
  story.photos.filter((photo) => photo.purpose === purpose).map((photo) => photoItem(photo, story, t));

/** What can never be shown needs nothing hidden. */
const isToBlur = (story: Story, post: Post, purpose: StoryPhoto['purpose']): boolean =>
  mayBePublic(story) && mayBlur(post, story, purpose);

/** That letters did not arrive; the address itself stands with the identity alone. */
const undeliveredWords = ({ undelivered }: Story, { t }: Reader): string | null => {
  if (undelivered === null) return null;
  const { letters, reason } = undelivered;
  const why = reason === 'no_address' ? t('staff.report.noAddress') : reason;
  return t('staff.report.undelivered', { count: letters, why });
};

const identityOf = (story: Story, post: Post, reader: Reader): StoryProps['identity'] => {
  const { subject } = story;
  return {
    mayBeRead: seesIdentity(post, story),
    isKnown: story.reporterId !== null || (subject?.personId ?? null) !== null,
    isAnonymous: story.isAnonymous,
    forOther:
      subject === null ? null : reader.t('staff.identity.forOther', { when: momentWords(subject.consentedAt, reader) }),
    action: `${reportPath(story.number)}/identitas`,
  };
};

const factsOf = (story: Story, { t, language, zone, city }: Reader): readonly Definition[] => {
  const place = wordsNow(story.events);
  const category = city.categories.find((one) => one.id === story.categoryId);
  const village = city.villages.find((one) => one.code === story.villageCode);
  return [
    { term: t('staff.field.class'), details: t(`state.class.${classOf(story)}`) },
    {
      term: t('staff.report.kind'),
      details: story.class === null || story.class === story.kind ? null : t(`state.kind.${story.kind}`),
    },
    { term: t('staff.field.category'), details: category?.name[language] },
    {
      term: t('staff.field.village'),
      details: village === undefined ? null : `${village.name}, ${village.districtName}`,
    },
    { term: t('staff.report.place'), details: place['place'] },
    {
      term: t('staff.report.point'),
      details: place['latitude'] === undefined ? null : `${place['latitude']}, ${place['longitude'] ?? ''}`,
    },
    {
      term: t('staff.report.occurred'),
      details: story.occurredOn === null ? null : formatDate(`${story.occurredOn}T12:00:00.000Z`, 'UTC', language),
    },
    { term: t('staff.report.filed'), details: formatStamp(story.filedAt, zone, language) },
    { term: t('staff.report.channel'), details: t(`staff.report.channels.${story.channel}`) },
    { term: t('staff.report.holder'), details: isFinal(story.state) ? null : story.holderName },
  ];
};

/** What runs first, in the order in which it is due; then what has ended. */
const openFirst = (a: RunningClock, b: RunningClock): number =>
  Number(isOpen(b)) - Number(isOpen(a)) || (a.dueAt < b.dueAt ? -1 : 1);

const clockReader = ({ t, language, zone, now }: Reader): ClockReader => ({
  t,
  language,
  zone,
  now: now.toISOString(),
});

const clockLine = (clock: RunningClock, reader: Reader): ClockLine => {
  const { t } = reader;
  const told = clockReader(reader);
  return {
    id: clock.id,
    due: {
      iso: clock.dueAt,
      words: isRunning(clock) ? dueWords(clock, told, clockName(t, clock.kind)) : pastWords(clock, told),
    },
    provisional: clock.provisional ? t('staff.clock.provisional') : null,
    isLate: isRunning(clock) && clock.dueAt <= told.now,
    state: [clockState(clock, reader), pauseWords(clock, told)].filter((words) => words !== null).join('. '),
  };
};

/** What no longer runs, or stands still, has nothing left to say of the time that remains. */
const pastWords = (clock: RunningClock, { t, language, zone, now }: ClockReader): string =>
  t('staff.clock.was', { clock: clockName(t, clock.kind), due: formatDeadline(clock.dueAt, zone, language, now) });

const clockState = (clock: RunningClock, reader: Reader): string | null => {
  const { t } = reader;
  if (clock.stoppedAt === null) return isRunning(clock) ? t('staff.clock.running') : null;
  const ended = t('staff.clock.ended', { moment: momentWords(clock.stoppedAt, reader) });
  return clock.outcome === null ? ended : `${ended}, ${t(`state.clockOutcome.${clock.outcome}`)}`;
};

const assignmentWords = (one: Story['assignments'][number], reader: Reader): string => {
  const at =
    { offered: one.offeredAt, accepted: one.acceptedAt, done: one.closedAt, returned: one.closedAt }[one.state] ??
    one.offeredAt;
  return reader.t(`staff.report.assignment.${one.state}`, { moment: momentWords(at, reader) });
};

/** The line under the heading: how a report is called. */
export const shownNumber = (story: Pick<Story, 'number'>): string => showNumber(story.number);
