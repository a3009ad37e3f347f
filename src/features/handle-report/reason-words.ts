import type { ReasonedMove } from '../../domain/reasons.ts';
import type { Language } from '../../platform/i18n/language.ts';
import { reason as en } from '../../ui/texts/en/reason.ts';
import { reason as id } from '../../ui/texts/id/reason.ts';

/** The words of a reason's code; the code itself for one that is no longer on the list. */
export const reasonWords = (language: Language, move: ReasonedMove, code: string): string => {
  const list: Readonly<Record<string, string>> = { id, en }[language][move];
  return list[code] ?? code;
};
