import { distanceToBeginning } from './edit-distance.ts';
import { tokensOf } from './tokens.ts';

/** What a village is found by while somebody types. */
export type SearchedVillage = {
  readonly code: string;
  readonly name: string;
  readonly districtName: string;
  readonly postalCode: string | null;
  readonly aliases: readonly string[];
};

/**
 * The villages that somebody may mean who has typed this much, the likeliest first: by the beginning of a name or alias or of a word in it, with
 * one typing error from four letters on and two from seven; narrowed by a district after a comma ("sukasari, tangerang") or behind the name; by a
 * postal code; or all of a district that is named alone. Empty: nothing is like it.
 */
export const searchVillages = <V extends SearchedVillage>(
  typed: string,
  villages: readonly V[],
  most = 8,
): readonly V[] => {
  const wanted = wantedIn(typed);
  if (wanted.name === '' && wanted.district === '') return [];
  return villages
    .map((village) => ({ village, rank: rankOf(wanted, village) }))
    .filter(({ rank }) => rank < Infinity)
    .toSorted((a, b) => a.rank - b.rank || (a.village.name < b.village.name ? -1 : 1))
    .slice(0, most)
    .map(({ village }) => village);
};

type Wanted = { readonly name: string; readonly district: string };

const titles: ReadonlySet<string> = new Set('kel kelurahan klurahan kec kecamatan desa ds'.split(' '));

const wantedIn = (typed: string): Wanted => {
  const [name = '', ...more] = typed.slice(0, longestTyped).split(',');
  return { name: squeezed(name), district: squeezed(more.join(' ')) };
};

/** No place has a longer name. */
const longestTyped = 80;

const squeezed = (words: string): string => {
  const tokens = tokensOf(words);
  const named = tokens.filter((token) => !titles.has(token));
  return named.join('');
};

const rankOf = ({ name, district }: Wanted, village: SearchedVillage): number => {
  if (district !== '' && !isLike(district, squeezed(village.districtName))) return Infinity;
  if (name === '' || name === village.postalCode) return 0;
  return Math.min(...[village.name, ...village.aliases].map((own) => rankOfName(name, own, village.districtName)));
};

/** The whole name, its beginning, a word in it, the name with its district, the district alone; an error weighs more than all of them. */
const rankOfName = (typed: string, own: string, districtName: string): number => {
  const [whole, district] = [squeezed(own), squeezed(districtName)];
  if (whole === typed) return 0;
  if (whole.startsWith(typed)) return 1;
  const [, ...further] = tokensOf(own).map((_, at, tokens) => tokens.slice(at).join(''));
  if (further.some((part) => part.startsWith(typed))) return 2;
  if (typed.length > whole.length && `${whole}${district}`.startsWith(typed)) return 3;
  if (district.startsWith(typed) && typed.length >= shortestDistrict) return 4;
  const errors = Math.min(
    errorsIn(typed, whole),
    typed.length > whole.length ? errorsIn(typed, `${whole}${district}`) : Infinity,
  );
  return errors === Infinity ? Infinity : 4 + errors;
};

const shortestDistrict = 3;

const isLike = (typed: string, name: string): boolean => errorsIn(typed, name) < Infinity;

/** Errors that may be forgiven; infinite when there are more. The first letter is seldom wrong, and must be right where two errors are forgiven. */
const errorsIn = (typed: string, name: string): number => {
  const forgiven = typed.length >= 7 ? 2 : typed.length >= 4 ? 1 : 0;
  const errors = distanceToBeginning(typed, name);
  if (errors > forgiven || (errors === 2 && typed[0] !== name[0])) return Infinity;
  return errors;
};
