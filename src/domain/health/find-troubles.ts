import { freshForHours } from '../backups.ts';
import type { CityPulse, Copies, DatabasePulse, HealthFacts, LastCopy, ServicePulse, Waiting } from './health-facts.ts';
import type { HealthPart, Trouble, TroubleName } from './trouble.ts';

/** From when on something is wrong: one table, for the page, the letters and whoever wants other numbers. */
const healthLimits = {
  jobWaitsSeconds: 10 * 60,
  /** As much as the codes of authenticators bear. */
  clockOffSeconds: 60,
  feedWaitsSeconds: 2 * 60,
  clockWaitsSeconds: 5 * 60,
  mailFailsSeconds: 10 * 60,
  /** In ten minutes. */
  deaths: 5,
  failures: 20,
  diskCare: 0.15,
  diskBroken: 0.05,
  backupHours: freshForHours,
  /** A segment is sent at least every minute. */
  backupLogHours: 1,
  certificateDays: 14,
  /** Tried and still waiting, in one city: a single address that does not answer is no trouble of ours. */
  lettersFailing: 3,
  /** More promises broken in a day than usual by this many, and at least twice as many. */
  brokenBeyondUsual: 10,
} as const;

/** What is wrong, by what is known. What nobody could look at is no trouble: see {@link unknownParts}. */
export const findTroubles = (facts: HealthFacts): readonly Trouble[] => [
  ...(facts.database === null ? [{ name: 'databaseGone', values: {} } as const] : databaseTroubles(facts.database)),
  ...(facts.service === null ? [] : serviceTroubles(facts.service)),
  ...(facts.sendsMail ? [] : [{ name: 'mailUnset', values: {} } as const]),
  ...diskTroubles(facts.freeDisk),
  ...copyTroubles(facts),
  ...certificateTroubles(facts.certificates),
  ...unless(facts.missingMigrations === 0, 'migrationsMissing', { count: facts.missingMigrations }),
];

/** What nobody could look at: it is neither well nor wrong. */
export const unknownParts = (facts: HealthFacts): ReadonlySet<HealthPart> => {
  const unknown = new Set<HealthPart>();
  if (facts.database === null)
    for (const part of ['time', 'worker', 'jobs', 'sequencer', 'clocks', 'letters', 'calendar', 'migrations'] as const)
      unknown.add(part);
  if (facts.service === null) for (const part of ['processes', 'errors'] as const) unknown.add(part);
  if (facts.service === null && facts.sendsMail) unknown.add('mail');
  if (facts.freeDisk === null) unknown.add('disk');
  if (facts.backup === null) unknown.add('backup');
  if (facts.keysBackup === null) unknown.add('keysBackup');
  if (facts.certificates.some(({ daysLeft }) => daysLeft === null)) unknown.add('certificate');
  return unknown;
};

const unless = (isWell: boolean, name: TroubleName, values: Trouble['values'], about?: string): readonly Trouble[] =>
  isWell ? [] : [{ name, values, ...(about === undefined ? {} : { about }) }];

const databaseTroubles = ({ workers, jobs, cities, apartSeconds }: DatabasePulse): readonly Trouble[] => [
  ...unless(apartSeconds <= healthLimits.clockOffSeconds, 'clocksApart', { seconds: apartSeconds }),
  ...unless(workers > 0, 'workerSilent', {}),
  ...jobs.flatMap(({ name, waiting, dead, oldestSeconds }) => [
    ...unless(
      isSoon(oldestSeconds, healthLimits.jobWaitsSeconds),
      'jobsWaiting',
      {
        job: name,
        count: waiting,
        minutes: minutes(oldestSeconds),
      },
      name,
    ),
    ...unless(dead === 0, 'jobsGivenUp', { job: name, count: dead }, name),
  ]),
  ...cities.filter(({ isPretended }) => !isPretended).flatMap(cityTroubles),
];

const cityTroubles = (city: CityPulse): readonly Trouble[] => {
  const { slug, name, broken } = city;
  const waits = (waiting: Waiting, limit: number, trouble: TroubleName) =>
    unless(
      isSoon(waiting.oldestSeconds, limit),
      trouble,
      { city: name, count: waiting.count, minutes: minutes(waiting.oldestSeconds) },
      slug,
    );
  const isUsual = broken.lastDay <= broken.usual + healthLimits.brokenBeyondUsual || broken.lastDay < broken.usual * 2;
  return [
    ...unless(
      city.aheadSeconds <= healthLimits.clockOffSeconds,
      'clockBehind',
      { city: name, minutes: minutes(city.aheadSeconds) },
      slug,
    ),
    ...waits(city.unpublished, healthLimits.feedWaitsSeconds, 'sequencerStuck'),
    ...waits(city.unswept, healthLimits.clockWaitsSeconds, 'clocksUnswept'),
    ...unless(isUsual, 'manyBroken', { city: name, count: broken.lastDay, usual: Math.round(broken.usual) }, slug),
    ...unless(
      city.lettersFailing < healthLimits.lettersFailing,
      'lettersFailing',
      { city: name, count: city.lettersFailing },
      slug,
    ),
    ...unless(city.missingYear === null, 'calendarMissing', { city: name, year: city.missingYear ?? 0 }, slug),
  ];
};

const serviceTroubles = ({ deaths, failures, mailFailsForSeconds }: ServicePulse): readonly Trouble[] => [
  ...unless(deaths < healthLimits.deaths, 'processesDying', { count: deaths }),
  ...unless(failures < healthLimits.failures, 'manyErrors', { count: failures }),
  ...unless(isSoon(mailFailsForSeconds, healthLimits.mailFailsSeconds), 'mailRefuses', {
    minutes: minutes(mailFailsForSeconds),
  }),
];

const diskTroubles = (share: number | null): readonly Trouble[] => {
  if (share === null || share >= healthLimits.diskCare) return [];
  return [
    { name: share < healthLimits.diskBroken ? 'diskFull' : 'diskLittle', values: { percent: Math.floor(share * 100) } },
  ];
};

const copyTroubles = ({ backup, backupLog, keysBackup }: Copies): readonly Trouble[] => [
  ...unless(isFresh(backup, healthLimits.backupHours), 'backupOld', {
    hours: backup === null || backup === 'never' ? 0 : Math.floor(backup.hoursAgo),
  }),
  ...unless(isFresh(backupLog, healthLimits.backupLogHours), 'backupLogStuck', {}),
  ...unless(keysBackup !== 'never', 'keysNeverCopied', {}),
];

const isFresh = (copy: LastCopy, hours: number): boolean =>
  copy === null || (copy !== 'never' && copy.hoursAgo <= hours);

const certificateTroubles = (certificates: HealthFacts['certificates']): readonly Trouble[] =>
  certificates.flatMap(({ host, daysLeft }) => {
    if (daysLeft === null || daysLeft >= healthLimits.certificateDays) return [];
    return [
      { name: daysLeft < 0 ? 'certificateEnded' : 'certificateEnds', about: host, values: { host, days: daysLeft } },
    ];
  });

const isSoon = (seconds: number | null, limit: number): boolean => seconds === null || seconds <= limit;
const minutes = (seconds: number | null): number => Math.floor((seconds ?? 0) / 60);
