import type { CommandOf, MoveCommand, MoveName, ToPublish } from '../domain/move.ts';
import type { FieldProblem, Problem, Refusal } from '../domain/refusal.ts';
import { parseNumber } from '../domain/report-number.ts';
import { publications, reportClasses } from '../domain/report.ts';
import { ok, refuse, type Result } from '../domain/result.ts';
import type { Agency, City, NamedPost } from './city.ts';
import type { Tx } from './tx.ts';

/** What somebody can ask for; an expiry is made by the clock alone. */
export type AskedMove = Exclude<MoveName, 'expire'>;

/** The fields a move may come with, under the names of the outside contract; `primary_id` is filled in by `withPrimary`. */
export const textFields = [
  'class',
  'category',
  'village',
  'publish',
  'publish_title',
  'publish_description',
  'agency',
  'post',
  'proposed_agency',
  'reason',
  'message',
  'until',
  'authority',
  'letter',
  'contact',
  'reference',
  'primary',
  'primary_id',
  'rating',
  'title',
  'description',
  'publication',
  'place',
] as const;
export const listFields = ['proof', 'photos', 'checks'] as const;

/** What a form or a JSON body says, as plain texts; absent and empty are the same. */
export type MoveFields = { readonly [Field in (typeof textFields)[number]]?: string | undefined } & {
  readonly [Field in (typeof listFields)[number]]?: readonly string[] | undefined;
};

/** How much of a report `verify` shows to everyone. */
export const shownParts = ['public', 'title_only', 'hidden'] as const;

/**
 * The move that these fields mean in this city: slugs become ids, what is on no list is refused with its field. What is missing or too long is not
 * looked at here: the rules say so themselves when they decide.
 */
export const moveFromFields = (move: AskedMove, fields: MoveFields, city: City): Result<MoveCommand, Refusal> => {
  const problems: FieldProblem[] = [];
  const command = readers[move](reading(fields, city, problems));
  return problems.length === 0 ? ok(command) : refuse({ kind: 'incomplete', problems });
};

/**
 * The same fields with the id of the report that `primary` names by its number: only the database knows it. A number that is nobody's gets an id that
 * is nobody's: what may not be done is refused alike, whether the other report exists or not.
 */
export const withPrimary = async (tx: Tx, tenantId: string, fields: MoveFields): Promise<MoveFields> => {
  const number = parseNumber(fields.primary ?? '');
  if (number === null) return { ...fields, primary_id: undefined };
  const row = await tx
    .selectFrom('report')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('number', '=', number)
    .executeTakeFirst();
  return { ...fields, primary_id: row?.id ?? nobodysId };
};

const nobodysId = '00000000-0000-7000-8000-000000000000';

type Field = keyof MoveFields;
type TextField = (typeof textFields)[number];

