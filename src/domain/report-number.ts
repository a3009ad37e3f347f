/**
 * Damm's quasigroup of order ten (H. M. Damm, 2004): finds every single wrong digit and every swap of neighbours, the two slips people
 * make when they read a number out.
 */
const quasigroup = [
  [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
  [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
  [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
  [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
  [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
  [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
  [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
  [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
  [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
  [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
] as const;

/** Nine digits drawn at random and their check digit. The first is never 0: spreadsheets drop it. `random` gives numbers in [0, 1). */
export const makeNumber = (random: () => number): string => {
  const drawn = String(100_000_000 + Math.floor(random() * 900_000_000));
  return `${drawn}${dammOf(drawn)}`;
};

/** What a person typed or read out, as ten digits; null when it is no report number. Blanks, dashes and dots are theirs to use. */
export const parseNumber = (typed: string): string | null => {
  const digits = typed.replaceAll(/[\s.\-\u2010-\u2015]/g, '');
  return /^\d{10}$/.test(digits) && dammOf(digits) === 0 ? digits : null;
};

/** Shown 3-3-4: 481-207-3356. */
export const showNumber = (number: string): string => `${number.slice(0, 3)}-${number.slice(3, 6)}-${number.slice(6)}`;

/** The check digit of some digits; 0 for digits that end in their own. */
const dammOf = (digits: string): number => {
  let interim = 0;
  for (const digit of digits) interim = quasigroup[interim]?.[Number(digit)] ?? interim;
  return interim;
};
