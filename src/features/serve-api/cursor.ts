import { isUuid } from '../../platform/db/uuid7.ts';

/** The place of a report in the list: the next page begins after it, whatever was filed meanwhile. */
export type Place = { readonly filedAt: Date; readonly id: string };

export const writeCursor = ({ filedAt, id }: Place): string =>
  Buffer.from(`${filedAt.toISOString()} ${id}`).toString('base64url');

/** Null for what is no cursor of ours, such as one of a year that PostgreSQL does not know. */
export const readCursor = (cursor: string): Place | null => {
  const [instant = '', id = ''] = Buffer.from(cursor, 'base64url').toString('utf8').split(' ');
  const filedAt = new Date(instant);
  if (!/^[12]\d{3}-/.test(instant) || Number.isNaN(filedAt.getTime()) || filedAt.toISOString() !== instant) return null;
  return isUuid(id) ? { filedAt, id } : null;
};
