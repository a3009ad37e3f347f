import { sql } from 'kysely';

import type { AgencyKind } from '../domain/agency-kind.ts';
import type { Point } from '../domain/area.ts';
import { calendarFrom, type Calendar, type HolidayRow } from '../domain/calendar.ts';
import { policyFrom, type Policy, type PolicyRule } from '../domain/policy.ts';
import type { Post, Role } from '../domain/role.ts';
import type { Tenant } from '../platform/tenant/tenant.ts';
import type { Tx } from './tx.ts';

export type Agency = {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  /** What it is called in short; null: what its slug says. */
  readonly shortName: string | null;
  readonly kind: AgencyKind;
  /** The area it works for, by its Kemendagri code; null: the whole city. */
  readonly areaCode: string | null;
};
export type NamedPost = Post & { readonly name: string };
export type Words = { readonly id: string; readonly en: string };
/** Asked besides the description, where a good answer saves a visit. Never required. */
export type Question = Words & { readonly key: string };
/**
 * What to know before filing: whose matter it is when it is not the city's, or what to do first; with the number to call, where there is one.
 * `always`: it asks nothing, whoever has such a matter is to call.
 */
export type Stopper = Words & { readonly phone?: string; readonly always?: boolean };
export type Category = {
  readonly id: string;
  readonly slug: string;
  readonly group: string;
  readonly groupName: Words;
  readonly name: Words;
  /** What such reports say, in the words of people. */
  readonly examples: Readonly<Record<keyof Words, readonly string[]>>;
  readonly questions: readonly Question[];
  readonly stoppers: readonly Stopper[];
  /** What the city promises of this kind beyond the days of its policy. */
  readonly promise: Words | null;
  /** Its nearest category of SP4N-LAPOR!. */
  readonly laporName: string | null;
  readonly needsProof: boolean;
  readonly isSensitive: boolean;
  /** What people call it: by these a category is suggested (`domain/words`). */
  readonly words: readonly string[];
};
export type Village = {
  readonly code: string;
  readonly name: string;
  readonly districtCode: string;
  readonly districtName: string;
  readonly postalCode: string | null;
  /** A point inside it; null where none is known. */
  readonly point: Point | null;
  /** Other spellings and names that people use. */
  readonly aliases: readonly string[];
};
export type RoutingRule = {
  readonly categoryId: string;
  readonly areaCode: string;
  readonly agencyId: string;
  readonly postId: string;
  readonly assignsAtOnce: boolean;
};

/** What a city is, as data: who works there, on what, where, by which days and rules. Read as a whole: it is small and changes seldom. */
export type City = {
  readonly agencies: readonly Agency[];
  readonly posts: readonly NamedPost[];
  readonly categories: readonly Category[];
  readonly villages: readonly Village[];
  readonly rules: readonly RoutingRule[];
  readonly calendar: Calendar;
  /** The newest policy: new reports are filed under it. */
  readonly policy: Policy;
  /** Every version: a report keeps its own. */
  readonly policies: ReadonlyMap<number, Policy>;
};

/** The post that takes work of a kind when nothing says more: the first one open with that role. */
export const postWithRole = (city: City, role: Role): NamedPost => {
  const post = city.posts.find((candidate) => candidate.roles.includes(role));
  if (post === undefined) throw new Error(`the city has no post with the role ${role}`);
  return post;
};

/** The rule with the longest area code that covers the village; an empty area covers the city. */
export const ruleFor = (city: City, categoryId: string | null, villageCode: string | null): RoutingRule | null =>
  city.rules
    .filter((rule) => rule.categoryId === categoryId && (villageCode ?? '').startsWith(rule.areaCode))
    .toSorted((a, b) => b.areaCode.length - a.areaCode.length)[0] ?? null;

/** The version a report was filed under, and keeps. Of a city that was read knowing it: see `Cities.read` and `policyFor`. */
export const policyOf = (city: City, { policyVersion }: { readonly policyVersion: number }): Policy => {
  const policy = city.policies.get(policyVersion);
  if (policy === undefined) throw new Error(`the city has no policy version ${policyVersion}`);
  return policy;
};

/** How long a process may work with what the city was. */
export const cityIsKeptForMs = 5_000;

