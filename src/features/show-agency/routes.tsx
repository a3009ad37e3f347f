import type { FastifyRequest } from 'fastify';

import type { Access } from '../../domain/access.ts';
import { cleanText } from '../../platform/http/form-fields.ts';
import { sendPage } from '../../platform/http/page.ts';
import { sendFailure } from '../../platform/http/problem.ts';
import type { Server } from '../../platform/http/server.ts';
import { currentCity } from '../../store/current-city.ts';
import type { Installation } from '../../store/installation.ts';
import { readAnswered, readNewest } from '../../store/public-lists.ts';
import type { Tx } from '../../store/tx.ts';
import type { PageFrame } from '../../ui/page-frame.ts';
import { renderDocument } from '../../ui/render.ts';
import { AgenciesPage } from './agencies.view.tsx';
import { AgencyPage } from './agency.view.tsx';
import { agencyOrder } from './order.ts';
import { presentAgencies, type Wanted } from './present-agencies.ts';
import { openRecords } from './records.ts';
import { presentAgency, type AgencyReports } from './present.ts';

export type ShowAgencyMeans = Installation & { readonly frame: (request: FastifyRequest) => PageFrame };

/** As many as fit one screen beside each other. */
const rowsOfAnAgency = { newest: 5, answered: 4 } as const;

const config = { access: 'everyone' satisfies Access, urgency: 'costly' } as const;

/** Who works on what, what each promises and how it answers. */
export const showAgencyRoutes = (server: Server, laksa: ShowAgencyMeans): void => {
  const { database } = laksa;
  const records = openRecords(laksa);

  server.get<{ Querystring: ListQuery }>('/instansi', { config }, async (request, reply) => {
    const { tenant, query } = request;
    const frame = laksa.frame(request);
    const { agencies } = await currentCity(laksa, tenant);
    const wanted = wantedFrom(query);
    const standings = await records.standings(tenant);
    return sendPage(
      reply,
      renderDocument(<AgenciesPage {...presentAgencies(frame, tenant, { ...wanted, agencies, standings })} />),
    );
  });

  server.get<{ Params: { slug: string } }>('/instansi/:slug', { config }, async (request, reply) => {
    const { tenant, params } = request;
    const city = await currentCity(laksa, tenant);
    const agency = city.agencies.find(({ slug }) => slug === params.slug);
    if (agency === undefined) return sendFailure(reply, { status: 404 });
    const record = await records.record(tenant, agency.id);
    const lists = await database.inTenant(tenant.id, (tx) => readLists(tx, tenant.id, agency.id), { readOnly: true });
    const shown = { city, agency, reports: { record, ...lists } };
    return sendPage(reply, renderDocument(<AgencyPage {...presentAgency(laksa.frame(request), tenant, shown)} />));
  });
};

const readLists = async (tx: Tx, tenantId: string, agencyId: string): Promise<Omit<AgencyReports, 'record'>> => ({
  newest: await readNewest(tx, tenantId, { agencyId }, rowsOfAnAgency.newest),
  answered: await readAnswered(tx, tenantId, { agencyId }, rowsOfAnAgency.answered),
});

type ListQuery = Readonly<Partial<Record<'cari' | 'urut', string | string[]>>>;
const longestTyped = 80;

const wantedFrom = ({ cari, urut }: ListQuery): Wanted => ({
  typed: cleanText([cari ?? ''].flat()[0] ?? '')
    .trim()
    .slice(0, longestTyped),
  order: agencyOrder([urut ?? ''].flat()[0] ?? ''),
});
