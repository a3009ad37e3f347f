import { tokensOf } from '../../domain/words/tokens.ts';
import { sameForDays } from '../../store/likely-same.ts';
import type { Row } from './row.ts';

/** A row that says what others say of the same place, an earlier one among them. */
export type Repeat = { readonly row: string; readonly same: readonly string[] };

const windowMs = sameForDays * 86_400_000;

/** The rows that repeat earlier ones: one text by the table's own groups and by its words, one place by its words, within the days of one matter. */
export const repeatsIn = (rows: readonly Row[]): readonly Repeat[] => {
  const groups = [...Map.groupBy(rows, ({ group }) => group).values()].filter((group) => group.length > 1);
  return groups
    .flatMap((group) => [...Map.groupBy(group.filter(hasPlace), saidOf).values()])
    .flatMap((same) => same.flatMap((row, index) => repeatOf(row, same, index)));
};

const repeatOf = (row: Row, all: readonly Row[], index: number): readonly Repeat[] => {
  const isNear = (other: Row): boolean =>
    other !== row && Math.abs(row.filedAt.getTime() - other.filedAt.getTime()) < windowMs;
  if (!all.slice(0, index).some(isNear)) return [];
  return [{ row: row.id, same: all.filter(isNear).map(({ id }) => id) }];
};

const hasPlace = ({ place }: Row): boolean => tokensOf(place).length > 0;

const saidOf = ({ text, place }: Row): string => [text, place].map((words) => tokensOf(words).join(' ')).join(' | ');
