import type { FastifyRequest } from 'fastify';

import type { Access } from '../../domain/access.ts';
import { readBox, zooms } from '../../domain/map-grid.ts';
import { groupMark, noChoices, type Choices } from '../../domain/report-filter.ts';
import { cleanText } from '../../platform/http/form-fields.ts';
import { sendPage } from '../../platform/http/page.ts';
import { sendFailure } from '../../platform/http/problem.ts';
import type { Server } from '../../platform/http/server.ts';
import type { City } from '../../store/city.ts';
import { readFilter } from '../../store/read-filter.ts';
import type { Tx } from '../../store/tx.ts';
import { filterOptions } from '../../ui/filter-options.ts';
import type { PageFrame } from '../../ui/page-frame.ts';
import { renderDocument } from '../../ui/render.ts';
import { chipsOf } from '../../ui/report-filters.tsx';
import { districtParts } from './areas.ts';
import { addressOf, firstOf, queryOf, readChoices, without, type MapQuery } from './map-address.ts';
import { MapPage } from './map.view.tsx';
import type { ShowMapMeans } from './means.ts';
import { readPoints } from './points.ts';
import { countByArea, countUnplaced, type AreaCount } from './queries.ts';

const config = { access: 'everyone' satisfies Access } as const;

type Asked = { Querystring: Record<string, string | string[] | undefined> };

/** Where the public reports are: by area for everybody, and on a map for whoever asks for one. */
export const showMapRoutes = (server: Server, laksa: ShowMapMeans): void => {
  server.get<Asked>('/peta', { config }, async (request, reply) => {
    const page = await inCity(laksa, request, async (tx, { city, filter, choices }) => ({
      city,
      choices,
      counted: await countByArea(tx, request.tenant.id, filter),
      unplaced: await countUnplaced(tx, request.tenant.id, { filter, pointless: pointlessIn(city) }),
    }));
    return sendPage(reply, mapPage(laksa.frame(request), page));
  });
  server.get<Asked>('/peta/titik', { config }, async (request, reply) => {
    const [box, zoom] = [
      readBox(firstOf(request.query['kotak'])),
      Number(firstOf(request.query['zoom']) || Number.NaN),
    ];
    if (box === null || !Number.isInteger(zoom) || zoom < zooms.least || zoom > zooms.most)
      return sendFailure(reply, { status: 400 });
    const { t } = laksa.frame(request);
    const points = await inCity(laksa, request, (tx, { filter, city, choices }) =>
      readPoints(tx, request.tenant.id, { filter, box, zoom }, { t, city, choices }),
    );
    void reply.header('vary', 'accept-language, cookie');
    return reply.type('application/geo+json; charset=utf-8').send(JSON.stringify(points));
  });
};

/** The villages whose point nobody knows. */
const pointlessIn = ({ villages }: City): readonly string[] =>
  villages.filter(({ point }) => point === null).map(({ code }) => code);

type InCity = ReturnType<typeof readFilter> & { readonly city: City };

/** What the choices of the address mean in the city of the request. */
const inCity = <Answer,>(
  laksa: ShowMapMeans,
  { tenant, query }: FastifyRequest<{ Querystring: MapQuery }>,
  read: (tx: Tx, asked: InCity) => Promise<Answer>,
): Promise<Answer> =>
  laksa.database.inTenant(
    tenant.id,
    async (tx) => {
      const city = await laksa.cities.read(tx, tenant, laksa.clock.now());
      const here = { city, zone: tenant.zone, now: tenant.clock.now() };
      return read(tx, { ...readFilter(readChoices(query, cleanText), here), city });
    },
    { readOnly: true },
  );

type Page = {
  readonly city: City;
  readonly choices: Choices;
  readonly counted: readonly AreaCount[];
  readonly unplaced: number;
};

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
