import type { Language } from './language.ts';
import type { Translate } from './translator.ts';

const locales = { id: 'id-ID', en: 'en-GB' } as const satisfies Record<Language, string>;

/**
 * "Selasa 24 November pukul 14.00", "Tuesday 24 November, 14:00", in the city's zone. The year stands there where it is not the one of now: whoever
 * reads "20 Januari" in November must not wonder which.
 */
export const formatMoment = (iso: string, zone: string, language: Language, nowIso: string): string =>
  momentIn(partsOf(new Date(iso), zone, language), language, yearIn(nowIso, zone, language));

/**
 * A deadline as people say it. Days end at 24:00 and a deadline is the first instant that is too late, so midnight is
 * shown as the end of the day before: "Selasa 24 November pukul 24.00".
 */
export const formatDeadline = (iso: string, zone: string, language: Language, nowIso: string): string =>
  momentIn(duePartsOf(new Date(iso), zone, language), language, yearIn(nowIso, zone, language));

/**
 * "Selasa, 24 November 2026 (akhir hari)", "Selasa, 24 November 2026 pukul 14.30 WIB": a deadline in a letter, which is read on other days, in other
 * years and in other zones. What is counted in days ends with one, and needs no hour.
 */
export const formatLetterDeadline = (iso: string, zone: string, language: Language): string => {
  const { weekday, day, month, year, hour, minute } = duePartsOf(new Date(iso), zone, language);
  const date = `${weekday}, ${day} ${month} ${year}`;
  if (hour === '24') return `${date} (${endOfDay[language]})`;
  return `${date}${timeIn(hour, minute, language)} ${zoneName(iso, zone)}`;
};

const endOfDay = { id: 'akhir hari', en: 'end of the day' } as const satisfies Record<Language, string>;

/** "24 November 2026 pukul 24.00 WIB": a deadline on paper, which is read on other days, and in other years, than the one it was printed on. */
export const formatDeadlineStamp = (iso: string, zone: string, language: Language): string =>
  `${stampIn(duePartsOf(new Date(iso), zone, language), language)} ${zoneName(iso, zone)}`;

/** "24 November 2026". */
export const formatDate = (iso: string, zone: string, language: Language): string => {
  const { day, month, year } = partsOf(new Date(iso), zone, language);
  return `${day} ${month} ${year}`;
};

/** "24 November 2026 pukul 14.00 WIB": for what is kept or printed, where year and zone must stand. */
export const formatStamp = (iso: string, zone: string, language: Language): string =>
  `${stampIn(partsOf(new Date(iso), zone, language), language)} ${zoneName(iso, zone)}`;

export const formatNumber = (value: number, language: Language): string => numberFormats[language].format(value);

/** The words `formatRemaining` needs. */
export type RemainingKey = `general.remaining.${'left' | 'past'}.${Unit}`;
type Unit = 'minutes' | 'hours' | 'days';

/** "5 jam lagi", "lewat 2 hari": whole units, never more time than there is (but 1 minute); hours up to two days, then days. */
export const formatRemaining = (iso: string, nowIso: string, t: Translate<RemainingKey>): string => {
  const minutes = (Date.parse(iso) - Date.parse(nowIso)) / 60_000;
  const { unit, count } = inUnits(Math.abs(minutes));
  return t(`general.remaining.${minutes < 0 ? 'past' : 'left'}.${unit}`, { count });
};

const inUnits = (minutes: number): { readonly unit: Unit; readonly count: number } => {
  if (minutes < 60) return { unit: 'minutes', count: Math.max(1, Math.floor(minutes)) };
  if (minutes < 48 * 60) return { unit: 'hours', count: Math.floor(minutes / 60) };
  return { unit: 'days', count: Math.floor(minutes / (24 * 60)) };
};

type Parts = Readonly<Record<'weekday' | 'day' | 'month' | 'year' | 'hour' | 'minute', string>>;

const momentIn = ({ weekday, day, month, year, hour, minute }: Parts, language: Language, thisYear: string): string =>
  `${weekday} ${day} ${month}${year === thisYear ? '' : ` ${year}`}${timeIn(hour, minute, language)}`;

const stampIn = ({ day, month, year, hour, minute }: Parts, language: Language): string =>
  `${day} ${month} ${year}${timeIn(hour, minute, language)}`;

const yearIn = (iso: string, zone: string, language: Language): string => partsOf(new Date(iso), zone, language).year;

/** Midnight is 24:00 of the day that ends with it. */
const duePartsOf = (due: Date, zone: string, language: Language): Parts => {
  const parts = partsOf(due, zone, language);
  if (parts.hour !== '00' || parts.minute !== '00') return parts;
  return { ...partsOf(new Date(due.getTime() - 1), zone, language), hour: '24', minute: '00' };
};

const timeIn = (hour: string, minute: string, language: Language): string =>
  language === 'id' ? ` pukul ${hour}.${minute}` : `, ${hour}:${minute}`;

const partsOf = (date: Date, zone: string, language: Language): Parts => {
  const parts = Object.fromEntries(
    formatIn(zone, language)
      .formatToParts(date)
      .map((part) => [part.type, part.value]),
  );
  const { weekday = '', day = '', month = '', year = '', hour = '', minute = '' } = parts;
  return { weekday, day, month, year, hour, minute };
};

/** WIB, WITA and WIT are what Indonesians call their zones in either language; English data only knows GMT+7. */
const zoneName = (iso: string, zone: string): string => {
  const format = kept(
    zoneFormats,
    zone,
    () => new Intl.DateTimeFormat('id-ID', { timeZone: zone, timeZoneName: 'short' }),
  );
  return format.formatToParts(new Date(iso)).find((part) => part.type === 'timeZoneName')?.value ?? zone;
};

const formatIn = (zone: string, language: Language): Intl.DateTimeFormat =>
  kept(
    momentFormats,
    `${language} ${zone}`,
    () =>
      new Intl.DateTimeFormat(locales[language], {
        timeZone: zone,
        weekday: 'long',
        day: 'numeric',
        month: 'long',
        year: 'numeric',
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
      }),
  );

/** Making a format costs some 50 times its use; zones and languages are few. */
const kept = (formats: Map<string, Intl.DateTimeFormat>, key: string, make: () => Intl.DateTimeFormat) => {
  const known = formats.get(key) ?? make();
  formats.set(key, known);
  return known;
};

const momentFormats = new Map<string, Intl.DateTimeFormat>();
const zoneFormats = new Map<string, Intl.DateTimeFormat>();
const numberFormats = {
  id: new Intl.NumberFormat(locales.id),
  en: new Intl.NumberFormat(locales.en),
} as const satisfies Record<Language, Intl.NumberFormat>;
