import { spanWords } from './clock-words.ts';
import type { Text } from './texts/text.ts';

/** "Terlambat 3 hari"; null: the city is not late. */
export const lateWords = (t: Text, lateMs: number | null): string | null =>
  lateMs === null ? null : t('reading.lateBy', { span: spanWords(lateMs, t) });
