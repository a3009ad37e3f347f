import type { Access } from '../../domain/access.ts';
import type { Server } from '../../platform/http/server.ts';
import { currentCity } from '../../store/current-city.ts';
import { placeOfPoint } from '../../store/village-area.ts';
import { aboutCategory } from './about-category.ts';
import type { FileReportMeans } from './means.ts';
import { placeWords } from './place-words.ts';
import { coordinateOf } from './read-field.ts';
import { usualTimeOf } from './usual-time.ts';

const config = { access: 'everyone' satisfies Access } as const;

type Query = {
  readonly lat?: string | string[];
  readonly lng?: string | string[];
  readonly category?: string | string[];
  /** `peta`: the point was chosen on a map, and is not where its asker stands. */
  readonly dari?: string | string[];
};

const first = (value: string | string[] | undefined): string => [value ?? ''].flat()[0] ?? '';

/** What the page asks while the form is being filled in, in words that it shows as they are. Everything works without. */
export const askedRoutes = (server: Server, laksa: FileReportMeans): void => {
  server.get<{ Querystring: Query }>('/lapor/tempat', { config }, async (request, reply) => {
    const { tenant, query } = request;
    const { t } = laksa.frame(request);
    const [lat, lng] = [first(query.lat), first(query.lng)];
    const [latitude, longitude] = [coordinateOf(lat, lng, 90).value, coordinateOf(lng, lat, 180).value];
    if (latitude === null || longitude === null)
      return reply.code(422).send({ words: t('refusal.problem.not_a_number') });
    const point = { latitude, longitude };
    const place = await laksa.database.inTenant(tenant.id, (tx) => placeOfPoint(tx, tenant.id, point), {
      readOnly: true,
    });
    const city = await currentCity(laksa, tenant);
    const asked = { t, city, cityName: tenant.name, isOnMap: first(query.dari) === 'peta' };
    return { village: place.kind === 'village' ? place.code : null, words: placeWords(asked, place) };
  });

  server.get<{ Querystring: Query }>('/lapor/lama', { config }, async (request, reply) => {
    const { tenant, query, language } = request;
    const slug = first(query.category);
    const city = await currentCity(laksa, tenant);
    const category = city.categories.find((one) => one.slug === slug);
    const usual = await usualTimeOf(laksa, tenant, category?.id ?? null);
    const { t } = laksa.frame(request);
    const about = aboutCategory(city, language, slug);
    void reply.header('cache-control', 'private, max-age=600').header('vary', 'accept-language, cookie');
    const words = usual === null ? null : t('fileReport.usualTime', { days: usual.days, count: usual.reports });
    return {
      words,
      examples: about?.examples ?? [],
      questions: about?.questions ?? [],
      stoppers: about?.stoppers ?? [],
    };
  });
};
