import type { FastifyRequest } from 'fastify';

import type { Access } from '../../domain/access.ts';
import { answerStanding } from '../../domain/answer-standing.ts';
import { sendFailure } from '../../platform/http/problem.ts';
import type { Server } from '../../platform/http/server.ts';
import { languages, type Language } from '../../platform/i18n/language.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import { currentCity } from '../../store/current-city.ts';
import type { Installation } from '../../store/installation.ts';
import { answerTitle } from '../../ui/answer-title.ts';
import { textFor, type Text } from '../../ui/texts/text.ts';
import { reportTitle } from '../../ui/report-title.ts';
import { renderAtom, type AtomEntry } from './atom.ts';
import { feedOf, type AskedFeed, type KnownFeed } from './feed-filter.ts';
import { readFeed, type FeedReport } from './queries.ts';

type FeedQuery = { Querystring: Partial<Readonly<Record<keyof AskedFeed, string | string[]>>> };

const config = { access: 'everyone' satisfies Access } as const;

/** The public reports of a city, an area, a category or an agency as a feed, which a reader of feeds asks again and again. */
export const serveFeedsRoutes = (server: Server, laksa: Installation): void => {
  server.get<FeedQuery>('/umpan.atom', { config }, async (request, reply) => {
    const { tenant, language } = request;
    const asked = askedIn(request.query);
    const feed = feedOf(await currentCity(laksa, tenant), asked, language);
    if (feed === null) return sendFailure(reply, { status: 404 });
    const reports = await laksa.database.inTenant(tenant.id, (tx) => readFeed(tx, tenant.id, feed.filter), {
      readOnly: true,
    });
    return reply
      .type('application/atom+xml; charset=utf-8')
      .header('cache-control', 'no-cache')
      .header('vary', 'accept-language')
      .send(atomOf(request, { asked, feed, reports }));
  });
};

const askedIn = (query: FeedQuery['Querystring']): AskedFeed => {
  const first = (name: keyof AskedFeed): string => [query[name] ?? ''].flat()[0] ?? '';
  return { wilayah: first('wilayah'), topik: first('topik'), instansi: first('instansi') };
};

type Found = { readonly asked: AskedFeed; readonly feed: KnownFeed; readonly reports: readonly FeedReport[] };

const atomOf = ({ tenant, language }: FastifyRequest, { asked, feed, reports }: Found): string => {
  const t = textFor(language);
  const narrowed = new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== '')).toString();
  const query = narrowed === '' ? '' : `?${narrowed}`;
  return renderAtom({
    url: `${tenant.origin}/umpan.atom${query}`,
    page: `${tenant.origin}${pageOf(asked)}`,
    title: [
      ...(tenant.isRehearsal ? [t('rehearsal.feed')] : []),
      t('feed.title', { city: tenant.name }),
      ...feed.names,
    ].join(' · '),
    notices: noticesOf(tenant),
    author: tenant.name,
    language,
    since: new Date(0),
    entries: reports.map((report) => entryOf(report, tenant.origin, { t, language, zone: tenant.zone })),
  });
};

/** In both languages, as on every page. */
const noticesOf = ({ name, isDemo, isRehearsal }: Tenant): readonly string[] =>
  languages
    .map(textFor)
    .flatMap((t) => [
      ...(isDemo ? [t('layout.demo', { city: name })] : []),
      ...(isRehearsal ? [t('layout.rehearsal')] : []),
    ]);

/** An agency and an area have pages of their own; the list calls a category by another name than its feed. */
const pageOf = ({ wilayah, topik, instansi }: AskedFeed): string => {
  if (topik === '' && instansi === '' && wilayah !== '') return `/wilayah/${wilayah}`;
  if (topik === '' && wilayah === '' && instansi !== '') return `/instansi/${instansi}`;
  const cuts = Object.entries({ wilayah, tentang: topik, instansi }).filter(([, value]) => value !== '');
  return cuts.length === 0 ? '/laporan' : `/laporan?${new URLSearchParams(cuts).toString()}`;
};

type Reader = { readonly t: Text; readonly language: Language; readonly zone: string };

const entryOf = (report: FeedReport, origin: string, reader: Reader): AtomEntry => ({
  url: `${origin}/laporan/${report.number}`,
  title: reportTitle(reader.t, report),
  published: report.filed_at,
  updated: report.state_since,
  category: report.category?.[reader.language] ?? null,
  summary: [
    [reader.t(`state.report.${report.state}`), report.village].filter((part) => part !== null).join(' · '),
    report.description,
    answerIn(report, reader),
  ]
    .filter((part) => part !== null)
    .join('\n\n'),
});

const answerIn = ({ answer, answer_events }: FeedReport, reader: Reader): string | null =>
  answer === null ? null : `${answerTitle(answerStanding(answer_events), reader)}: ${answer}`;
