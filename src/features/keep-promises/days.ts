import { formatDate } from '../../platform/i18n/format.ts';
import type { PageFrame } from '../../ui/page-frame.ts';
import type { ShownDay, ShownMonth } from './calendar-year.view.tsx';
import type { NamedDay } from './queries.ts';

/** "17 Agustus 2026, Hari Kemerdekaan RI (libur nasional)". */
export const dayWords = (frame: PageFrame, { day, kind, name }: NamedDay): string =>
  `${dateWords(frame, day)}, ${name} (${frame.t(`promises.calendars.kind.${kind}`)})`;

/** Days of the calendar by the month they fall in. */
export const monthsOf = (frame: PageFrame, days: readonly NamedDay[]): readonly ShownMonth[] =>
  [...Map.groupBy(days, ({ day }) => day.slice(0, 7))].map(([month, own]) => ({
    month: monthWords(frame, `${month}-01`),
    days: own.map((day) => shownDay(frame, day)),
  }));

const shownDay = (frame: PageFrame, { day, kind, name }: NamedDay): ShownDay => ({
  day,
  date: String(Number(day.slice(8))),
  name,
  kind: frame.t(`promises.calendars.kind.${kind}`),
});

const dateWords = ({ language }: PageFrame, day: string): string => formatDate(`${day}T00:00:00Z`, 'UTC', language);

/** Without the day: "Agustus 2026". */
const monthWords = (frame: PageFrame, day: string): string => dateWords(frame, day).replace(/^\d+ /, '');
