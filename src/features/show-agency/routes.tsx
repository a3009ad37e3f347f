import type { FastifyRequest } from 'fastify';

import type { Access } from '../../domain/access.ts';
import type { AnswerRecord } from '../../domain/answer-record.ts';
import { searchAgencies, shortName } from '../../domain/words/agency-search.ts';
import { cleanText } from '../../platform/http/form-fields.ts';
import { sendPage } from '../../platform/http/page.ts';
import { sendFailure } from '../../platform/http/problem.ts';
import type { Server } from '../../platform/http/server.ts';
import { keepAnswers } from '../../platform/memory/kept-answers.ts';
import { readAgencyRecord } from '../../store/answer-record.ts';
import { agencyKinds, type Agency } from '../../store/city.ts';
import { currentCity } from '../../store/current-city.ts';
import type { Installation } from '../../store/installation.ts';
import { readAnswered, readNewest } from '../../store/public-lists.ts';
import type { Tx } from '../../store/tx.ts';
import type { PageFrame } from '../../ui/page-frame.ts';
import { renderDocument } from '../../ui/render.ts';
import { AgenciesPage, type AgencyList } from './agencies.view.tsx';
import { AgencyPage } from './agency.view.tsx';
import { presentAgency, type AgencyReports } from './present.ts';

export type ShowAgencyMeans = Installation & { readonly frame: (request: FastifyRequest) => PageFrame };

/** As many as fit one screen beside each other. */
const rowsOfAnAgency = { newest: 5, answered: 4 } as const;

const config = { access: 'everyone' satisfies Access } as const;

/** Who works on what, what each promises and how it answers. */
export const showAgencyRoutes = (server: Server, laksa: ShowAgencyMeans): void => {
  const { database, clock, countsKeptForMs } = laksa;
  const kept = keepAnswers<AnswerRecord>({ forMs: countsKeptForMs, most: 300, clock });

  server.get<{ Querystring: ListQuery }>('/instansi', { config }, async (request, reply) => {
    const { tenant, query } = request;
    const frame = laksa.frame(request);
    const typed = cleanText([query.cari ?? ''].flat()[0] ?? '')
      .trim()
      .slice(0, longestTyped);
    const { agencies } = await currentCity(laksa, tenant);
    const lists = listsOf(frame, searchAgencies(typed, agencies));
    const canonical = `${tenant.origin}/instansi`;
    return sendPage(
      reply,
      renderDocument(<AgenciesPage frame={frame} canonical={canonical} typed={typed} lists={lists} />),
    );
  });

  server.get<{ Params: { slug: string } }>('/instansi/:slug', { config }, async (request, reply) => {
    const { tenant, params } = request;
    const city = await currentCity(laksa, tenant);
    const agency = city.agencies.find(({ slug }) => slug === params.slug);
    if (agency === undefined) return sendFailure(reply, { status: 404 });
    const inTenant = <Answer,>(read: (tx: Tx) => Promise<Answer>) =>
      database.inTenant(tenant.id, read, { readOnly: true });
    const record = await kept(`${tenant.id} ${agency.id}`, () =>
      inTenant((tx) => readAgencyRecord(tx, { tenantId: tenant.id, now: tenant.clock.now() }, agency.id)),
    );
    const lists = await inTenant((tx) => readLists(tx, tenant.id, agency.id));
    const shown = { city, agency, reports: { record, ...lists } };
    return sendPage(reply, renderDocument(<AgencyPage {...presentAgency(laksa.frame(request), tenant, shown)} />));
  });
};

const readLists = async (tx: Tx, tenantId: string, agencyId: string): Promise<Omit<AgencyReports, 'record'>> => ({
  newest: await readNewest(tx, tenantId, { agencyId }, rowsOfAnAgency.newest),
  answered: await readAnswered(tx, tenantId, { agencyId }, rowsOfAnAgency.answered),
});

type ListQuery = { readonly cari?: string | string[] };
const longestTyped = 80;

const listsOf = ({ t, language }: PageFrame, agencies: readonly Agency[]): readonly AgencyList[] =>
  agencyKinds
    .map((kind) => ({
      kind: t(`reading.agencies.kind.${kind}`),
      agencies: agencies
        .filter((agency) => agency.kind === kind)
        .toSorted((a, b) => a.name.localeCompare(b.name, language))
        .map((agency) => ({ slug: agency.slug, name: agency.name, short: shortName(agency) })),
    }))
    .filter((list) => list.agencies.length > 0);
