import { defaultPolicyRules } from '../domain/policy-default.ts';
import { idIn, idsOf, writeCategories, type Ids } from './new-city-categories.ts';
import type { CityPlan } from './new-city-plan.ts';
import type { Tx } from './tx.ts';
import { writeVillageAreas } from './village-area.ts';
import { cellsAround } from './village-cells.ts';

/** Writes a whole city into an empty tenant, inside its fence. Gives the ids of agencies and posts by slug. */
export const writeCity = async (
  tx: Tx,
  tenantId: string,
  plan: CityPlan,
  at: Date,
): Promise<Pick<Ids, 'agencies' | 'posts'>> => {
  const ids = { agencies: idsOf(plan.agencies, at), posts: idsOf(plan.posts, at), at };
  await writeOffices(tx, tenantId, plan, ids);
  await writeVillages(tx, tenantId, plan, at);
  await writeDays(tx, tenantId, plan);
  await writeCategories(tx, tenantId, plan, ids);
  await writePolicy(tx, tenantId, at);
  return ids;
};

const writeOffices = async (tx: Tx, tenantId: string, plan: CityPlan, { agencies, posts, at }: Ids): Promise<void> => {
  const mark = { tenant_id: tenantId, created_at: at, closed_at: null };
  const agencyRows = plan.agencies.map(({ slug, name, kind, areaCode }) => ({
    ...mark,
    id: idIn(agencies, slug),
    slug,
    name,
    kind,
    area_code: areaCode ?? null,
  }));
  await tx.insertInto('agency').values(agencyRows).execute();
  const postRows = plan.posts.map(({ slug, name, roles, agency }) => ({
    ...mark,
    id: idIn(posts, slug),
    slug,
    name,
    agency_id: agency === undefined ? null : idIn(agencies, agency),
    roles,
  }));
  await tx.insertInto('post').values(postRows).execute();
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

/** The villages, and approximate areas of those whose point is known. */
const writeVillages = async (tx: Tx, tenantId: string, { villages }: CityPlan, at: Date): Promise<void> => {
  if (villages.length === 0) return;
  const rows = villages.map((village) => ({
    tenant_id: tenantId,
    code: village.code,
    name: village.name,
    district_code: village.districtCode,
    district_name: village.districtName,
    postal_code: village.postalCode ?? null,
    latitude: village.point?.latitude ?? null,
    longitude: village.point?.longitude ?? null,
    aliases: village.aliases ?? [],
  }));
  await tx.insertInto('village').values(rows).execute();
  const places = villages.flatMap(({ code, point }) => (point === undefined ? [] : [{ code, point }]));
  await writeVillageAreas(tx, tenantId, cellsAround(places), { source: 'cells around points', at });
};

const writeDays = async (tx: Tx, tenantId: string, plan: CityPlan): Promise<void> => {
  if (plan.holidays.length === 0) return;
  await tx
    .insertInto('holiday')
    .values(plan.holidays.map(({ day, kind, name, source }) => ({ tenant_id: tenantId, day, kind, name, source })))
    .execute();
};
