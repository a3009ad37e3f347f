import type { Tenant } from '../../platform/tenant/tenant.ts';

/** A word that stands in one field of one city and nowhere else in the world. */
export const wordOf = (city: Pick<Tenant, 'slug'>, field: string): string => `kata${city.slug}${field}`;

export const fields = [
  'title',
  'description',
  'place',
  'name',
  'email',
  'question',
  'info',
  'publictitle',
  'publicdescription',
  'accept',
  'note',
  'message',
  'idempotency',
  'agency',
  'category',
  'post',
  'village',
  'secret',
  'subject',
] as const;

/** Every word of a city that nobody of another may read. */
export const wordsOf = (city: Pick<Tenant, 'slug'>): readonly string[] => fields.map((field) => wordOf(city, field));
