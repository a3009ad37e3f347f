import { isUuid } from '../../platform/db/uuid7.ts';

/** The last notice of the page before: what comes in meanwhile moves nothing. */
export type Cursor = { readonly at: Date; readonly id: string };

export const showCursor = ({ at, id }: Cursor): string => `${at.getTime()}.${id}`;

/** Null for what is no cursor of ours: the list then begins at its beginning. */
export const readCursor = (shown: string | undefined): Cursor | null => {
  const [ms = '', id = ''] = (shown ?? '').split('.', 2);
  return /^\d{1,14}$/.test(ms) && isUuid(id) ? { at: new Date(Number(ms)), id } : null;
};
