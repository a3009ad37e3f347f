/** Far more than a list of people takes, blank lines and notes beside it included. */
const mostRows = 20_000;
const mostColumns = 200;

/**
 * Whether a part of a workbook spans more than a list of people does. A reader of sheets makes every cell up to the farthest one, and a place of ten
 * letters can name the seventeen billionth. A place in other signs than letters and digits is none of Excel's; a cell without one is not read.
 */
export const spansTooMuch = (xml: string): boolean => {
  for (const [, place = ''] of xml.matchAll(/\sr\s*=\s*["']([^"']*)["']/g)) if (!isNear(place)) return true;
  return xml.split(/<(?:\w{1,20}:)?row(?=[\s/>])/, mostRows + 2).length - 1 > mostRows;
};

/** `B12` of a cell, `12` of a row. */
const isNear = (place: string): boolean => {
  const [, letters = '', digits = ''] = /^([A-Za-z]{0,3})(\d{1,7})$/.exec(place) ?? [];
  return digits !== '' && Number(digits) <= mostRows && columnOf(letters) <= mostColumns;
};

const columnOf = (letters: string): number =>
  [...letters.toUpperCase()].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0);
