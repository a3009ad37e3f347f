type Told = { readonly kind: string; readonly words: Readonly<Record<string, string>> };

/** What a correction replaces; where the report is, and what was wished of it, stays as it was filed. */
const corrected = ['title', 'description', 'place'] as const;

/** The words of a report that count, from its events in their order: those of the filing, or of the correction where there was one. */
export const wordsNow = (events: readonly Told[]): Readonly<Record<string, string>> => {
  const filed = events[0]?.words ?? {};
  const correction = events.find(({ kind }) => kind === 'corrected');
  if (correction === undefined) return filed;
  const rest = Object.fromEntries(Object.entries(filed).filter(([field]) => !corrected.some((one) => one === field)));
  return { ...rest, ...correction.words };
};
