import { agencyKinds, isAgencyKind } from '../../domain/agency-kind.ts';
import type { AgencyFields, PostFields } from '../../domain/office.ts';
import type { FieldProblem, Problem } from '../../domain/refusal.ts';
import { isRole, needsAgency } from '../../domain/role.ts';
import { withoutTricks } from '../../domain/shown-text.ts';
import { textOf, textsOf, type FormFields } from '../../platform/http/form-fields.ts';
import type { TypedAgency } from './agency-form.view.tsx';
import type { TypedPost } from './post-form.view.tsx';

const longestName = 120;
const longestShortName = 30;

/** What was typed, and what it is; where something is wrong, only what. */
export type Read<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

const lineOf = (fields: FormFields, name: string): string =>
  withoutTricks(textOf(fields, name)).replaceAll(/\s+/g, ' ').trim();

export const agencyTyped = (fields: FormFields): TypedAgency => ({
  name: lineOf(fields, 'name'),
  shortName: lineOf(fields, 'shortName'),
  kind: textOf(fields, 'kind'),
  areaCode: textOf(fields, 'areaCode').trim(),
});

export const agencyRead = (
  typed: TypedAgency,
  villages: readonly { readonly code: string; readonly districtCode: string }[],
): Read<Omit<AgencyFields, 'closedAt'>> => {
  const { name, shortName, kind, areaCode } = typed;
  if (!isAgencyKind(kind)) return wrong([['kind', 'required']]);
  const isArea = kind !== agencyKinds[0];
  const areas = villages.map((village) => (kind === 'kecamatan' ? village.districtCode : village.code));
  const problems = [
    ...textProblem('name', name, longestName),
    ...(shortName.length > longestShortName ? ([['shortName', 'too_long']] as const) : []),
    ...(isArea && areaCode === '' ? ([['areaCode', 'required']] as const) : []),
    ...(isArea && areaCode !== '' && !areas.includes(areaCode) ? ([['areaCode', 'unknown']] as const) : []),
  ];
  if (problems.length > 0) return wrong(problems);
  return {
    ok: true,
    value: { name, shortName: shortName === '' ? null : shortName, kind, areaCode: isArea ? areaCode : null },
  };
};

export const postTyped = (fields: FormFields): TypedPost => ({
  name: lineOf(fields, 'name'),
  agency: textOf(fields, 'agency'),
  roles: textsOf(fields, 'roles').filter(isRole),
});

export const postRead = (
  { name, agency, roles }: TypedPost,
  agencies: readonly { readonly id: string; readonly slug: string }[],
): Read<Omit<PostFields, 'closedAt'>> => {
  const agencyId = agencies.find(({ slug }) => slug === agency)?.id ?? null;
  const problems = [
    ...textProblem('name', name, longestName),
    ...(agency !== '' && agencyId === null ? ([['agency', 'unknown']] as const) : []),
    ...(needsAgency(roles) && agency === '' ? ([['agency', 'required']] as const) : []),
    ...(roles.length === 0 ? ([['roles', 'required']] as const) : []),
  ];
  return problems.length > 0 ? wrong(problems) : { ok: true, value: { name, agencyId, roles } };
};

type Found = readonly (readonly [field: string, problem: Problem])[];

const textProblem = (field: string, text: string, longest: number): Found => {
  if (text === '') return [[field, 'required']];
  return text.length > longest ? [[field, 'too_long']] : [];
};

const wrong = (problems: Found): { readonly ok: false; readonly problems: readonly FieldProblem[] } => ({
  ok: false,
  problems: problems.map(([field, problem]) => ({ field, problem })),
});
