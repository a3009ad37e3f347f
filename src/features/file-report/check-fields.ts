import { longestInReport as longest } from '../../domain/limits.ts';
import { reportKinds, type ReportKind } from '../../domain/report.ts';
import type { City } from '../../store/city.ts';
import { parseEmail, parsePhone } from '../../store/contact.ts';
import type { Filing } from '../../store/file-report.ts';
import { choiceOf, contactOf, coordinateOf, dayOf, lineOf, storyOf, villageOf, type Reading } from './read-field.ts';
import type { FieldName, FormProblem, ReportFields } from './report-fields.view.tsx';

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
  if (problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    value: {
      kind: read.kind.value,
      title: read.title.value,
      description: read.description.value,
      categoryId: read.category.value,
      occurredOn: read.occurred_on.value,
      villageCode: read.village.value,
      place: read.place.value,
      latitude: read.lat.value,
      longitude: read.lng.value,
      identity: {
        name: read.name.value || undefined,
        phone: read.phone.value ?? undefined,
        email: read.email.value ?? undefined,
      },
      isAnonymous: typed.anonymous,
      isSecret: typed.secret,
    },
  };
};

/** In the order of the form, which is the order of the error summary. */
const readAll = (typed: ReportFields, { city, today }: Ground) =>
  ({
    kind: choiceOf(kinds, typed.kind, 'complaint' as const),
    description: storyOf(typed.description, longest.description),
    title: lineOf(typed.title, longest.title),
    category: choiceOf(idsBySlug(city), typed.category, null),
    occurred_on: dayOf(typed.occurred_on, today),
    village: villageOf(city.villages, typed.village),
    place: lineOf(typed.place, longest.place),
    lat: coordinateOf(typed.lat, typed.lng, 90),
    lng: coordinateOf(typed.lng, typed.lat, 180),
    name: lineOf(typed.name, longest.name),
    phone: contactOf(typed.phone, parsePhone, 'not_a_phone'),
    email: contactOf(typed.email, parseEmail, 'not_an_email'),
  }) as const satisfies Partial<Record<FieldName, Reading<unknown>>>;

const kinds: ReadonlyMap<string, ReportKind> = new Map(reportKinds.map((kind) => [kind, kind]));

const idsBySlug = ({ categories }: Ground['city']): ReadonlyMap<string, string> =>
  new Map(categories.map(({ slug, id }) => [slug, id]));