/** Reads fields one by one and notes what is wrong with them; what it gives for a wrong one is never used. */
const reading = (fields: MoveFields, city: City, problems: FieldProblem[]) => {
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
type Reading = ReturnType<typeof reading>;

const reasoned = ({ text }: Reading) => ({ reason: text('reason'), message: text('message') });

const readers: { readonly [Move in AskedMove]: (read: Reading) => CommandOf<Move> } = {
  verify: (read) => ({
    move: 'verify',
    class: read.neededOneOf('class', reportClasses),
    categoryId: categoryIn(read) ?? '',
    villageCode: villageIn(read),
    publish: publishIn(read),
  }),
  ask_reporter: (read) => ({ move: 'ask_reporter', ...reasoned(read) }),
  provide_info: (read) => ({ move: 'provide_info', message: read.text('message') }),
  reject: (read) => ({ move: 'reject', ...reasoned(read) }),
  assign: (read) => ({ move: 'assign', ...assigneeIn(read) }),
  accept: (read) => ({ move: 'accept', message: read.maybe('message') }),
  return_to_coordinator: (read) => ({
    move: 'return_to_coordinator',
    ...reasoned(read),
    proposedAgencyId: agencyIn(read, 'proposed_agency')?.id,
  }),
  postpone: (read) => ({
    move: 'postpone',
    reason: read.text('reason'),
    until: dayIn(read.text('until')),
    message: read.maybe('message'),
  }),
  answer: (read) => ({ move: 'answer', message: read.text('message'), proof: uploadsIn(read, 'proof') }),
  send_back: (read) => ({ move: 'send_back', ...reasoned(read) }),
  approve: (read) => ({ move: 'approve', checks: read.fields.checks }),
  confirm: (read) => ({ move: 'confirm', rating: ratingIn(read), message: read.maybe('message') }),
  dispute: (read) => ({ move: 'dispute', ...reasoned(read), rating: ratingIn(read) }),
  reopen: (read) => ({ move: 'reopen', ...reasoned(read) }),
  uphold: (read) => ({ move: 'uphold', ...reasoned(read) }),
  withdraw: (read) => ({ move: 'withdraw', message: read.maybe('message') }),
  transfer: (read) => ({
    move: 'transfer',
    ...reasoned(read),
    authority: read.maybe('authority'),
    letter: read.maybe('letter'),
    contact: read.maybe('contact'),
  }),
  return_from_transfer: (read) => ({
    move: 'return_from_transfer',
    reason: read.text('reason'),
    message: read.maybe('message'),
  }),
  close: (read) => ({ move: 'close', reference: read.text('reference'), message: read.maybe('message') }),
  merge: (read) => ({ move: 'merge', primaryId: primaryIn(read) }),
  unmerge: (read) => ({ move: 'unmerge', reason: read.text('reason'), message: read.maybe('message') }),
  reclassify: (read) => ({
    move: 'reclassify',
    class: read.oneOf('class', reportClasses),
    categoryId: categoryIn(read),
  }),
  relocate: (read) => ({ move: 'relocate', villageCode: villageIn(read), place: read.maybe('place') }),
  retitle: (read) => ({ move: 'retitle', title: read.text('title') }),
  mask: (read) => ({
    move: 'mask',
    description: read.maybe('description'),
    publication: read.oneOf('publication', publications),
    reason: read.maybe('reason'),
  }),
  note: (read) => ({ move: 'note', message: read.text('message') }),
  message: (read) => ({ move: 'message', message: read.text('message') }),
};

const categoryIn = ({ city, knownIn }: Reading): string | undefined =>
  knownIn('category', (slug) => city.categories.find((category) => category.slug === slug))?.id;

const villageIn = ({ city, knownIn }: Reading): string | undefined =>
  knownIn('village', (code) => city.villages.find((village) => village.code === code))?.code;

const agencyIn = ({ city, knownIn }: Reading, field: 'agency' | 'proposed_agency'): Agency | undefined =>
  knownIn(field, (slug) => city.agencies.find((agency) => agency.slug === slug));

/** Without a word of how much is shown, it is what the words given amount to. */
const publishIn = (read: Reading): ToPublish => {
  const shown = read.oneOf('publish', shownParts);
  if (shown === 'hidden') return { photos: [] };
  if (shown === 'title_only') return { title: read.needed('publish_title'), photos: [] };
  const description = shown === 'public' ? read.needed('publish_description') : read.maybe('publish_description');
  return { title: read.maybe('publish_title'), description, photos: uploadsIn(read, 'photos') };
};

/** A post of an agency, or an agency: then whoever takes work for it. */
const assigneeIn = (read: Reading): { readonly postId: string; readonly agencyId: string } => {
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

const primaryIn = ({ fields, note, maybe }: Reading): string => {
  if (fields.primary_id === undefined) note('primary', maybe('primary') === undefined ? 'required' : 'unknown');
  return fields.primary_id ?? '';
};

/** As the browser sends a date, or as people write one: 24-11-2026, 24/11/2026. */
const dayIn = (typed: string): string => {
  const [, day = '', month = '', year = ''] = /^\s*(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})\s*$/.exec(typed) ?? [];
  return year === '' ? typed.trim() : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
};

const ratingIn = ({ maybe }: Reading): number | undefined => {
  const typed = maybe('rating');
  return typed === undefined ? undefined : Number(typed);
};

/** No file can be uploaded yet, so none is known by any id. */
const uploadsIn = ({ fields, note }: Reading, field: 'proof' | 'photos'): readonly string[] => {
  if ((fields[field] ?? []).some((id) => id !== '')) note(field, 'unknown');
  return [];
};
