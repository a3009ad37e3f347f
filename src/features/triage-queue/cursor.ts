import { isUuid } from '../../platform/db/uuid7.ts';

/** The last row of the page before: lists are paged by a date and the id, so that what comes in meanwhile moves nothing. What is over is due no more: its date is when it was filed. */
export type Cursor = { readonly dueAt: string; readonly id: string };

export const fromTheStart: Cursor = { dueAt: '-infinity', id: '00000000-0000-0000-0000-000000000000' };

export const showCursor = ({ dueAt, id }: Cursor): string => `${dueAt}_${id}`;

/** What stood in the address; what makes no sense starts anew. */
export const readCursor = (shown: string | undefined): Cursor => {
  const [dueAt = '', id = ''] = (shown ?? '').split('_', 2);
  return isInstant(dueAt) && isUuid(id) ? { dueAt, id } : fromTheStart;
};

/** The 31st of February is none, though JavaScript reads it as one of March. */
const isInstant = (text: string): boolean =>
  /^[12]\d{3}-/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString() === text;
