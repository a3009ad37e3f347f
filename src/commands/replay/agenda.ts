import { answeredAtOf, type Row } from './row.ts';

/** What happens in the table, one after another: a citizen files, and some time later an agency answers. */
export type Happening = { readonly what: 'filing' | 'answer'; readonly at: Date; readonly row: Row };

/** In the order of the table's own time; what falls on one minute in the order of the rows, filings first. */
export const agendaOf = (rows: readonly Row[]): readonly Happening[] => {
  const filings = rows.map((row): Happening => ({ what: 'filing', at: row.filedAt, row }));
  const answers = rows.flatMap((row): readonly Happening[] => {
    const at = answeredAtOf(row);
    return at === null ? [] : [{ what: 'answer', at, row }];
  });
  // Stable: filings of one minute come before answers of that minute.
  return [...filings, ...answers].toSorted((a, b) => a.at.getTime() - b.at.getTime());
};

const dayMs = 86_400_000;

/** Long enough for every reply window to run out. */
const daysAfterwards = 60;

/** The days after the last happening, one by one. */
export const afterwards = (agenda: readonly Happening[]): readonly Date[] => {
  const last = agenda.at(-1)?.at.getTime() ?? 0;
  return Array.from({ length: daysAfterwards }, (_, index) => new Date(last + (index + 1) * dayMs));
};
