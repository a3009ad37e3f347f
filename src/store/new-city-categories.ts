import { uuid7 } from '../platform/db/uuid7.ts';
import type { AgencyPlan, CategoryPlan, CityPlan } from './new-city-plan.ts';
import type { Tx } from './tx.ts';

/** What was written before, by slug. */
export type Ids = {
  readonly agencies: ReadonlyMap<string, string>;
  readonly posts: ReadonlyMap<string, string>;
  readonly at: Date;
};

/** Writes the categories of a new city and the rules by which their reports are routed. */
export const writeCategories = async (tx: Tx, tenantId: string, plan: CityPlan, written: Ids): Promise<void> => {
  const { at } = written;
  const ids = idsOf(plan.categories, at);
  const mark = { tenant_id: tenantId, created_at: at, closed_at: null };
  await tx
    .insertInto('category')
    .values(
      plan.categories.map((category, position) => ({
        ...mark,
        ...columnsOf(category),
        id: idIn(ids, category.slug),
        group_name: JSON.stringify(plan.groups[category.group]),
        position,
      })),
    )
    .execute();
  const rules = plan.categories.flatMap((category) =>
    takersOf(plan, category).map(({ agency, areaCode }) => ({
      ...mark,
      id: uuid7(at),
      category_id: idIn(ids, category.slug),
      area_code: areaCode,
      agency_id: idIn(written.agencies, agency),
      post_id: idIn(written.posts, firstPostOf(plan, agency)),
      assigns_at_once: category.assignsAtOnce ?? false,
    })),
  );
  await tx.insertInto('routing_rule').values(rules).execute();
};

export const idsOf = (things: readonly { readonly slug: string }[], at: Date): ReadonlyMap<string, string> =>
  new Map(things.map((thing) => [thing.slug, uuid7(at)]));

export const idIn = (ids: ReadonlyMap<string, string>, slug: string): string => {
  const id = ids.get(slug);
  if (id === undefined) throw new Error(`the plan of the city names ${slug} and does not have it`);
  return id;
};

const noExamples = { id: [], en: [] } as const;

const columnsOf = (category: CategoryPlan) => ({
  slug: category.slug,
  group_slug: category.group,
  name: JSON.stringify(category.name),
  examples: JSON.stringify(category.examples ?? noExamples),
  questions: JSON.stringify(category.questions ?? []),
  stoppers: JSON.stringify(category.stoppers ?? []),
  promise_text: category.promise === undefined ? null : JSON.stringify(category.promise),
  lapor_name: category.lapor ?? null,
  needs_proof: category.needsProof ?? false,
  is_sensitive: category.isSensitive ?? false,
  words: category.words ?? [],
});

type Taker = { readonly agency: string; readonly areaCode: string };

/** Its agency for the whole city; then, if it goes there, the office of each area. */
const takersOf = ({ agencies }: CityPlan, { agency, toAreaOffice }: CategoryPlan): readonly Taker[] => [
  { agency, areaCode: '' },
  ...agencies.filter(({ kind }) => kind === toAreaOffice).flatMap(asTaker),
];

const asTaker = ({ slug, areaCode }: AgencyPlan): readonly Taker[] =>
  areaCode === undefined ? [] : [{ agency: slug, areaCode }];

const firstPostOf = (plan: CityPlan, agency: string): string => {
  const post = plan.posts.find((candidate) => candidate.agency === agency);
  if (post === undefined) throw new Error(`agency ${agency} has no post that could take its reports`);
  return post.slug;
};
