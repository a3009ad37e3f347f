import { isDay } from '../../domain/calendar.ts';
import { canSucceed } from '../../domain/handed-over.ts';
import { endOfDay } from '../../domain/last-day.ts';
import { localDay } from '../../domain/time.ts';
import { textOf, type FormFields } from '../../platform/http/form-fields.ts';
import type { City, NamedPost } from '../../store/city.ts';
import { idTyped } from './id-typed.ts';
import type { HeldWork } from './handover-queries.ts';
import type { KeepOfficesMeans } from './means.ts';

/** Where the work of one post goes. */
export type Next =
  | { readonly kind: 'stay' }
  | { readonly kind: 'person'; readonly userId: string }
  | { readonly kind: 'post'; readonly post: NamedPost };

/** `id`: of what is made by it; `seen`: the mark of the span when the form was shown. */
export type Step = { readonly work: HeldWork; readonly next: Next; readonly id: string; readonly seen: string };

export type Plan = {
  readonly steps: readonly Step[];
  /** What was typed, and the instant it means; null: it is no day to come. */
  readonly lastDay: string;
  readonly end: string | null;
};

/** The posts that could go on with the work of another. */
export const successorsOf = (city: City, { post }: HeldWork): readonly NamedPost[] =>
  city.posts.filter((other) => canSucceed(post, other));

export const nextField = ({ post: { slug } }: HeldWork): string => `next.${slug}`;

export const seenField = ({ post, span }: HeldWork): string => `seen.${span?.id ?? post.slug}`;

export const planTyped = (
  fields: FormFields,
  works: readonly HeldWork[],
  { laksa, city, staff, now }: Setting,
): Plan => {
  const lastDay = textOf(fields, 'lastDay').trim();
  return {
    lastDay,
    end: endOf(lastDay, now, city.calendar.zone),
    steps: works.map((work) => ({
      work,
      next: nextTyped(textOf(fields, nextField(work)), successorsOf(city, work), staff),
      id: idTyped(fields, laksa, `id.${work.post.slug}`),
      seen: textOf(fields, seenField(work)),
    })),
  };
};

type Setting = {
  readonly laksa: Pick<KeepOfficesMeans, 'clock'>;
  readonly city: City;
  readonly staff: readonly string[];
  readonly now: string;
};

const endOf = (lastDay: string, now: string, zone: string): string | null => {
  if (lastDay === '') return now;
  if (!isDay(lastDay) || !lastDay.startsWith('20') || lastDay < localDay(now, zone)) return null;
  return endOfDay(lastDay, zone);
};

const nextTyped = (typed: string, successors: readonly NamedPost[], staff: readonly string[]): Next => {
  const [kind = '', value = ''] = typed.split(/:(.*)/s);
  if (kind === 'person' && staff.includes(value)) return { kind, userId: value };
  const post = successors.find(({ slug }) => slug === value);
  return kind === 'post' && post !== undefined ? { kind, post } : { kind: 'stay' };
};

/** As the select of the form has it. */
export const nextValue = (next: Next): string => {
  if (next.kind === 'stay') return 'stay';
  return next.kind === 'person' ? `person:${next.userId}` : `post:${next.post.slug}`;
};
