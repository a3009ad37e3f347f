export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/**
 * RFC 8785, JSON Canonicalization Scheme: names in the order of their UTF-16 units, no blanks, numbers and texts as ECMAScript writes them.
 * Throws on a number JSON cannot hold and on half a surrogate pair.
 */
export const canonicalJson = (value: Json): string => {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError(`${value} is no JSON number`);
  if (typeof value === 'string') return quoted(value);
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const members = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, part]) => `${quoted(name)}:${canonicalJson(part)}`).join(',')}}`;
};

const isList = (value: object): value is readonly Json[] => Array.isArray(value);

const quoted = (text: string): string => {
  if (!text.isWellFormed()) throw new RangeError('half a surrogate pair has no UTF-8');
  return JSON.stringify(text);
};
