import type { FieldChanges } from './city-event.ts';

export type LaterEvent = { readonly id: string; readonly changes: FieldChanges; readonly undoes: string | null };

/**
 * The fields of a change that something newer has touched since: as long as there is one, the change cannot be taken back without taking back the
 * newer one unasked. What was itself taken back touches nothing.
 */
export const touchedSince = (changes: FieldChanges, later: readonly LaterEvent[]): readonly string[] => {
  const touching = later.filter((event) => !isUndoing(event, later) && stands(event, later));
  return Object.keys(changes).filter((field) => touching.some((event) => Object.hasOwn(event.changes, field)));
};

const stands = ({ id }: LaterEvent, later: readonly LaterEvent[]): boolean =>
  !later.some((other) => other.undoes === id && stands(other, later));

const isUndoing = ({ undoes }: LaterEvent, later: readonly LaterEvent[]): boolean =>
  later.some(({ id }) => id === undoes);
