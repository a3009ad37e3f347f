import type { Post } from '../../domain/role.ts';
import type { Tx } from '../../store/tx.ts';
import type { Cursor } from './cursor.ts';
import { readEnded } from './ended.ts';
import { readFlagged } from './flagged.ts';
import { readQueue } from './queries.ts';
import { endedItem, flaggedItem, waitingItem, type Reading } from './queue-items.ts';
import type { QueueList } from './queue-list.ts';
import type { QueueItem } from './queue.view.tsx';

export type ListPage = {
  readonly items: readonly QueueItem[];
  /** Of the whole list; 0 where nobody counted. */
  readonly count: number;
  /** Where the next page begins; null: this is the last. */
  readonly next: Cursor | null;
};

type Asked = { readonly tenantId: string; readonly post: Post; readonly list: QueueList; readonly after: Cursor };

const perPage = 50;

/** One page of a list. One row more than is shown tells whether there is a next one. */
export const readListPage = async (tx: Tx, asked: Asked, reading: Reading): Promise<ListPage> => {
  const { list } = asked;
  const limit = perPage + 1;
  if (list.kind === 'ended') {
    const rows = await readEnded(tx, { ...asked, state: list.state, limit });
    const items = rows.slice(0, perPage).map((row) => endedItem(row, reading));
    return { items, count: 0, next: lastOf(rows, (row) => row.filed_at) };
  }
  if (list.kind === 'flagged') {
    const rows = await readFlagged(tx, { ...asked, limit });
    const items = rows.slice(0, perPage).map((row) => flaggedItem(row, reading));
    return { items, count: 0, next: lastOf(rows, (row) => row.since) };
  }
  const rows = await readQueue(tx, { ...asked, list, limit });
  const items = rows.slice(0, perPage).map((row) => waitingItem(row, reading));
  return { items, count: rows[0]?.count ?? 0, next: lastOf(rows, (row) => row.next_due_at) };
};

const lastOf = <Row extends { readonly id: string }>(rows: readonly Row[], when: (row: Row) => Date): Cursor | null => {
  const last = rows[perPage - 1];
  return last === undefined || rows.length <= perPage ? null : { dueAt: when(last).toISOString(), id: last.id };
};
