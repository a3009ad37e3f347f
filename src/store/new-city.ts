import { defaultPolicyRules } from '../domain/policy-default.ts';
import type { HolidayRow } from '../domain/calendar.ts';
import type { Role } from '../domain/role.ts';
import { uuid7 } from '../platform/db/uuid7.ts';
import type { Village, Words } from './city.ts';
import type { Tx } from './tx.ts';

/** A city to be: everything by slug, nothing by id. */
export type CityPlan = {
  readonly agencies: readonly { readonly slug: string; readonly name: string }[];
  readonly posts: readonly {
    readonly slug: string;
    readonly name: string;
    readonly roles: readonly Role[];
    readonly agency?: string;
  }[];
  readonly groups: Readonly<Record<string, Words>>;
  readonly categories: readonly CategoryPlan[];
  readonly villages: readonly (Village & { readonly postalCode?: string })[];
  readonly holidays: readonly (HolidayRow & { readonly name: string; readonly source: string })[];
};

export type CategoryPlan = {
  readonly slug: string;
  readonly group: string;
  readonly name: Words;
  readonly lapor?: string;
  readonly needsProof?: boolean;
  readonly isSensitive?: boolean;
  /** Who gets it: an agency, through the first of its posts. */
  readonly agency: string;
  readonly assignsAtOnce?: boolean;
  /** What people call it, in words and phrases. */
  readonly words?: readonly string[];
};

/** Writes a whole city into an empty tenant, inside its fence. Gives the ids of agencies and posts by slug. */
export const writeCity = async (
  tx: Tx,
  tenantId: string,
  plan: CityPlan,
  at: Date,
): Promise<{ readonly agencies: ReadonlyMap<string, string>; readonly posts: ReadonlyMap<string, string> }> => {
  const mark = { tenant_id: tenantId, created_at: at };
  const agencies = named(plan.agencies, at);
  const posts = named(plan.posts, at);
  await tx
    .insertInto('agency')
    .values(plan.agencies.map(({ slug, name }) => ({ ...mark, id: need(agencies, slug), slug, name, closed_at: null })))
    .execute();
  await tx
    .insertInto('post')
    .values(
      plan.posts.map(({ slug, name, roles, agency }) => ({
        ...mark,
        id: need(posts, slug),
        slug,
        name,
        agency_id: agency === undefined ? null : need(agencies, agency),
        roles,
        closed_at: null,
      })),
    )
    .execute();
  await writeVillages(tx, tenantId, plan);
  await writeDays(tx, tenantId, plan);
  await writeCategories(tx, tenantId, plan, { agencies, posts, at });
  await writePolicy(tx, tenantId, at);
  return { agencies, posts };
};

const writePolicy = async (tx: Tx, tenantId: string, at: Date): Promise<void> => {
  const rows = defaultPolicyRules.map(({ key, value, source, confidence }) => ({
    tenant_id: tenantId,
    version: 1,
    key,
    value: JSON.stringify(value),
    source,
    confidence,
    created_at: at,
  }));
  await tx.insertInto('policy_rule').values(rows).execute();
};

/** Whether a tenant has its city: it is written whole or not at all. */
export const hasCity = async (tx: Tx, tenantId: string): Promise<boolean> => {
  const post = await tx.selectFrom('post').select('id').where('tenant_id', '=', tenantId).limit(1).executeTakeFirst();
  return post !== undefined;
};

const named = (things: readonly { readonly slug: string }[], at: Date): ReadonlyMap<string, string> =>
  new Map(things.map((thing) => [thing.slug, uuid7(at)]));

const need = (ids: ReadonlyMap<string, string>, slug: string): string => {
  const id = ids.get(slug);
  if (id === undefined) throw new Error(`the plan of the city names ${slug} and does not have it`);
  return id;
};

const writeVillages = async (tx: Tx, tenantId: string, plan: CityPlan): Promise<void> => {
  if (plan.villages.length === 0) return;
  const rows = plan.villages.map((village) => ({
    tenant_id: tenantId,
    code: village.code,
    name: village.name,
    district_code: village.districtCode,
    district_name: village.districtName,
    postal_code: village.postalCode ?? null,
    latitude: null,
    longitude: null,
  }));
  await tx.insertInto('village').values(rows).execute();
};

const writeDays = async (tx: Tx, tenantId: string, plan: CityPlan): Promise<void> => {
  if (plan.holidays.length === 0) return;
  await tx
    .insertInto('holiday')
    .values(plan.holidays.map(({ day, kind, name, source }) => ({ tenant_id: tenantId, day, kind, name, source })))
    .execute();
};

type Ids = {
  readonly agencies: ReadonlyMap<string, string>;
  readonly posts: ReadonlyMap<string, string>;
  readonly at: Date;
};

const writeCategories = async (
  tx: Tx,
  tenantId: string,
  plan: CityPlan,
  { agencies, posts, at }: Ids,
): Promise<void> => {
  const mark = { tenant_id: tenantId, created_at: at, closed_at: null };
  const ids = named(plan.categories, at);
  const categories = plan.categories.map((category, position) => ({
    ...mark,
    id: need(ids, category.slug),
    slug: category.slug,
    group_slug: category.group,
    group_name: JSON.stringify(plan.groups[category.group]),
    name: JSON.stringify(category.name),
    lapor_name: category.lapor ?? null,
    needs_proof: category.needsProof ?? false,
    is_sensitive: category.isSensitive ?? false,
    words: category.words ?? [],
    position,
  }));
  await tx.insertInto('category').values(categories).execute();
  const rules = plan.categories.map((category) => ({
    ...mark,
    id: uuid7(at),
    category_id: need(ids, category.slug),
    area_code: '',
    agency_id: need(agencies, category.agency),
    post_id: need(posts, firstPostOf(plan, category.agency)),
    assigns_at_once: category.assignsAtOnce ?? false,
  }));
  await tx.insertInto('routing_rule').values(rules).execute();
};

const firstPostOf = (plan: CityPlan, agency: string): string => {
  const post = plan.posts.find((candidate) => candidate.agency === agency);
  if (post === undefined) throw new Error(`agency ${agency} has no post that could take its reports`);
  return post.slug;
};
