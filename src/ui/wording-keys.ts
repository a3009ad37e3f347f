import { notice } from './texts/id/notice.ts';
import type { TextKey } from './texts/text.ts';

type Happened = keyof typeof notice.happened;
export type WordingKey = 'greeting' | 'signature' | `happened.${Happened}`;

/** The steps that letters tell of. */
export const wordedSteps: readonly Happened[] = Object.keys(notice.happened).filter((key): key is Happened =>
  Object.hasOwn(notice.happened, key),
);

/** What a city may say in its own words in the letters to reporters: how they begin and end, and that something happened. */
export const wordingKeys: readonly WordingKey[] = [
  'greeting',
  'signature',
  ...wordedSteps.map((kind) => `happened.${kind}` as const),
];

/** What it is called where no city said otherwise. */
export const wordingText = (key: WordingKey): TextKey & `notice.${WordingKey}` => `notice.${key}`;

export const isWordingKey = (key: string): key is WordingKey => wordingKeys.some((one) => one === key);