/** Reads cities and keeps each for a moment. */
export const openCities = () => {
  const known = new Map<string, { readonly at: number; readonly city: City }>();
  const kept = (tenantId: string, machineTime: Date): City | null => {
    const entry = known.get(tenantId);
    const at = machineTime.getTime();
    return entry !== undefined && at >= entry.at && at - entry.at < cityIsKeptForMs ? entry.city : null;
  };
  return {
    /** The city as this process knows it, without asking; null when that is too long ago. */
    kept,
    /** As it was when it was last read, however long ago: for what must be shown while the database is down. */
    lastRead: (tenantId: string): City | null => known.get(tenantId)?.city ?? null,
    /** Inside a transaction of the tenant. Read again when a report is of a policy made since. */
    read: async (
      tx: Tx,
      tenant: Tenant,
      machineTime: Date,
      report?: { readonly policyVersion: number },
    ): Promise<City> => {
      const before = kept(tenant.id, machineTime);
      if (before !== null && (report === undefined || before.policies.has(report.policyVersion))) return before;
      const city = await readCity(tx, tenant);
      known.set(tenant.id, { at: machineTime.getTime(), city });
      return city;
    },
    /** After a change made by this process. */
    forget: (tenantId: string): void => {
      known.delete(tenantId);
    },
  };
};
export type Cities = ReturnType<typeof openCities>;

type CityRow = {
  readonly agencies: readonly Agency[];
  readonly posts: readonly NamedPost[];
  readonly categories: readonly Category[];
  readonly villages: readonly Village[];
  readonly rules: readonly RoutingRule[];
  readonly holidays: readonly HolidayRow[];
  readonly policy_rules: readonly (PolicyRule & { readonly version: number })[];
};

const readCity = async (tx: Tx, tenant: Tenant): Promise<City> => {
  const { rows } = await sql<CityRow>`
    select
      (select coalesce(json_agg(json_build_object('id', id, 'slug', slug, 'name', name, 'shortName', short_name, 'kind', kind, 'areaCode', area_code) order by name), '[]')
        from laksa.agency where tenant_id = ${tenant.id} and closed_at is null) as agencies,
      (select coalesce(json_agg(json_build_object('id', id, 'slug', slug, 'name', name, 'roles', roles, 'agencyId', agency_id) order by created_at, id), '[]')
        from laksa.post where tenant_id = ${tenant.id} and closed_at is null) as posts,
      (select coalesce(json_agg(json_build_object('id', id, 'slug', slug, 'group', group_slug, 'groupName', group_name, 'name', name,
          'examples', examples, 'questions', questions, 'stoppers', stoppers, 'promise', promise_text, 'laporName', lapor_name,
          'needsProof', needs_proof, 'isSensitive', is_sensitive, 'words', words) order by position, slug), '[]')
        from laksa.category where tenant_id = ${tenant.id} and closed_at is null) as categories,
      (select coalesce(json_agg(json_build_object('code', code, 'name', name, 'districtCode', district_code, 'districtName', district_name,
          'postalCode', postal_code, 'aliases', aliases, 'point', case when latitude is null or longitude is null then null
            else json_build_object('latitude', latitude, 'longitude', longitude) end) order by code), '[]')
        from laksa.village where tenant_id = ${tenant.id}) as villages,
      (select coalesce(json_agg(json_build_object('categoryId', category_id, 'areaCode', area_code, 'agencyId', agency_id, 'postId', post_id,
          'assignsAtOnce', assigns_at_once)), '[]')
        from laksa.routing_rule where tenant_id = ${tenant.id} and closed_at is null) as rules,
      (select coalesce(json_agg(json_build_object('day', day, 'kind', kind)), '[]') from laksa.holiday where tenant_id = ${tenant.id}) as holidays,
      (select coalesce(json_agg(json_build_object('version', version, 'key', key, 'value', value, 'source', source, 'confidence', confidence)), '[]')
        from laksa.policy_rule where tenant_id = ${tenant.id}) as policy_rules`.execute(tx);
  const row = rows[0];
  if (row === undefined) throw new Error('a select without a from gives one row');
  return cityFrom(row, tenant.zone);
};

const cityFrom = (row: CityRow, zone: string): City => {
  const policies = policiesFrom(row.policy_rules);
  const newest = Math.max(...policies.keys());
  const policy = policies.get(newest);
  if (policy === undefined) throw new Error('the city has no policy');
  return {
    agencies: row.agencies,
    posts: row.posts,
    categories: row.categories,
    villages: row.villages,
    rules: row.rules,
    calendar: calendarFrom(zone, row.holidays),
    policy,
    policies,
  };
};

const policiesFrom = (rules: CityRow['policy_rules']): ReadonlyMap<number, Policy> =>
  new Map([...Map.groupBy(rules, (rule) => rule.version)].map(([version, own]) => [version, policyFrom(version, own)]));
