import { formatMoment, formatNumber } from '../../platform/i18n/format.ts';
import type { NamedPost } from '../../store/city.ts';
import type { Tx } from '../../store/tx.ts';
import type { Reading } from './queue-items.ts';
import { readUnopened, waitingUpTo, type UnopenedAgency } from './unopened.ts';
import type { ShownAgency } from './unopened.view.tsx';
import { countUnseen, unseenUpTo } from './unseen.ts';

/** What stands beside a list: how much news the post has not read, and to the coordinator which agencies nobody opens. */
export type Beside = { readonly news: string; readonly unopened: readonly ShownAgency[] };

type Asked = { readonly tenantId: string; readonly post: NamedPost; readonly isFirstPage: boolean };

export const readBeside = async (tx: Tx, { tenantId, post, isFirstPage }: Asked, reading: Reading): Promise<Beside> => {
  const unseen = await countUnseen(tx, tenantId, post.id);
  const watches = isFirstPage && post.roles.includes('coordinator');
  const { city, now } = reading;
  const agencies = watches ? await readUnopened(tx, { tenantId, post, now, city }) : [];
  return { news: newsWords(unseen, reading), unopened: agencies.map((agency) => shownAgency(agency, reading)) };
};

const newsWords = (unseen: number, { t }: Reading): string => {
  if (unseen === 0) return t('postNotice.link.none');
  return unseen > unseenUpTo
    ? t('postNotice.link.unseenMany', { count: unseenUpTo })
    : t('postNotice.link.unseen', { count: unseen });
};

const shownAgency = (
  { id, name, seenAt, count }: UnopenedAgency,
  { t, language, zone, now }: Reading,
): ShownAgency => ({
  id,
  name,
  opened:
    seenAt === null
      ? t('postNotice.unopened.never')
      : formatMoment(seenAt.toISOString(), zone, language, now.toISOString()),
  count:
    count > waitingUpTo
      ? t('postNotice.unopened.many', { count: formatNumber(waitingUpTo, language) })
      : formatNumber(count, language),
});
