import type { FastifyRequest } from 'fastify';

import type { Access } from '../../domain/access.ts';
import type { AnswerRecord } from '../../domain/answer-record.ts';
import { cleanText } from '../../platform/http/form-fields.ts';
import { sendPage } from '../../platform/http/page.ts';
import { sendFailure } from '../../platform/http/problem.ts';
import type { Server } from '../../platform/http/server.ts';
import { keepAnswers } from '../../platform/memory/kept-answers.ts';
import { readAreaRecord } from '../../store/answer-record.ts';
import { currentCity } from '../../store/current-city.ts';
import type { Installation } from '../../store/installation.ts';
import { readAnswered, readNewest } from '../../store/public-lists.ts';
import type { Tx } from '../../store/tx.ts';
import type { PageFrame } from '../../ui/page-frame.ts';
import { renderDocument } from '../../ui/render.ts';
import { AreaPage } from './area.view.tsx';
import { AreasPage } from './areas.view.tsx';
import { districtsOf } from './districts.ts';
import { areaOf } from './known-area.ts';
import { presentArea, type AreaReports } from './present.ts';
import { readOpenByVillage } from './queries.ts';

export type ShowAreaMeans = Installation & { readonly frame: (request: FastifyRequest) => PageFrame };

/** As many as fit one screen beside each other. */
const rowsOfAnArea = { newest: 5, answered: 4 } as const;

const config = { access: 'everyone' satisfies Access, urgency: 'costly' } as const;

/** What is reported where, and how it is answered: by kecamatan and kelurahan. */
export const showAreaRoutes = (server: Server, laksa: ShowAreaMeans): void => {
  const { database, clock, countsKeptForMs: forMs } = laksa;
  const keptOpen = keepAnswers<ReadonlyMap<string, number>>({ forMs, most: 100, clock });
  const keptRecord = keepAnswers<AnswerRecord>({ forMs, most: 300, clock });

  server.get<{ Querystring: ListQuery }>('/wilayah', { config }, async (request, reply) => {
    const { tenant, query } = request;
    const city = await currentCity(laksa, tenant);
    const open = await keptOpen(tenant.id, () =>
      database.inTenant(tenant.id, (tx) => readOpenByVillage(tx, tenant.id), { readOnly: true }),
    );
    const typed = typedIn(query);
    const props = {
      frame: laksa.frame(request),
      canonical: `${tenant.origin}/wilayah`,
      typed,
      districts: districtsOf(city, { typed, open }),
    };
    return sendPage(reply, renderDocument(<AreasPage {...props} />));
  });

  server.get<{ Params: { code: string } }>('/wilayah/:code', { config }, async (request, reply) => {
    const { tenant, params } = request;
    const city = await currentCity(laksa, tenant);
    const area = areaOf(city, params.code);
    if (area === null) return sendFailure(reply, { status: 404 });
    const codes = area.villages.map(({ code }) => code);
    const inTenant = <Answer,>(read: (tx: Tx) => Promise<Answer>) =>
      database.inTenant(tenant.id, read, { readOnly: true });
    const record = await keptRecord(`${tenant.id} ${params.code}`, () =>
      inTenant((tx) => readAreaRecord(tx, { tenantId: tenant.id, now: tenant.clock.now() }, codes)),
    );
    const lists = await inTenant((tx) => readLists(tx, tenant.id, codes));
    const shown = { city, area, reports: { record, ...lists } };
    return sendPage(reply, renderDocument(<AreaPage {...presentArea(laksa.frame(request), tenant, shown)} />));
  });
};

const readLists = async (
  tx: Tx,
  tenantId: string,
  villageCodes: readonly string[],
): Promise<Omit<AreaReports, 'record'>> => ({
  newest: await readNewest(tx, tenantId, { villageCodes }, rowsOfAnArea.newest),
  answered: await readAnswered(tx, tenantId, { villageCodes }, rowsOfAnArea.answered),
});

type ListQuery = { readonly cari?: string | string[] };
const longestTyped = 80;

const typedIn = ({ cari }: ListQuery): string =>
  cleanText([cari ?? ''].flat()[0] ?? '')
    .trim()
    .slice(0, longestTyped);
