import type { FastifyRequest } from 'fastify';

import type { Access } from '../../domain/access.ts';
import { sendPage } from '../../platform/http/page.ts';
import { sendFailure } from '../../platform/http/problem.ts';
import type { Server } from '../../platform/http/server.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import { readAreaRecord } from '../../store/answer-record.ts';
import type { City } from '../../store/city.ts';
import { currentCity } from '../../store/current-city.ts';
import type { Installation } from '../../store/installation.ts';
import { readAnswered, readNewest } from '../../store/public-lists.ts';
import type { Tx } from '../../store/tx.ts';
import type { PageFrame } from '../../ui/page-frame.ts';
import { renderDocument } from '../../ui/render.ts';
import { AreaPage } from './area.view.tsx';
import { AreasPage, type District } from './areas.view.tsx';
import { areaOf } from './known-area.ts';
import { presentArea, type AreaReports } from './present.ts';
import { readOpenByVillage } from './queries.ts';

export type ShowAreaMeans = Installation & { readonly frame: (request: FastifyRequest) => PageFrame };

/** As many as fit one screen beside each other. */
const rowsOfAnArea = { newest: 5, answered: 4 } as const;

const config = { access: 'everyone' satisfies Access } as const;

/** What is reported where, and how it is answered: by kecamatan and kelurahan. */
export const showAreaRoutes = (server: Server, laksa: ShowAreaMeans): void => {
  server.get('/wilayah', { config }, async (request, reply) => {
    const { tenant } = request;
    const city = await currentCity(laksa, tenant);
    const open = await laksa.database.inTenant(tenant.id, (tx) => readOpenByVillage(tx, tenant.id), { readOnly: true });
    const props = {
      frame: laksa.frame(request),
      canonical: `${tenant.origin}/wilayah`,
      districts: districtsOf(city, open),
    };
    return sendPage(reply, renderDocument(<AreasPage {...props} />));
  });

  server.get<{ Params: { code: string } }>('/wilayah/:code', { config }, async (request, reply) => {
    const { tenant, params } = request;
    const city = await currentCity(laksa, tenant);
    const area = areaOf(city, params.code);
    if (area === null) return sendFailure(reply, { status: 404 });
    const codes = area.villages.map(({ code }) => code);
    const reports = await laksa.database.inTenant(tenant.id, (tx) => readReports(tx, tenant, codes), {
      readOnly: true,
    });
    const shown = { city, area, reports };
    return sendPage(reply, renderDocument(<AreaPage {...presentArea(laksa.frame(request), tenant, shown)} />));
  });
};

const readReports = async (tx: Tx, { id, clock }: Tenant, villageCodes: readonly string[]): Promise<AreaReports> => ({
  record: await readAreaRecord(tx, { tenantId: id, now: clock.now() }, villageCodes),
  newest: await readNewest(tx, id, { villageCodes }, rowsOfAnArea.newest),
  answered: await readAnswered(tx, id, { villageCodes }, rowsOfAnArea.answered),
});

const districtsOf = ({ villages }: City, open: ReadonlyMap<string, number>): readonly District[] =>
  [...Map.groupBy(villages, ({ districtCode }) => districtCode)].map(([code, own]) => ({
    code,
    name: own[0]?.districtName ?? code,
    villages: own.map((village) => ({ code: village.code, name: village.name, open: open.get(village.code) ?? 0 })),
  }));
