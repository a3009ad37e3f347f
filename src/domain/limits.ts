/** How long words may be, in characters as a browser counts them. Long enough for every real complaint seen; the page says so before it refuses. */
export const longestWords = 10_000;
export const longestLine = 500;
