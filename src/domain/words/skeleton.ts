/** The consonants of a word, doubled ones once: what is left when the vowels are uncertain. */
export const skeletonOf = (word: string): string => word.replaceAll(/[aiueo]/g, '').replaceAll(/(.)\1+/g, '$1');
