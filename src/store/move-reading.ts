import { isUuid } from '../platform/db/uuid7.ts';
import type { ToPublish } from '../domain/move.ts';
import type { FieldProblem, Problem } from '../domain/refusal.ts';
import type { Agency, City, NamedPost } from './city.ts';
import { shownParts, type MoveFields, type textFields } from './move-fields.ts';

type Field = keyof MoveFields;
type TextField = (typeof textFields)[number];

/** Reads fields one by one and notes what is wrong with them; what it gives for a wrong one is never used. */
export const reading = (fields: MoveFields, city: City, problems: FieldProblem[]) => {
  const note = (field: Field, problem: Problem): void => void problems.push({ field, problem });
  const text = (field: TextField): string => fields[field] ?? '';
  const maybe = (field: TextField): string | undefined => (text(field).trim() === '' ? undefined : text(field));
  const needed = (field: TextField): string => {
    if (maybe(field) === undefined) note(field, 'required');
    return text(field);
  };
  const knownIn = <Found>(field: TextField, find: (slug: string) => Found | undefined): Found | undefined => {
    const slug = maybe(field)?.trim();
    const found = slug === undefined ? undefined : find(slug);
    if (slug !== undefined && found === undefined) note(field, 'unknown');
    return found;
  };
  const oneOf = <Word extends string>(field: TextField, words: readonly [Word, ...Word[]]): Word | undefined =>
    knownIn(field, (slug) => words.find((word) => word === slug));
  const neededOneOf = <Word extends string>(field: TextField, words: readonly [Word, ...Word[]]): Word =>
    oneOf(field, words) ?? (needed(field), words[0]);
  return { fields, city, note, text, maybe, needed, knownIn, oneOf, neededOneOf };
};
export type Reading = ReturnType<typeof reading>;

export const categoryIn = ({ city, knownIn }: Reading): string | undefined =>
  knownIn('category', (slug) => city.categories.find((category) => category.slug === slug))?.id;

export const villageIn = ({ city, knownIn }: Reading): string | undefined =>
  knownIn('village', (code) => city.villages.find((village) => village.code === code))?.code;

export const agencyIn = ({ city, knownIn }: Reading, field: 'agency' | 'proposed_agency'): Agency | undefined =>
  knownIn(field, (slug) => city.agencies.find((agency) => agency.slug === slug));

/** Without a word of how much is shown, it is what the words given amount to. */
export const publishIn = (read: Reading): ToPublish => {
  const shown = read.oneOf('publish', shownParts);
  const photos = uploadsIn(read, 'photos');
  if (shown === 'hidden') return { photos };
  if (shown === 'title_only') return { title: read.needed('publish_title'), photos };
  const description = shown === 'public' ? read.needed('publish_description') : read.maybe('publish_description');
  return { title: read.maybe('publish_title'), description, photos };
};

/** A post of an agency, or an agency: then whoever takes work for it. */
export const assigneeIn = (read: Reading): { readonly postId: string; readonly agencyId: string } => {
  const named = read.knownIn('post', (slug) => read.city.posts.find((post) => post.slug === slug));
  const agency = agencyIn(read, 'agency');
  const post = named ?? (agency === undefined ? undefined : liaisonOf(read.city, agency));
  if (agency !== undefined && post === undefined) read.note('agency', 'not_allowed');
  if (post !== undefined && post.agencyId === null) read.note('post', 'not_allowed');
  return { postId: post?.id ?? '', agencyId: post?.agencyId ?? '' };
};

const liaisonOf = (city: City, agency: Agency): NamedPost | undefined => {
  const own = city.posts.filter((post) => post.agencyId === agency.id);
  return (
    own.find((post) => post.roles.includes('agency_officer')) ??
    own.find((post) => post.roles.includes('agency_head')) ??
    own[0]
  );
};

export const primaryIn = ({ fields, note, maybe }: Reading): string => {
  if (fields.primary_id === undefined) note('primary', maybe('primary') === undefined ? 'required' : 'unknown');
  return fields.primary_id ?? '';
};

/** As the browser sends a date, or as people write one: 24-11-2026, 24/11/2026. */
export const dayIn = (typed: string): string => {
  const [, day = '', month = '', year = ''] = /^\s*(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})\s*$/.exec(typed) ?? [];
  return year === '' ? typed.trim() : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
};

export const ratingIn = ({ maybe }: Reading): number | undefined => {
  const typed = maybe('rating');
  return typed === undefined ? undefined : Number(typed);
};

/** Undefined where nothing was said of them; an empty list says: none. */
export const maybeUploadsIn = (read: Reading, field: 'proof' | 'photos'): readonly string[] | undefined =>
  read.fields[field] === undefined ? undefined : uploadsIn(read, field);

/** Ids of pictures. Whether they are what they are taken for is asked of the database when the move is made. */
export const uploadsIn = ({ fields, note }: Reading, field: 'proof' | 'photos'): readonly string[] => {
  const ids = [...new Set((fields[field] ?? []).filter((id) => id !== ''))];
  if (!ids.every(isUuid)) note(field, 'unknown');
  return ids.filter(isUuid);
};
