import { longestInReport as longest } from '../../domain/limits.ts';
import { reportKinds, type ReportKind } from '../../domain/report.ts';
import type { City, Village } from '../../store/city.ts';
import { parseEmail, parsePhone } from '../../store/contact.ts';
import type { Filing } from '../../store/file-report.ts';
import type { Identity } from '../../store/person.ts';
import { shownPieces } from './masked-words.ts';
import {
  choiceOf,
  contactOf,
  coordinateOf,
  dayOf,
  eitherContactOf,
  lineOf,
  storyOf,
  villageOf,
  type Reading,
} from './read-field.ts';
import type { FieldName, FormProblem, ReportFields } from './report-fields.view.tsx';
import { meantVillages } from './typed-village.ts';

/** What the form says of a filing; the rest is known from the request. */
export type CheckedFields = Omit<Filing, 'language' | 'channel' | 'nonce' | 'actor'>;

export type Checked =
  | { readonly ok: true; readonly value: CheckedFields }
  | { readonly ok: false; readonly problems: readonly FormProblem[] };

type Ground = {
  readonly city: Pick<City, 'categories' | 'villages'>;
  /** `YYYY-MM-DD` in the zone of the city. */
  readonly today: string;
};

/** Reads a form as a filing, or says of each field what is wrong with it. Only the words are needed. */
export const checkFields = (typed: ReportFields, ground: Ground): Checked => {
  const read = readAll(typed, ground);
  const problems = Object.entries(read).flatMap(([field, { problem, over }]) =>
    problem === undefined ? [] : [{ field: field as FieldName, problem, over }],
  );
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: filingOf(read, typed, ground) };
};

const filingOf = (read: ReturnType<typeof readAll>, typed: ReportFields, { city }: Ground): CheckedFields => ({
  kind: read.kind.value,
  title: read.title.value,
  description: read.description.value,
  categoryId: read.category.value,
  occurredOn: read.occurred_on.value,
  ...whereOf(read, meantVillages(city.villages, typed)),
  latitude: read.lat.value,
  longitude: read.lng.value,
  identity: {
    name: read.name.value || undefined,
    phone: read.phone.value ?? undefined,
    email: read.email.value ?? undefined,
  },
  subject: typed.for_someone ? { name: read.other_name.value || undefined, ...read.other_contact.value } : null,
  shown: shownPieces(typed),
  isAnonymous: typed.anonymous,
  isSecret: typed.secret,
});

/** A kelurahan that was typed and is not sure is kept in the words: whoever reads them will know. */
const whereOf = (
  { place, village_words: typed }: Pick<ReturnType<typeof readAll>, 'place' | 'village_words'>,
  meant: readonly Village[],
): Pick<CheckedFields, 'villageCode' | 'place'> => {
  const [only] = meant;
  if (only !== undefined && meant.length === 1) return { villageCode: only.code, place: place.value };
  return { villageCode: null, place: [place.value, typed.value].filter((words) => words !== '').join(', ') };
};

/** In the order of the form, which is the order of the error summary. */
const readAll = (typed: ReportFields, { city, today }: Ground) =>
  ({
    kind: choiceOf(kinds, typed.kind, 'complaint' as const),
    description: storyOf(typed.description, longest.description),
    title: lineOf(typed.title, longest.title),
    category: choiceOf(idsBySlug(city), typed.category, null),
    occurred_on: dayOf(typed.occurred_on, today),
    village_words: lineOf(typed.village_words, longest.name),
    village: villageOf(city.villages, typed.village),
    place: lineOf(typed.place, longest.place),
    lat: coordinateOf(typed.lat, typed.lng, 90),
    lng: coordinateOf(typed.lng, typed.lat, 180),
    name: lineOf(typed.name, longest.name),
    phone: contactOf(typed.phone, parsePhone, 'not_a_phone'),
    email: contactOf(typed.email, parseEmail, 'not_an_email'),
    ...readOther(typed),
  }) as const satisfies Partial<Record<FieldName, Reading<unknown>>>;

/** Whoever speaks for somebody has asked them; the box for it stands beside. */
const readOther = (typed: ReportFields): OtherRead =>
  typed.for_someone
    ? {
        other_name: lineOf(typed.other_name, longest.name),
        other_contact: eitherContactOf(typed.other_contact),
        other_consent: typed.other_consent ? { value: true } : { value: false, problem: 'required' },
      }
    : { other_name: { value: '' }, other_contact: { value: {} }, other_consent: { value: false } };

type OtherRead = {
  readonly other_name: Reading<string>;
  readonly other_contact: Reading<Pick<Identity, 'phone' | 'email'>>;
  readonly other_consent: Reading<boolean>;
};

const kinds: ReadonlyMap<string, ReportKind> = new Map(reportKinds.map((kind) => [kind, kind]));

const idsBySlug = ({ categories }: Ground['city']): ReadonlyMap<string, string> =>
  new Map(categories.map(({ slug, id }) => [slug, id]));
