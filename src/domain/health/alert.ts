import { elapsed } from '../time.ts';
import { troubleKind, type HealthPart, type Trouble, type TroubleName } from './trouble.ts';

/** A trouble that is followed from when it was first seen until it has been over for a while. Times are ISO 8601. */
export type Alert = {
  readonly name: TroubleName;
  readonly about?: string;
  readonly values: Trouble['values'];
  readonly since: string;
  /** When somebody was last written to about it; absent: nobody yet. */
  readonly toldAt?: string;
  /** Since when it has not been seen; absent: it was, the last time somebody looked. */
  readonly goneSince?: string;
};

/** A letter that is due now, and the alert as it is once that letter went. `after: null`: the alert ends with it. */
export type AlertStep = {
  readonly says: 'begins' | 'lasts' | 'over';
  readonly alert: Alert;
  readonly after: Alert | null;
};

/** Somebody who knows is reminded this often. */
const remindMs = 24 * 3_600_000;
/** What comes and goes is one trouble, not ten. */
const overAfterMs = 5 * 60_000;

export type Seen = {
  readonly troubles: readonly Trouble[];
  /** What nobody could look at: alerts about it stay as they are. */
  readonly unknown: ReadonlySet<HealthPart>;
  readonly at: Date;
};

/** Goes on from what was followed before: what is followed now, each with the letter that is due. */
export const followAlerts = (before: readonly Alert[], seen: Seen): readonly (Alert | AlertStep)[] => {
  const now = new Map(seen.troubles.map((trouble) => [placeOf(trouble), trouble]));
  const known = new Set(before.map(placeOf));
  const begun = seen.troubles
    .filter((trouble) => troubleKind(trouble.name).told !== undefined && !known.has(placeOf(trouble)))
    .map((trouble) => told({ ...trouble, since: seen.at.toISOString() }, seen.at));
  return [...before.flatMap((alert) => goOn(alert, now.get(placeOf(alert)), seen)), ...begun];
};

/** A disk that was filling up and is full now is one trouble that has become worse. */
const placeOf = ({ name, about = '' }: Pick<Trouble, 'name' | 'about'>): string => {
  const { part } = troubleKind(name);
  return part === 'disk' || part === 'certificate' ? `${part} ${about}` : `${name} ${about}`;
};

const goOn = (alert: Alert, trouble: Trouble | undefined, { unknown, at }: Seen): readonly (Alert | AlertStep)[] => {
  if (trouble !== undefined) return [told(worsened(alert, trouble), at)];
  if (unknown.has(troubleKind(alert.name).part)) return [alert];
  if (alert.toldAt === undefined) return [];
  const gone = { ...alert, goneSince: alert.goneSince ?? at.toISOString() };
  return [msSince(gone.goneSince, at) < overAfterMs ? gone : { says: 'over', alert: gone, after: null }];
};

/** What became worse is told anew; what became better, or only counts on, is not. */
const worsened = ({ goneSince: _, toldAt, ...alert }: Alert, trouble: Trouble): Alert => {
  const isWorse = troubleKind(trouble.name).light === 'broken' && troubleKind(alert.name).light === 'care';
  return { ...alert, ...trouble, ...(toldAt === undefined || isWorse ? {} : { toldAt }) };
};

const told = (alert: Alert, at: Date): Alert | AlertStep => {
  const after = { ...alert, toldAt: at.toISOString() };
  if (alert.toldAt === undefined) {
    const { afterMs } = troubleKind(alert.name).told ?? { afterMs: Infinity };
    return msSince(alert.since, at) >= afterMs ? { says: 'begins', alert, after } : alert;
  }
  return msSince(alert.toldAt, at) >= remindMs ? { says: 'lasts', alert, after } : alert;
};

const msSince = (iso: string, at: Date): number => elapsed(iso, at.toISOString());
