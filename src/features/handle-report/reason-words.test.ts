import { expect, it } from 'vitest';

import { reasons, type ReasonedMove } from '../../domain/reasons.ts';
import { languages } from '../../platform/i18n/language.ts';
import { reasonWords } from './reason-words.ts';

const isReasoned = (move: string): move is ReasonedMove => Object.hasOwn(reasons, move);
const all = Object.keys(reasons)
  .filter(isReasoned)
  .flatMap((move) => reasons[move].map((code) => [move, code] as const));

it.each(all)('%s: the reason %s has words in every language', (move, code) => {
  for (const language of languages) expect(reasonWords(language, move, code)).not.toBe(code);
});
