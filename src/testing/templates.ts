/** A migrated database with nothing in it. */
export const migratedTemplate = 'laksa_template';

/** The same with the two cities of every test (two-cities.ts). */
export const citiesTemplate = 'laksa_template_cities';
