import type { EventKind } from '../../domain/event.ts';
import type { MoveCommand } from '../../domain/move.ts';
import { textOf, type FormFields } from '../../platform/http/form-fields.ts';

/** The moves that are the reporter's to make, in the order in which the page offers them, with the event each writes. */
export const ownMoves = {
  provide_info: 'info_provided',
  confirm: 'confirmed',
  dispute: 'disputed',
  message: 'message_sent',
  withdraw: 'withdrawn',
} as const satisfies Partial<Record<MoveCommand['move'], EventKind>>;

export type OwnMoveName = keyof typeof ownMoves;

export const ownMoveNames = [
  'provide_info',
  'confirm',
  'dispute',
  'message',
  'withdraw',
] as const satisfies readonly OwnMoveName[];

/** What was typed into one of the forms, as it was typed. */
export type TypedMove = {
  readonly move: OwnMoveName;
  readonly message: string;
  readonly reason: string;
  readonly rating: string;
  /** The version the reporter had before their eyes; null when the form did not say. */
  readonly version: number | null;
  /** The question "are you sure?" was answered. */
  readonly isSure: boolean;
};

/** Null when the form names no move of a reporter. */
export const readTypedMove = (fields: FormFields): TypedMove | null => {
  const move = ownMoveNames.find((name) => name === textOf(fields, 'move'));
  if (move === undefined) return null;
  const version = textOf(fields, 'version').trim();
  return {
    move,
    message: textOf(fields, 'message'),
    reason: textOf(fields, 'reason'),
    rating: textOf(fields, 'rating').trim(),
    version: /^\d{1,9}$/.test(version) ? Number(version) : null,
    isSure: textOf(fields, 'sure') === '1',
  };
};

/** The same as hidden fields, to be sent again. */
export const fieldsOf = ({ move, message, reason, rating, version }: TypedMove): Readonly<Record<string, string>> => ({
  move,
  message,
  reason,
  rating,
  ...(version === null ? {} : { version: String(version) }),
});

/** What the rules are asked for. An empty word is no word; a rating that is no number is refused by them. */
export const commandOf = ({ move, message, reason, rating }: TypedMove): MoveCommand => {
  const words = message.trim() === '' ? undefined : message;
  switch (move) {
    case 'provide_info':
    case 'message':
      return { move, message };
    case 'dispute':
      return { move, reason, message, rating: ratingOf(rating) };
    case 'withdraw':
      return { move, message: words };
    case 'confirm':
      return { move, message: words, rating: ratingOf(rating) };
    default:
      return move satisfies never;
  }
};

const ratingOf = (typed: string): number | undefined => (typed === '' ? undefined : Number(typed));
