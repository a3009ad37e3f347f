/**
 * The words of a text as they are compared: lower case, letters and digits alone, compatible forms made one (NFKC). "kel.Gundih" is two words,
 * "Jum'at" one.
 */
export const tokensOf = (text: string): readonly string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/['’`]/gu, '')
    .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
