import { Temporal } from 'temporal-polyfill';

/**
 * The one door to zones. Instants are ISO 8601 in UTC with exactly three decimals, so that they sort as text and hash alike everywhere;
 * days are `YYYY-MM-DD`.
 */
export const localDay = (instant: string, zone: string): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString();

/** The first instant of a day in a zone: midnight, or what follows it where a clock change skips midnight. */
export const startOfDay = (day: string, zone: string): string =>
  instantFrom(Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds);

/** The instant of a wall clock, such as `08:00`, on a day in a zone. */
export const timeOfDay = (day: string, time: string, zone: string): string =>
  instantFrom(
    Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) })
      .epochMilliseconds,
  );

/** Milliseconds from one instant to the other. */
export const elapsed = (from: string, to: string): number => Date.parse(to) - Date.parse(from);

export const later = (instant: string, ms: number): string => instantFrom(Date.parse(instant) + ms);

const instantFrom = (epochMs: number): string => new Date(epochMs).toISOString();
