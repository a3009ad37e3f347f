import type { FastifyRequest } from 'fastify';

import type { Access } from '../../domain/access.ts';
import { lateMs } from '../../domain/late.ts';
import { groupMark, noChoices } from '../../domain/report-filter.ts';
import { wantedIn } from '../../domain/words/search-terms.ts';
import { cleanText } from '../../platform/http/form-fields.ts';
import { sendPage } from '../../platform/http/page.ts';
import type { Server } from '../../platform/http/server.ts';
import { formatDate, formatNumber } from '../../platform/i18n/format.ts';
import type { City } from '../../store/city.ts';
import type { Installation } from '../../store/installation.ts';
import { readFilter } from '../../store/read-filter.ts';
import type { ReportFilter } from '../../store/report-filter.ts';
import type { Tx } from '../../store/tx.ts';
import { filterOptions } from '../../ui/filter-options.ts';
import { lateWords } from '../../ui/late-words.ts';
import type { PageFrame } from '../../ui/page-frame.ts';
import { renderDocument } from '../../ui/render.ts';
import { listedTitle } from '../../ui/report-title.ts';
import { chipsOf } from '../../ui/report-filters.tsx';
import { readCursor, writeCursor } from './cursor.ts';
import { feedOf, firstOf, isWhatFeedHolds, readAddress, without, writeAddress } from './list-address.ts';
import type { ListAddress } from './list-form.view.tsx';
import {
  countedTo,
  countPublic,
  pageSize,
  readListed,
  readPage,
  type Cursor,
  type ListedReport,
} from './list-queries.ts';
import { PublicListPage } from './list.view.tsx';
import { meantWords } from './meant-words.ts';
import { narrowedLists } from './narrowed-lists.ts';
import { mostMatches } from './word-queries.ts';
import { findByWords } from './word-search.ts';

export type ListMeans = Installation & { readonly frame: (request: FastifyRequest) => PageFrame };

type ListQuery = Readonly<Record<string, string | string[] | undefined>>;

/** What everyone may read, looked through by words and cut by what it is, where, and how it stands. */
export const listRoutes = (server: Server, laksa: ListMeans): void => {
  const config = { access: 'everyone' satisfies Access, urgency: 'costly' } as const;
  server.get<{ Querystring: ListQuery }>('/laporan', { config }, async (request, reply) => {
    const { tenant, query } = request;
    const asked = readAddress(query, cleanText);
    const after = readCursor(firstOf(query['sesudah']));
    const page = await laksa.database.inTenant(
      tenant.id,
      async (tx) => {
        const city = await laksa.cities.read(tx, tenant, laksa.clock.now());
        const { filter, choices } = readFilter(asked.choices, { city, zone: tenant.zone, now: tenant.clock.now() });
        const address = { ...asked, choices };
        const looked = { address, filter, after };
        const listed = asked.words === '' ? await list(tx, tenant.id, looked) : await search(tx, tenant.id, looked);
        return { ...listed, city, address };
      },
      { readOnly: true },
    );
    return sendPage(reply, listPage(laksa.frame(request), request, { ...page, isFirst: after === null }));
  });
};

type Looked = { readonly address: ListAddress; readonly filter: ReportFilter; readonly after: Cursor | null };

type Listed = {
  readonly shown: readonly ListedReport[];
  readonly hasNext: boolean;
  readonly count: number;
  /** Counted no further than this. */
  readonly limit: number;
  readonly meant: string | null;
  /** No report holds all words: those that none of the shown holds. */
  readonly lacking: readonly string[] | null;
};

const list = async (tx: Tx, tenantId: string, { address, filter, after }: Looked): Promise<Listed> => {
  const order = address.isOldestFirst ? 'oldest' : 'newest';
  const rows = await readPage(tx, tenantId, { filter, order, after });
  const count = await countPublic(tx, tenantId, filter);
  const hasNext = rows.length > pageSize;
  return { shown: rows.slice(0, pageSize), hasNext, count, limit: countedTo, meant: null, lacking: null };
};

/** The best first; a later page begins after the report that the one before ended with. */
const search = async (tx: Tx, tenantId: string, { address, filter, after }: Looked): Promise<Listed> => {
  const { ids, taken, lacking } = await findByWords(tx, tenantId, { wanted: wantedIn(address.words), filter });
  const from = after === null ? 0 : ids.indexOf(after.id) + 1;
  const rows = await readListed(tx, tenantId, ids.slice(from, from + pageSize));
  const meant = meantWords(address.words, taken, rows);
  return {
    shown: rows,
    hasNext: ids.length > from + pageSize,
    count: ids.length,
    limit: mostMatches - 1,
    meant,
    lacking,
  };
};

type Page = Listed & { readonly city: City; readonly address: ListAddress; readonly isFirst: boolean };

const listPage = (frame: PageFrame, { tenant }: FastifyRequest, page: Page): string => {
  const { shown, address, meant } = page;
  const options = filterOptions(frame, page.city, groupMark);
  const last = page.hasNext ? shown.at(-1) : undefined;
  const { words, isOldestFirst } = address;
  return renderDocument(
    <PublicListPage
      frame={frame}
      address={address}
      options={options}
      chips={chipsOf({ t: frame.t, choices: address.choices, options }, (name) => writeAddress(without(address, name)))}
      whole={writeAddress({ words, isOldestFirst, choices: noChoices })}
      count={countWords(frame, page)}
      partly={partlyWords(frame, page)}
      named={narrowedLists(frame, page.city, address)}
      meant={meant === null ? undefined : { words: meant, href: writeAddress({ ...address, words: meant }) }}
      rows={shown.map((row) => ({
        ...row,
        title: listedTitle(frame, row),
        filedOn: formatDate(row.filed_at.toISOString(), tenant.zone, frame.language),
        late: lateWords(frame.t, lateMs(row, tenant.clock.now())),
      }))}
      feed={feedOf(address)}
      isFeedOffered={isWhatFeedHolds(address)}
      site={{
        origin: tenant.origin,
        printedOn: formatDate(tenant.clock.now().toISOString(), tenant.zone, frame.language),
      }}
      next={
        last === undefined ? undefined : writeAddress(address, writeCursor({ filedAt: last.filed_at, id: last.id }))
      }
      first={page.isFirst ? undefined : writeAddress(address)}
    />,
  );
};

const countWords = ({ t, language }: PageFrame, { count, limit, address }: Page): string => {
  if (count <= limit) return t('publicReport.list.count', { count });
  return address.words === ''
    ? t('publicReport.list.countMore', { count: formatNumber(limit, language) })
    : t('publicReport.list.countNewest', { count: formatNumber(count, language) });
};

/** That no report holds all of the words, and which none of those below does. */
const partlyWords = ({ t }: PageFrame, { lacking, address: { words } }: Page): string | undefined => {
  if (lacking === null) return undefined;
  return lacking.length === 0
    ? t('publicReport.list.partly', { words })
    : t('publicReport.list.partlyWithout', { words, lacking: lacking.map((word) => `"${word}"`).join(', ') });
};
