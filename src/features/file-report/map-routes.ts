import type { Access } from '../../domain/access.ts';
import type { VillageArea } from '../../domain/area.ts';
import type { Server } from '../../platform/http/server.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import type { City } from '../../store/city.ts';
import { currentCity } from '../../store/current-city.ts';
import type { Text } from '../../ui/texts/text.ts';
import { readDrawnAreas } from './drawn-areas.ts';
import { areasWrittenAt } from './queries.ts';
import type { FileReportMeans } from './means.ts';

const config = { access: 'everyone' satisfies Access } as const;

/** What the map beside the form is drawn from, and its words: it is asked for by whoever opens the map, and by nobody else. */
export const mapRoutes = (server: Server, laksa: FileReportMeans): void => {
  const areasOf = keptAreas(laksa);
  server.get('/lapor/wilayah.json', { config }, async (request, reply) => {
    const { tenant } = request;
    const { t, assets } = laksa.frame(request);
    const [areas, city] = [await areasOf(tenant), await currentCity(laksa, tenant)];
    void reply.header('cache-control', 'private, max-age=600').header('vary', 'accept-language, cookie');
    return {
      style: assets.scripts?.['map.css'] ?? null,
      tiles: laksa.mapTiles ?? null,
      words: wordsOf(t, tenant, areas),
      areas: namedAreas(areas, city),
    };
  });
};

type Kept = { readonly writtenAt: number; readonly areas: readonly VillageArea[] };

/** Reading and thinning out a hundred boundaries takes a while: they are kept until others are written. */
const keptAreas = (laksa: FileReportMeans): ((tenant: Tenant) => Promise<readonly VillageArea[]>) => {
  const kept = new Map<string, Kept>();
  return ({ id }) =>
    laksa.database.inTenant(
      id,
      async (tx) => {
        const writtenAt = (await areasWrittenAt(tx, id))?.getTime() ?? 0;
        const known = kept.get(id);
        if (known?.writtenAt === writtenAt) return known.areas;
        const areas = await readDrawnAreas(tx, id);
        kept.set(id, { writtenAt, areas });
        return areas;
      },
      { readOnly: true },
    );
};

const namedAreas = (areas: readonly VillageArea[], { villages }: City) => {
  const names = new Map(villages.map(({ code, name, districtName }) => [code, `${name}, ${districtName}`]));
  return areas.map(({ code, rings, isApproximate }) => ({ code, name: names.get(code) ?? '', rings, isApproximate }));
};

const wordsOf = (t: Text, tenant: Tenant, areas: readonly VillageArea[]) => ({
  title: t('fileReport.map.title'),
  hint: t('fileReport.map.hint'),
  keys: t('fileReport.map.keys'),
  first: t('fileReport.map.first'),
  choose: t('fileReport.map.choose'),
  close: t('fileReport.map.close'),
  zoomIn: t('fileReport.map.zoomIn'),
  zoomOut: t('fileReport.map.zoomOut'),
  inVillage: t('fileReport.map.inVillage'),
  outside: t('fileReport.map.isOutside', { city: tenant.name }),
  legend: areas.some(({ isApproximate }) => isApproximate) ? t('fileReport.map.approximate') : '',
  empty: t('fileReport.map.empty'),
});
