import { publicWordsOf } from '../../domain/publication.ts';
import { commitTo } from '../../store/event-hash.ts';
import type { StoredEvent } from './queries.ts';

/** What public words may be by the history; `erased`: what they were written from is not there any more, and nothing can be said. */
export type PossibleWords = readonly (string | null)[] | 'erased';

export type WordsTold = Readonly<Record<'public_title' | 'public_description' | 'public_answer', PossibleWords>>;

/** Which words everyone may read after these events: each was committed to by the event that made it public. */
export const wordsTold = (events: readonly StoredEvent[]): WordsTold => events.reduce(afterEvent, beforeAnything).shown;

type Telling = {
  readonly shown: WordsTold;
  readonly isSecret: boolean;
  readonly reportClass: unknown;
  /** What the agencies have answered since it was last sent back or reopened. */
  readonly answers: readonly PossibleWords[];
};

const none = [null] as const;
const nothing: WordsTold = { public_title: none, public_description: none, public_answer: none };
const beforeAnything: Telling = { shown: nothing, isSecret: false, reportClass: null, answers: [] };

const afterEvent = (before: Telling, event: StoredEvent): Telling => {
  const { payload } = event;
  const told: Telling = {
    ...before,
    isSecret: before.isSecret || payload['isSecret'] === true,
    reportClass: payload['class'] ?? before.reportClass,
    answers: answersAfter(before.answers, event),
  };
  if (isHiddenBy(event)) return { ...told, shown: nothing };
  const shown = told.isSecret || told.reportClass === 'berkadar' ? answerAway(event) : shownBy(event, told);
  return { ...told, shown: { ...told.shown, ...shown } };
};

const answersAfter = (answers: Telling['answers'], event: StoredEvent): Telling['answers'] => {
  if (event.kind === 'sent_back' || event.kind === 'reopened') return [];
  return event.kind === 'answered' ? [...answers, wordsOf(event, 'message')] : answers;
};

/** Verified without showing anything, or found to be about abuse of authority. */
const isHiddenBy = ({ kind, payload }: StoredEvent): boolean =>
  (kind === 'verified' && payload['publication'] === 'hidden') ||
  (kind === 'reclassified' && payload['class'] === 'berkadar' && payload['classBefore'] !== 'berkadar');

/** An answer that may not be shown takes the place of one that was. */
const answerAway = (event: StoredEvent): Partial<WordsTold> =>
  event.kind === 'approved' || isAnswerShared(event) ? { public_answer: none } : {};

const shownBy = (event: StoredEvent, { answers }: Telling): Partial<WordsTold> => {
  switch (event.kind) {
    case 'verified':
      return { public_title: wordsOf(event, 'title'), public_description: wordsOf(event, 'description') };
    case 'retitled':
      return 'title' in event.commitments ? { public_title: wordsOf(event, 'title') } : {};
    case 'masked':
      return 'description' in event.commitments ? { public_description: wordsOf(event, 'description') } : {};
    case 'approved':
      return { public_answer: joined(answers) };
    case 'answer_shared':
      return isAnswerShared(event) ? { public_answer: orNone(published(wordsOf(event, 'message'))) } : {};
    default:
      return {};
  }
};

/** Arrived as this report's own answer, not beside one it has already. */
const isAnswerShared = ({ kind, payload }: StoredEvent): boolean =>
  kind === 'answer_shared' && payload['to'] !== undefined;

/** Only where the report it came from was public itself: this report's history does not tell. */
const orNone = (words: PossibleWords): PossibleWords => (words === 'erased' ? words : [...words, null]);

const joined = (answers: readonly PossibleWords[]): PossibleWords => {
  if (answers.includes('erased')) return 'erased';
  const parts = answers.flatMap((answer) => (answer === 'erased' ? [] : answer)).filter((part) => part !== null);
  return published([parts.join('\n\n')]);
};

const published = (words: PossibleWords): PossibleWords => (words === 'erased' ? words : words.map(publicWordsOf));

/** What the event committed to under this name, as long as it is there as it was written. */
const wordsOf = ({ commitments, secrets }: StoredEvent, field: string): PossibleWords => {
  const commitment = commitments[field];
  if (commitment === undefined) return none;
  const secret = secrets.find((one) => one.field === field);
  if (secret === undefined || commitTo(Buffer.from(secret.salt, 'hex'), secret.value) !== commitment) return 'erased';
  return [secret.value];
};
