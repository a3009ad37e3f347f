import { isUuid } from '../../platform/db/uuid7.ts';
import type { Cursor } from './list-queries.ts';

/** A cursor as it stands in an address: milliseconds and id. */
export const writeCursor = ({ filedAt, id }: Cursor): string => `${filedAt.getTime()}.${id}`;

/** Null for what is no cursor of ours: the list then begins at its beginning. */
export const readCursor = (text: string): Cursor | null => {
  const [ms = '', id = ''] = text.split('.', 2);
  return /^\d{1,14}$/.test(ms) && isUuid(id) ? { filedAt: new Date(Number(ms)), id } : null;
};
