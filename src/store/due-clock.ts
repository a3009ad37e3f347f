import type { City } from './city.ts';

/** A clock whose moment has come, and when somebody looks. */
export type DueClock = {
  readonly tenantId: string;
  readonly city: City;
  readonly reportId: string;
  readonly clockId: string;
  readonly at: Date;
};
