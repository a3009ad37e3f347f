import type { Seen } from './crawl.ts';
import type { Mark, Marks } from './marks.ts';
import { ruleFor, type Verdict, type Viewer } from './who-sees-what.ts';

/** What one viewer read before and after giving a reason. */
export type Reading = { readonly viewer: Viewer; readonly before: Seen; readonly after?: Seen };

type Wrong = { readonly what: string; readonly where: string };

/** What was read that may not be, and what was read nowhere that must be; each viewer, kind and field once, with how many reports and the first address. */
export const judge = (marks: Marks, city: string, reading: Reading): readonly string[] => {
  const wrong = [...marks].flatMap(([looks, mark]) => judgeMark(reading, city, mark, looks));
  return [...Map.groupBy(wrong, ({ what }) => what)].map(
    ([what, all]) => `${what}, ${all.length} times: ${all[0]?.where ?? ''}`,
  );
};

const judgeMark = ({ viewer, before, after }: Reading, city: string, mark: Mark, looks: string): readonly Wrong[] => {
  const isElsewhere = mark.city !== city;
  if (isElsewhere && viewer === 'other_city') return [];
  const { verdict, source } = isElsewhere
    ? { verdict: 'never' as const, source: 'Another city.' }
    : ruleFor(viewer, mark.kind, mark.field);
  const [early, late] = [before.told.get(looks), after?.told.get(looks)];
  const what = `${viewer}, ${isElsewhere ? 'other city, ' : ''}${mark.kind}, ${mark.field}: ${verdict}`;
  const found = foundWrongly(verdict, early, late);
  if (found !== undefined) return [{ what, where: `${found} tells ${looks} (${source})` }];
  if (verdict === 'must' && early === undefined && late === undefined)
    return [{ what, where: `nowhere is ${looks} of ${mark.number} (${source})` }];
  return [];
};

const foundWrongly = (verdict: Verdict, early: string | undefined, late: string | undefined): string | undefined => {
  if (verdict === 'never') return early ?? late;
  return verdict === 'ground' ? early : undefined;
};
