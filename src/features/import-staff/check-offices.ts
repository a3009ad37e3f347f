import type { AgencyFields, PostFields } from '../../domain/office.ts';
import { needsAgency, type Role } from '../../domain/role.ts';
import type { NamedPost } from '../../store/city.ts';
import type { LineProblem } from './line-problem.ts';
import { namedRoles } from './named-roles.ts';
import type { ListLine } from './read-list.ts';

/** What a list names that is not there: made when it is brought in, under the ids by which its lines know it. */
export type PlannedAgency = { readonly id: string } & Pick<AgencyFields, 'name' | 'kind' | 'areaCode'>;
export type PlannedPost = { readonly id: string } & Pick<PostFields, 'name' | 'agencyId' | 'roles'>;

type Village = {
  readonly code: string;
  readonly name: string;
  readonly districtCode: string;
  readonly districtName: string;
};
type KnownAgency = { readonly id: string; readonly name: string; readonly slug: string };

export type OfficeSetting = {
  readonly posts: readonly NamedPost[];
  readonly agencies: readonly KnownAgency[];
  readonly villages: readonly Village[];
  readonly newId: () => string;
};

export type Offices = { readonly agencies: PlannedAgency[]; readonly posts: PlannedPost[] };

/** The post of a line, and what has to be made for it to be there. */
export type LineOffice = {
  readonly postId: string | null;
  readonly makes: { readonly agency: string | null; readonly post: string | null };
  readonly problems: readonly LineProblem[];
};

const longestName = 120;
const nothing = { agency: null, post: null } as const;

/** `planned` grows by what the line is the first to name. */
export const officeOfLine = (line: ListLine, setting: OfficeSetting, planned: Offices): LineOffice => {
  const roles = namedRoles(line.peran);
  const post = [...setting.posts, ...planned.posts].find((one) => isNamed(line.jabatan, one));
  if (post !== undefined) return knownPost(line, { post, roles }, [...setting.agencies, ...planned.agencies]);
  const problems = newPostProblems(line, roles);
  if (problems.length > 0 || roles === null) return { postId: null, makes: nothing, problems };
  const agency = agencyOf(line, setting, planned);
  if (agency === 'unknown_area')
    return { postId: null, makes: nothing, problems: [{ column: 'instansi', problem: agency }] };
  if (agency.made !== null) planned.agencies.push(agency.made);
  const made = { id: setting.newId(), name: line.jabatan, agencyId: agency.id, roles };
  planned.posts.push(made);
  const makes = { agency: agency.made?.name ?? null, post: made.name };
  return { postId: made.id, makes, problems: [] };
};

type Known = { readonly post: PlannedPost; readonly roles: readonly Role[] | null };

/** What a list says of a post that is there is to be so: a list makes posts, and changes none. */
const knownPost = (line: ListLine, { post, roles }: Known, agencies: readonly Named[]): LineOffice => {
  const agency = agencies.find(({ id }) => id === post.agencyId);
  const problems: LineProblem[] = [];
  if (line.instansi !== '' && !isNamed(line.instansi, agency))
    problems.push({ column: 'instansi', problem: 'other_agency' });
  if (roles === null) problems.push({ column: 'peran', problem: 'unknown_role' });
  else if (roles.length > 0 && !isSame(roles, post.roles)) problems.push({ column: 'peran', problem: 'other_role' });
  return { postId: post.id, makes: nothing, problems };
};

const newPostProblems = (line: ListLine, roles: readonly Role[] | null): readonly LineProblem[] => {
  if (line.jabatan === '') return [{ column: 'jabatan', problem: 'required' }];
  if (line.peran === '') return [{ column: 'jabatan', problem: 'unknown_post' }];
  if (roles === null || roles.length === 0) return [{ column: 'peran', problem: 'unknown_role' }];
  const problems: LineProblem[] = [];
  if (isTooLong(line.jabatan)) problems.push({ column: 'jabatan', problem: 'too_long' });
  if (isTooLong(line.instansi)) problems.push({ column: 'instansi', problem: 'too_long' });
  if (needsAgency(roles) && line.instansi === '') problems.push({ column: 'instansi', problem: 'required' });
  return problems;
};

const isTooLong = (name: string): boolean => name.length > longestName || /\p{Cc}/u.test(name);

type LineAgency = { readonly id: string | null; readonly made: PlannedAgency | null };

const agencyOf = (
  { instansi }: ListLine,
  { agencies, villages, newId }: OfficeSetting,
  planned: Offices,
): LineAgency | 'unknown_area' => {
  if (instansi === '') return { id: null, made: null };
  const known = [...agencies, ...planned.agencies].find((one) => isNamed(instansi, one));
  if (known !== undefined) return { id: known.id, made: null };
  const area = areaNamed(instansi, villages);
  if (area === null) return 'unknown_area';
  const made = { id: newId(), name: instansi, ...area };
  return { id: made.id, made };
};

/** A kecamatan or kelurahan works for the area of its name; null: there is none of that name, or more than one. */
const areaNamed = (name: string, villages: readonly Village[]): Pick<PlannedAgency, 'kind' | 'areaCode'> | null => {
  const [, kind = '', of = ''] = /^(kecamatan|kelurahan)\s+(.+)$/i.exec(name) ?? [];
  if (of === '') return { kind: 'opd', areaCode: null };
  const isDistrict = kind.toLowerCase() === 'kecamatan';
  const codes = villages
    .filter((village) => (isDistrict ? village.districtName : village.name).toLowerCase() === of.toLowerCase())
    .map((village) => (isDistrict ? village.districtCode : village.code));
  const [areaCode, ...others] = new Set(codes);
  if (areaCode === undefined || others.length > 0) return null;
  return { kind: isDistrict ? 'kecamatan' : 'kelurahan', areaCode };
};

type Named = { readonly id: string; readonly name: string; readonly slug?: string };

const isNamed = (name: string, thing: Pick<Named, 'name' | 'slug'> | undefined): boolean =>
  thing !== undefined && [thing.name, thing.slug].some((known) => known?.toLowerCase() === name.toLowerCase());

const isSame = (some: readonly Role[], others: readonly Role[]): boolean =>
  some.length === others.length && some.every((role) => others.includes(role));
