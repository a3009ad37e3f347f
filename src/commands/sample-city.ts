import { holidaysOfIndonesia } from '../domain/calendar-id.ts';
import type { CityPlan, VillagePlan } from '../store/new-city-plan.ts';
import { agenciesOf, type SampleAgency } from './sample/agencies.ts';
import { categoryGroups } from './sample/categories/category-groups.ts';
import { postsOf } from './sample/posts.ts';

/** What a city with these villages starts with: sample agencies, posts and categories, made to be edited. */
export const sampleCityOf = (
  villages: readonly VillagePlan[],
  agencies: readonly SampleAgency[] = agenciesOf(villages),
): CityPlan => ({
  agencies,
  posts: postsOf(agencies, isRegency(villages) ? 'kabupaten' : 'kota'),
  groups: Object.fromEntries(categoryGroups.map(({ slug, name }) => [slug, name])),
  categories: categoryGroups.flatMap((group) =>
    group.categories.map((category) => ({ ...category, group: group.slug })),
  ),
  villages,
  holidays: holidaysOfIndonesia,
});

/** In the codes of the ministry the cities of a province come from 71 on. */
const isRegency = ([village]: readonly VillagePlan[]): boolean => /^\d{2}\.[0-6]/.test(village?.code ?? '');
