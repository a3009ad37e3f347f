import { isAgencyKind, type AgencyKind } from './agency-kind.ts';
import type { Plain } from './city-event.ts';
import { isRole, type Role } from './role.ts';

/** What a city keeps of its own offices: each change of a field is an event (`city-event.ts`). Instants are texts. */
export const officeKinds = ['agency', 'post', 'holder'] as const;
export type OfficeKind = (typeof officeKinds)[number];

export type AgencyFields = {
  readonly name: string;
  /** Null: what its slug says. */
  readonly shortName: string | null;
  readonly kind: AgencyKind;
  /** The area it works for; null: the whole city. */
  readonly areaCode: string | null;
  readonly closedAt: string | null;
};

export type PostFields = {
  readonly name: string;
  readonly agencyId: string | null;
  readonly roles: readonly Role[];
  readonly closedAt: string | null;
};

/** `plt`: while nobody else holds the post; `plh`: while who does is away. */
export const deputies = ['plt', 'plh'] as const;
export type Deputy = (typeof deputies)[number];

export type HolderFields = {
  readonly postId: string;
  readonly userId: string;
  readonly from: string;
  /** Half open, like every span. Null: until somebody says so. */
  readonly until: string | null;
  /** Null: in their own right. */
  readonly acting: Deputy | null;
};

/** One agency, one post, or one span of somebody in a post. */
export type Office =
  | { readonly kind: 'agency'; readonly id: string; readonly fields: AgencyFields }
  | { readonly kind: 'post'; readonly id: string; readonly fields: PostFields }
  | { readonly kind: 'holder'; readonly id: string; readonly fields: HolderFields };

/** The same with other values in some of its fields. Throws on a value that such a field cannot have: it would come from outside our rules. */
export const withFields = (office: Office, values: Fields): Office =>
  officeFrom(office.kind, office.id, { ...office.fields, ...values });

type Fields = Readonly<Record<string, Plain>>;

export const officeFrom = (kind: OfficeKind, id: string, fields: Fields): Office => {
  switch (kind) {
    case 'agency':
      return { kind, id, fields: agencyFrom(fields) };
    case 'post':
      return { kind, id, fields: postFrom(fields) };
    case 'holder':
      return { kind, id, fields: holderFrom(fields) };
    default:
      return kind satisfies never;
  }
};

const agencyFrom = (fields: Fields): AgencyFields => ({
  name: textIn(fields, 'name'),
  shortName: textOrNull(fields, 'shortName'),
  kind: known(textIn(fields, 'kind'), isAgencyKind),
  areaCode: textOrNull(fields, 'areaCode'),
  closedAt: textOrNull(fields, 'closedAt'),
});

const postFrom = (fields: Fields): PostFields => ({
  name: textIn(fields, 'name'),
  agencyId: textOrNull(fields, 'agencyId'),
  roles: rolesIn(fields['roles']),
  closedAt: textOrNull(fields, 'closedAt'),
});

const holderFrom = (fields: Fields): HolderFields => {
  const acting = textOrNull(fields, 'acting');
  return {
    postId: textIn(fields, 'postId'),
    userId: textIn(fields, 'userId'),
    from: textIn(fields, 'from'),
    until: textOrNull(fields, 'until'),
    acting: acting === null ? null : known(acting, isDeputy),
  };
};

export const isOfficeKind = (text: string): text is OfficeKind => officeKinds.some((kind) => kind === text);

export const isDeputy = (text: string): text is Deputy => deputies.some((one) => one === text);

/** Whether somebody is in the post by this span at a moment. */
export const holdsAt = ({ from, until }: Pick<HolderFields, 'from' | 'until'>, at: string): boolean =>
  from <= at && (until === null || until > at);

/** What ends a span at a moment: one that has not begun never begins, and one that is over stays as it was. */
export const endedAt = (
  { from, until }: Pick<HolderFields, 'from' | 'until'>,
  at: string,
): Pick<HolderFields, 'until'> => {
  if (until !== null && until <= at) return { until };
  return { until: from > at ? from : at };
};

/** Whether two spans have a moment in common. An empty one has none with any. */
export const overlaps = (a: Pick<HolderFields, 'from' | 'until'>, b: Pick<HolderFields, 'from' | 'until'>): boolean => {
  if (a.until !== null && a.until <= a.from) return false;
  if (b.until !== null && b.until <= b.from) return false;
  return (b.until === null || a.from < b.until) && (a.until === null || b.from < a.until);
};

const textIn = (fields: Fields, name: string): string => {
  const value = fields[name];
  if (typeof value !== 'string') throw new Error(`${name} is no text`);
  return value;
};

const textOrNull = (fields: Fields, name: string): string | null =>
  fields[name] == null ? null : textIn(fields, name);

const known = <Known extends string>(value: string, isKnown: (text: string) => text is Known): Known => {
  if (!isKnown(value)) throw new Error(`${value} is not on the list`);
  return value;
};

const rolesIn = (value: Plain | undefined): readonly Role[] => {
  if (!Array.isArray(value)) throw new Error('roles are a list');
  return value.map((role) => known(String(role), isRole));
};
