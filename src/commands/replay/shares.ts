import { villageFinder } from '../../domain/words/village-in-words.ts';
import type { Village } from '../../store/city.ts';
import { agencyOfRow } from './agency-of-row.ts';
import { wordsOf } from './routing.ts';
import type { Row } from './row.ts';

/** Rows by what their words say of where they are, held against the village the table knows. */
export type VillageShare = {
  /** Rows whose village is one of the city's. */
  readonly known: number;
  /** Rows whose words name one village alone: only these are sorted by the words. */
  readonly namedOne: number;
  readonly right: number;
  readonly wrong: number;
  /** Of the wrong ones. */
  readonly wrongInSameDistrict: number;
  readonly namedSeveral: number;
  readonly rightAmongSeveral: number;
};

export const villageShareOf = (rows: readonly Row[], villages: readonly Village[]): VillageShare => {
  const find = villageFinder(villages);
  const codes = new Set(villages.map(({ code }) => code));
  const known = rows.filter(({ villageCode }) => codes.has(villageCode));
  const found = known.map((row) => ({ code: row.villageCode, named: find(wordsOf(row)).map(({ code }) => code) }));
  const one = found.filter(({ named }) => named.length === 1);
  const several = found.filter(({ named }) => named.length > 1);
  const isRight = ({ code, named }: (typeof found)[number]): boolean => named.includes(code);
  const wrong = one.filter((entry) => !isRight(entry));
  return {
    known: known.length,
    namedOne: one.length,
    right: one.length - wrong.length,
    wrong: wrong.length,
    wrongInSameDistrict: wrong.filter(({ code, named }) => districtOf(code) === districtOf(named[0] ?? '')).length,
    namedSeveral: several.length,
    rightAmongSeveral: several.filter(isRight).length,
  };
};

/** The first three parts of a village's code: 35.78.01 of 35.78.01.1001. */
const districtOf = (code: string): string => code.split('.').slice(0, 3).join('.');

/** Rows by whether they came to the agency that had them in the table, where one of ours has the same task. */
export type AgencyShare = {
  readonly assigned: number;
  /** Rows whose agency has a counterpart here. */
  readonly comparable: number;
  readonly same: number;
};

/** `agencies`: by row, the slug of the agency its report was first assigned to. */
export const agencyShareOf = (rows: readonly Row[], agencies: ReadonlyMap<string, string>): AgencyShare => {
  const assigned = rows.filter(({ id }) => agencies.has(id));
  const comparable = assigned.filter(({ agency }) => agencyOfRow(agency) !== null);
  return {
    assigned: assigned.length,
    comparable: comparable.length,
    same: comparable.filter(({ id, agency }) => agencies.get(id) === agencyOfRow(agency)).length,
  };
};
