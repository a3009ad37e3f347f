/** What is looked at, in the order in which it is shown. */
export const healthParts = [
  'database',
  'time',
  'worker',
  'jobs',
  'sequencer',
  'clocks',
  'letters',
  'mail',
  'processes',
  'errors',
  'disk',
  'backup',
  'keysBackup',
  'certificate',
  'calendar',
  'migrations',
] as const;
export type HealthPart = (typeof healthParts)[number];

const minute = 60_000;

type Kind = {
  readonly part: HealthPart;
  /** `broken`: citizens or officers feel it now. `care`: they will, if nobody looks. */
  readonly light: 'broken' | 'care';
  /** Who is written to once it has lasted this long; absent: it stands on the page alone. */
  readonly told?: { readonly to: 'operators' | 'city'; readonly afterMs: number };
};

const operators = (afterMs: number): NonNullable<Kind['told']> => ({ to: 'operators', afterMs });

/** Everything that can be wrong, once. What each means and what to do stands in the texts by the same name. */
export const troubles = {
  databaseGone: { part: 'database', light: 'broken', told: operators(minute) },
  clocksApart: { part: 'time', light: 'broken', told: operators(minute) },
  clockBehind: { part: 'time', light: 'broken', told: operators(minute) },
  workerSilent: { part: 'worker', light: 'broken', told: operators(minute) },
  jobsWaiting: { part: 'jobs', light: 'broken', told: operators(0) },
  jobsGivenUp: { part: 'jobs', light: 'care' },
  sequencerStuck: { part: 'sequencer', light: 'broken', told: operators(0) },
  clocksUnswept: { part: 'clocks', light: 'broken', told: operators(0) },
  manyBroken: { part: 'clocks', light: 'care', told: { to: 'city', afterMs: 0 } },
  lettersFailing: { part: 'letters', light: 'broken', told: operators(10 * minute) },
  mailRefuses: { part: 'mail', light: 'broken', told: operators(10 * minute) },
  mailUnset: { part: 'mail', light: 'care' },
  processesDying: { part: 'processes', light: 'broken', told: operators(0) },
  manyErrors: { part: 'errors', light: 'broken', told: operators(0) },
  diskLittle: { part: 'disk', light: 'care', told: operators(0) },
  diskFull: { part: 'disk', light: 'broken', told: operators(0) },
  backupOld: { part: 'backup', light: 'broken', told: operators(0) },
  backupLogStuck: { part: 'backup', light: 'broken', told: operators(0) },
  keysNeverCopied: { part: 'keysBackup', light: 'broken', told: operators(0) },
  certificateEnds: { part: 'certificate', light: 'care', told: operators(0) },
  certificateEnded: { part: 'certificate', light: 'broken', told: operators(0) },
  calendarMissing: { part: 'calendar', light: 'care' },
  migrationsMissing: { part: 'migrations', light: 'broken' },
} as const satisfies Readonly<Record<string, Kind>>;

export type TroubleName = keyof typeof troubles;
export const troubleKind = (name: TroubleName): Kind => troubles[name];

/** One thing that is wrong now. */
export type Trouble = {
  readonly name: TroubleName;
  /** Which city or address it is about; absent: the whole installation. */
  readonly about?: string;
  /** What stands in the gaps of its texts. */
  readonly values: Readonly<Record<string, string | number>>;
};
