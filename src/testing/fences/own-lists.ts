import { uuid7 } from '../../platform/db/uuid7.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import type { FenceSite } from './fence-site.ts';
import { wordOf } from './words-of-city.ts';

const villages: Readonly<Record<string, string>> = { satu: '36.71.99.1099', dua: '73.71.99.1099' };

/** The code of the village that this city alone has. */
export const ownVillage = ({ slug }: Tenant): string => villages[slug] ?? '';

/** The second city has agency, category, post and village that the first has not, and the other way round. */
export const addToLists = async ({ laksa }: FenceSite, city: Tenant): Promise<void> => {
  const at = laksa.clock.now();
  const [agencyId, categoryId, postId] = [uuid7(at), uuid7(at), uuid7(at)];
  const mark = { tenant_id: city.id, created_at: at, closed_at: null };
  await laksa.database.inTenant(city.id, async (tx) => {
    const [agency, category, post] = ['agency', 'category', 'post'].map((field) => wordOf(city, field));
    if (agency === undefined || category === undefined || post === undefined) throw new Error('three words were made');
    await tx
      .insertInto('agency')
      .values({ ...mark, id: agencyId, slug: agency, name: agency, kind: 'opd', area_code: null })
      .execute();
    await tx
      .insertInto('post')
      .values({ ...mark, id: postId, slug: post, name: post, roles: ['agency_officer'], agency_id: agencyId })
      .execute();
    await tx
      .insertInto('category')
      .values({
        ...mark,
        id: categoryId,
        slug: category,
        group_slug: 'lain',
        group_name: JSON.stringify({ id: category, en: category }),
        name: JSON.stringify({ id: category, en: category }),
        lapor_name: null,
        needs_proof: false,
        is_sensitive: false,
        words: [],
        examples: JSON.stringify({ id: [], en: [] }),
        questions: '[]',
        stoppers: '[]',
        promise_text: null,
        position: 99,
      })
      .execute();
    const village = {
      tenant_id: city.id,
      code: ownVillage(city),
      name: wordOf(city, 'village'),
      district_code: ownVillage(city).slice(0, 8),
      district_name: wordOf(city, 'village'),
      postal_code: null,
      latitude: null,
      longitude: null,
      aliases: [],
    };
    await tx.insertInto('village').values(village).execute();
  });
};
