/** What is counted of a filing: whom it gives as contact, what it says, where it comes from. */
export type CountedBy = 'contact' | 'words' | 'network';

export type FilingLimit = {
  readonly by: CountedBy;
  /** `network`: apart for each network it comes from; `anywhere`: all together. */
  readonly from: 'network' | 'anywhere';
  /** So many without being asked anything. */
  readonly max: number;
  /** So many more of those that answered the small question (proof-question.ts): beyond it no person sends. */
  readonly maxProved: number;
  readonly windowSeconds: number;
  /** `own`: no law or standard names a number; it is ours. */
  readonly source: 'own';
};

const minutes = 60;
const hours = 60 * minutes;

/**
 * How many reports are taken, and from which one on a small question is asked first. Far above what a person does, low enough that a program in a loop does not bury the city. A contact is counted apart for
 * each network: a stranger elsewhere who gives somebody's address cannot use up that person's right to report. The same words from everywhere may be
 * a campaign that copies its text, which is legitimate; hundreds an hour may be a flood, thousands are one. A network may be a carrier's address with thousands behind it.
 */
export const filingLimits = [
  { by: 'contact', from: 'network', max: 6, maxProved: 60, windowSeconds: 10 * minutes, source: 'own' },
  { by: 'contact', from: 'network', max: 30, maxProved: 300, windowSeconds: 24 * hours, source: 'own' },
  { by: 'words', from: 'network', max: 3, maxProved: 30, windowSeconds: 1 * hours, source: 'own' },
  { by: 'words', from: 'anywhere', max: 300, maxProved: 3000, windowSeconds: 1 * hours, source: 'own' },
  { by: 'network', from: 'network', max: 600, maxProved: 6000, windowSeconds: 10 * minutes, source: 'own' },
] as const satisfies readonly FilingLimit[];

/** Shorter words are not counted: many people say "lampu jalan mati" and mean different lamps. */
const leastCounted = 30;

/**
 * What two copies of a text have in common, however they were typed: letters and digits alone, in lower case, their compatible forms made one (NFKC).
 * Null when it is too short to be a copy.
 */
export const countedWords = (text: string): string | null => {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFKC') // a small letter may have a form in one piece where the capital has none
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
  return [...words].length < leastCounted ? null : words;
};
