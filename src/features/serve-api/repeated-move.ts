import type { Actor } from '../../domain/actor.ts';
import { lifecycle } from '../../domain/lifecycle.ts';
import type { MoveCommand } from '../../domain/move.ts';
import { photosShownBy } from '../../domain/shown-photos.ts';
import type { EventAfter } from './queries.ts';

/**
 * Whether the event after the version a caller had read is this very move, by the same hand: then its answer was lost on the way, and what came is
 * the repeat. Everything the command says must stand in the event.
 */
export const isRepeat = (command: MoveCommand, actor: Actor, event: EventAfter): boolean =>
  isKindOf(command, event) &&
  isBy(actor, event) &&
  hasSamePhotos(command, event) &&
  Object.entries(saidBy(command)).every((said) => standsIn(event, said));

const isKindOf = ({ move }: MoveCommand, { kind }: EventAfter): boolean =>
  kind === lifecycle[move].event || (move === 'reject' && kind === 'reject_proposed');

const isBy = (actor: Actor, event: EventAfter): boolean =>
  event.actor_kind === actor.kind && (actor.kind !== 'post' || event.actor_post === actor.post.id);

/** What it effects, whatever was named: what is taken from the public takes its pictures along. */
const hasSamePhotos = (command: MoveCommand, { payload }: EventAfter): boolean => {
  const shown = photosShownBy(command, payload['publication']);
  return shown === undefined || JSON.stringify(shown) === JSON.stringify(payload['photos'] ?? []);
};

/** What is published is kept without the blanks around it. */
const saidBy = (command: MoveCommand): Readonly<Record<string, unknown>> => {
  const { move: _move, ...rest } = command;
  const said = { ...rest, photos: undefined };
  if (command.move !== 'verify') return said;
  const { title, description } = command.publish;
  return { ...said, publish: undefined, title: title?.trim(), description: description?.trim() };
};

const standsIn = ({ payload, words }: EventAfter, [name, value]: readonly [string, unknown]): boolean => {
  if (value === undefined || value === '') return true;
  if (Object.hasOwn(words, name)) return words[name] === value;
  return Object.hasOwn(payload, name) && JSON.stringify(payload[name]) === JSON.stringify(value);
};
