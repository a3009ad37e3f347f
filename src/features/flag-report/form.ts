import { flagReasons, longestFlag } from '../../domain/flag.ts';
import { hasVisibleWords } from '../../domain/limits.ts';
import { textOf, type FormFields } from '../../platform/http/form-fields.ts';
import type { TypedFlag } from './flag-form.view.tsx';

export const emptyFlag: TypedFlag = { reason: '', words: '', problems: [], flag: null };

/** A reason of the list; what is on no list is told in words. */
export const readFlag = (fields: FormFields): TypedFlag => {
  const typed = { reason: textOf(fields, 'reason'), words: textOf(fields, 'words') };
  const reason = flagReasons.find((one) => one === typed.reason);
  const isSaid = hasVisibleWords(typed.words);
  const problems = [
    ...(reason === undefined ? [{ field: 'reason', problem: 'required' } as const] : []),
    ...(reason === 'other' && !isSaid ? [{ field: 'words', problem: 'required' } as const] : []),
    ...(typed.words.length > longestFlag ? [{ field: 'words', problem: 'too_long' } as const] : []),
  ];
  if (reason === undefined || problems.length > 0) return { ...typed, problems, flag: null };
  return { ...typed, problems, flag: { reason, words: isSaid ? typed.words.trim() : null } };
};
