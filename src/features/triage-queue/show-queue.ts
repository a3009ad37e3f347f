import type { FastifyRequest } from 'fastify';

import { formatNumber } from '../../platform/i18n/format.ts';
import type { Language } from '../../platform/i18n/language.ts';
import { staffOf } from '../../store/identity.ts';
import type { Installation } from '../../store/installation.ts';
import { textFor, type Text } from '../../ui/texts/text.ts';
import { readBeside, type Beside } from './beside.ts';
import { readCursor, showCursor, type Cursor } from './cursor.ts';
import { countFlagged } from './flagged.ts';
import { readListPage, type ListPage } from './list-page.ts';
import { countedUpTo } from './queries.ts';
import { deskListsOf, listsOf, looksAtFlags, slugOf, type QueueList } from './queue-list.ts';
import type { QueueProps } from './queue.view.tsx';

/** One page of a list, ready to be shown. */
export const showQueue = async (
  laksa: Installation,
  request: FastifyRequest,
  list: QueueList,
  after: string | undefined,
): Promise<Omit<QueueProps, 'frame' | 'search'>> => {
  const { post, posts } = staffOf(request);
  const t = textFor(request.language);
  const { page, flagged, beside } = await readPage(laksa, request, list, after);
  return {
    post: { slug: post.slug, name: post.name },
    posts: posts.map(({ slug, name }) => ({ value: slug, label: name })),
    desk: deskListsOf(post).map((one) => ({
      href: hrefOf(one),
      label: one.kind === 'flagged' ? flaggedName(t, flagged, request.language) : nameOf(t, one),
      isCurrent: slugOf(one) === slugOf(list),
    })),
    lists: listsOf(post).map((one) => ({ value: slugOf(one), label: nameOf(t, one) })),
    list: slugOf(list),
    items: page.items,
    count: countWords(t, page.count),
    ...beside,
    pager: { previous: after === undefined ? undefined : hrefOf(list), next: nextPage(list, page.next) },
  };
};

const readPage = (
  { database, cities, clock }: Installation,
  request: FastifyRequest,
  list: QueueList,
  after: string | undefined,
): Promise<{ readonly page: ListPage; readonly flagged: number; readonly beside: Beside }> => {
  const { tenant, language } = request;
  const { post } = staffOf(request);
  const tenantId = tenant.id;
  return database.inTenant(
    tenant.id,
    async (tx) => {
      const city = await cities.read(tx, tenant, clock.now());
      const reading = { t: textFor(language), language, zone: tenant.zone, now: tenant.clock.now(), city };
      return {
        page: await readListPage(tx, { tenantId, post, list, after: readCursor(after) }, reading),
        flagged: looksAtFlags(post) ? await countFlagged(tx, tenantId, post) : 0,
        beside: await readBeside(
          tx,
          { tenantId, post, isFirstPage: list.kind === 'own' && after === undefined },
          reading,
        ),
      };
    },
    { readOnly: true },
  );
};

const hrefOf = (list: QueueList): string => (list.kind === 'own' ? '/petugas' : `/petugas?daftar=${slugOf(list)}`);

const nextPage = (list: QueueList, after: Cursor | null): string | undefined =>
  after === null ? undefined : `/petugas?daftar=${slugOf(list)}&sesudah=${encodeURIComponent(showCursor(after))}`;

const nameOf = (t: Text, list: QueueList): string => {
  if ('state' in list) return t('staff.lists.all', { state: t(`state.report.${list.state}`) });
  return t(({ own: 'staff.lists.own', agency: 'staff.lists.agency', flagged: 'flag.list' } as const)[list.kind]);
};

/** How many wait to be looked at stands in the name: nobody opens an empty list to see. */
const flaggedName = (t: Text, count: number, language: Language): string =>
  count === 0 ? t('flag.list') : t('flag.listCount', { number: formatNumber(count, language) });

const countWords = (t: Text, count: number): string | null => {
  if (count === 0) return null;
  return count > countedUpTo
    ? t('staff.queue.waitingMany', { count: countedUpTo })
    : t('staff.queue.waiting', { count });
};
