import type { Point } from '../domain/area.ts';
import type { HolidayRow } from '../domain/calendar.ts';
import type { Role } from '../domain/role.ts';
import type { AgencyKind } from '../domain/agency-kind.ts';
import type { Category, Question, Stopper, Words } from './city.ts';

/** A city to be: everything by slug, nothing by id. */
export type CityPlan = {
  readonly agencies: readonly AgencyPlan[];
  readonly posts: readonly PostPlan[];
  readonly groups: Readonly<Record<string, Words>>;
  readonly categories: readonly CategoryPlan[];
  readonly villages: readonly VillagePlan[];
  readonly holidays: readonly (HolidayRow & { readonly name: string; readonly source: string })[];
};

export type AgencyPlan = {
  readonly slug: string;
  readonly name: string;
  readonly kind: AgencyKind;
  /** Of a kecamatan or kelurahan: the area it works for. */
  readonly areaCode?: string;
};

export type PostPlan = {
  readonly slug: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly agency?: string;
};

export type CategoryPlan = {
  readonly slug: string;
  readonly group: string;
  readonly name: Words;
  readonly examples?: Category['examples'];
  /** What people call it, in words and phrases. */
  readonly words?: readonly string[];
  readonly lapor?: string;
  readonly questions?: readonly Question[];
  readonly stoppers?: readonly Stopper[];
  readonly promise?: Words;
  readonly needsProof?: boolean;
  readonly isSensitive?: boolean;
  /** Who gets it: an agency, through the first of its posts. */
  readonly agency: string;
  /** Where the area of a report is known, the office of that area gets it instead. */
  readonly toAreaOffice?: 'kecamatan' | 'kelurahan';
  readonly assignsAtOnce?: boolean;
};

export type VillagePlan = {
  readonly code: string;
  readonly name: string;
  readonly districtCode: string;
  readonly districtName: string;
  readonly postalCode?: string;
  readonly point?: Point;
  readonly aliases?: readonly string[];
};
