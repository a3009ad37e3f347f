import { lifecycle } from '../../domain/lifecycle.ts';
import type { MoveCommand } from '../../domain/move.ts';
import { photosShownBy } from '../../domain/shown-photos.ts';
import type { StoryEvent } from './queries.ts';

/**
 * Whether what this post sends has been done already, by the same post with the same words: then a form was sent twice, and the second time is an
 * answer that got lost, not a conflict. `since` are the events after the version the form was made from.
 */
export const isDoneAlready = (command: MoveCommand, postId: string, since: readonly StoryEvent[]): boolean =>
  since.some(
    (event) =>
      event.actorPostId === postId &&
      isKindOf(command, event) &&
      hasSameCodes(command, event) &&
      hasSamePhotos(command, event) &&
      hasSameWords(command, event),
  );

const isKindOf = ({ move }: MoveCommand, { kind }: StoryEvent): boolean =>
  kind === lifecycle[move].event || (move === 'reject' && kind === 'reject_proposed');

const codes = [
  'reason',
  'class',
  'categoryId',
  'villageCode',
  'postId',
  'agencyId',
  'until',
  'publication',
  'primaryId',
];

const hasSameCodes = (command: MoveCommand, { payload }: StoryEvent): boolean =>
  Object.entries(command).every(
    ([name, value]) => !codes.includes(name) || value === undefined || value === '' || value === payload[name],
  );

/** Which pictures everyone sees is decided anew by each of these moves: by what it effects, whatever was ticked. */
const hasSamePhotos = (command: MoveCommand, { payload }: StoryEvent): boolean => {
  const shown = photosShownBy(command, payload['publication']);
  return shown === undefined || JSON.stringify(shown) === JSON.stringify(payload['photos'] ?? []);
};

const wordFields = ['message', 'authority', 'letter', 'contact', 'reference', 'place', 'title', 'description'];

const hasSameWords = (command: MoveCommand, { words }: StoryEvent): boolean => {
  const said = new Map<string, unknown>(Object.entries(command.move === 'verify' ? trimmed(command.publish) : command));
  return wordFields.every((field) => textOf(said.get(field)) === textOf(words[field]));
};

/** What is published is kept without the blanks around it. */
const trimmed = ({
  title,
  description,
}: {
  readonly title?: string | undefined;
  readonly description?: string | undefined;
}) => ({
  title: title?.trim(),
  description: description?.trim(),
});

const textOf = (value: unknown): string => (typeof value === 'string' && value.trim() !== '' ? value : '');
