/** How long words may be, in characters as a browser counts them. Long enough for every real complaint seen; the page says so before it refuses. */
export const longestWords = 10_000;
export const longestLine = 500;

/** What a report takes, by whatever way it is filed. */
export const longestInReport = { description: longestWords, title: 200, place: longestLine, name: 200 } as const;

/** What is said of a change of rules: the law it follows, and why it was made. */
export const longestInRule = { source: longestLine, reason: 1_000 } as const;

/** `YYYY-MM-DD`. Before it nobody who reports was born: a slip of the finger. */
export const oldestDay = '1900-01-01';

/** Whether something of a text can be seen: blanks, fillers and what has no shape tell nobody anything. */
export const hasVisibleWords = (text: string): boolean =>
  /[^\s\p{C}\p{Default_Ignorable_Code_Point}\u2800]/u.test(text);
