import type { FastifyRequest } from 'fastify';

import type { Access } from '../../domain/access.ts';
import { readBox, zooms } from '../../domain/map-grid.ts';
import { groupMark, noChoices, type Choices } from '../../domain/report-filter.ts';
import { cleanText } from '../../platform/http/form-fields.ts';
import { sendPage } from '../../platform/http/page.ts';
import { sendFailure } from '../../platform/http/problem.ts';
import type { Server } from '../../platform/http/server.ts';
import type { City } from '../../store/city.ts';
import { currentCity } from '../../store/current-city.ts';
import { readFilter } from '../../store/read-filter.ts';
import { filterOptions } from '../../ui/filter-options.ts';
import type { PageFrame } from '../../ui/page-frame.ts';
import { renderDocument } from '../../ui/render.ts';
import { chipsOf } from '../../ui/report-filters.tsx';
import { districtParts } from './areas.ts';
import { openCounts, type Places } from './counts.ts';
import { addressOf, firstOf, queryOf, readChoices, without, type MapQuery } from './map-address.ts';
import { MapPage } from './map.view.tsx';
import type { ShowMapMeans } from './means.ts';
import { readPoints } from './points.ts';

const config = { access: 'everyone' satisfies Access, urgency: 'costly' } as const;

type Asked = { Querystring: Record<string, string | string[] | undefined> };

/** Where the public reports are: by area for everybody, and on a map for whoever asks for one. */
export const showMapRoutes = (server: Server, laksa: ShowMapMeans): void => {
  const { countPlaces, countCells } = openCounts(laksa);
  server.get<Asked>('/peta', { config }, async (request, reply) => {
    const { city, filter, choices } = await understand(laksa, request);
    const counts = await countPlaces({ tenantId: request.tenant.id, city, filter, choices });
    return sendPage(reply, mapPage(laksa.frame(request), { city, choices, ...counts }));
  });
  server.get<Asked>('/peta/titik', { config }, async (request, reply) => {
    const [box, zoom] = [
      readBox(firstOf(request.query['kotak'])),
      Number(firstOf(request.query['zoom']) || Number.NaN),
    ];
    if (box === null || !Number.isInteger(zoom) || zoom < zooms.least || zoom > zooms.most)
      return sendFailure(reply, { status: 400 });
    const { t } = laksa.frame(request);
    const { id } = request.tenant;
    const { city, filter, choices } = await understand(laksa, request);
    const cells = await countCells({ tenantId: id, filter, choices, box, zoom });
    const points = await laksa.database.inTenant(
      id,
      (tx) => readPoints(tx, id, { filter, box, zoom, cells }, { t, city, choices }),
      { readOnly: true },
    );
    void reply.header('vary', 'accept-language, cookie');
    return reply.type('application/geo+json; charset=utf-8').send(JSON.stringify(points));
  });
};

/** What the choices of the address mean in the city of the request. */
const understand = async (
  laksa: ShowMapMeans,
  { tenant, query }: FastifyRequest<{ Querystring: MapQuery }>,
): Promise<ReturnType<typeof readFilter> & { readonly city: City }> => {
  const city = await currentCity(laksa, tenant);
  return { ...readFilter(readChoices(query, cleanText), { city, zone: tenant.zone, now: tenant.clock.now() }), city };
};

type Page = Places & { readonly city: City; readonly choices: Choices };

const mapPage = (frame: PageFrame, { city, choices, counted, unplaced }: Page): string => {
  const options = filterOptions(frame, city, groupMark);
  return renderDocument(
    <MapPage
      frame={frame}
      choices={choices}
      options={options}
      chips={chipsOf({ t: frame.t, choices, options }, (name) => addressOf('/peta', without(choices, name)))}
      whole={addressOf('/peta', noChoices)}
      list={addressOf('/laporan', choices)}
      query={queryOf(choices)}
      count={counted.reduce((sum, area) => sum + area.count, 0)}
      unnamed={counted.find(({ village_code }) => village_code === null)?.count ?? 0}
      unplaced={unplaced}
      districts={districtParts(city, counted, choices)}
    />,
  );
};
