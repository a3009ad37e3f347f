import type { FastifyRequest } from 'fastify';

import type { City } from '../../store/city.ts';
import { staffOf } from '../../store/identity.ts';
import type { Installation } from '../../store/installation.ts';
import { textFor, type Text } from '../../ui/texts/text.ts';
import { readCursor, showCursor, type Cursor } from './cursor.ts';
import { countedUpTo, readQueue, type QueueRow } from './queries.ts';
import { itemOf } from './queue-items.ts';
import { deskListsOf, listsOf, slugOf, type QueueList } from './queue-list.ts';
import type { QueueProps } from './queue.view.tsx';

const perPage = 50;

/** One page of a list, ready to be shown. */
export const showQueue = async (
  laksa: Installation,
  request: FastifyRequest,
  list: QueueList,
  after: string | undefined,
): Promise<Omit<QueueProps, 'frame' | 'search'>> => {
  const { tenant, language } = request;
  const { post, posts } = staffOf(request);
  const cursor = readCursor(after);
  const { rows, city } = await readPage(laksa, request, list, cursor);
  const t = textFor(language);
  const reading = { t, language, zone: tenant.zone, now: tenant.clock.now(), city };
  return {
    post: { slug: post.slug, name: post.name },
    posts: posts.map(({ slug, name }) => ({ value: slug, label: name })),
    desk: deskListsOf(post).map((one) => ({
      href: hrefOf(one),
      label: nameOf(t, one),
      isCurrent: slugOf(one) === slugOf(list),
    })),
    lists: listsOf(post).map((one) => ({ value: slugOf(one), label: nameOf(t, one) })),
    list: slugOf(list),
    items: rows.slice(0, perPage).map((row) => itemOf(row, reading)),
    count: countWords(t, rows),
    pager: { previous: after === undefined ? undefined : hrefOf(list), next: nextPage(list, rows) },
  };
};

/** One row more than is shown tells whether there is a next page. */
const readPage = (
  { database, cities, clock }: Installation,
  request: FastifyRequest,
  list: QueueList,
  after: Cursor,
): Promise<{ readonly rows: readonly QueueRow[]; readonly city: City }> => {
  const { tenant } = request;
  const { post } = staffOf(request);
  return database.inTenant(
    tenant.id,
    async (tx) => ({
      city: await cities.read(tx, tenant, clock.now()),
      rows: await readQueue(tx, { tenantId: tenant.id, post, list, after, limit: perPage + 1 }),
    }),
    { readOnly: true },
  );
};

const hrefOf = (list: QueueList): string => (list.kind === 'own' ? '/petugas' : `/petugas?daftar=${slugOf(list)}`);

const nextPage = (list: QueueList, rows: readonly QueueRow[]): string | undefined => {
  const last = rows[perPage - 1];
  if (last === undefined || rows.length <= perPage) return undefined;
  const after = showCursor({ dueAt: last.next_due_at.toISOString(), id: last.id });
  return `/petugas?daftar=${slugOf(list)}&sesudah=${encodeURIComponent(after)}`;
};

const nameOf = (t: Text, list: QueueList): string => {
  if (list.kind === 'state') return t('staff.lists.all', { state: t(`state.report.${list.state}`) });
  return t(list.kind === 'own' ? 'staff.lists.own' : 'staff.lists.agency');
};

const countWords = (t: Text, rows: readonly QueueRow[]): string | null => {
  const count = rows[0]?.count ?? 0;
  if (count === 0) return null;
  return count > countedUpTo
    ? t('staff.queue.waitingMany', { count: countedUpTo })
    : t('staff.queue.waiting', { count });
};
