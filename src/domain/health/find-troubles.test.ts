import { expect, test } from 'vitest';

import { findTroubles, unknownParts } from './find-troubles.ts';
import type { CityPulse, DatabasePulse, HealthFacts } from './health-facts.ts';
import { healthParts, troubleKind, troubles } from './trouble.ts';

const none = { count: 0, oldestSeconds: null };
const city: CityPulse = {
  slug: 'kota',
  name: 'Kota Satu',
  isPretended: false,
  open: { received: 3 },
  late: {},
  unpublished: none,
  unswept: none,
  letters: none,
  postLetters: none,
  lettersFailing: 2,
  lettersGivenUp: 0,
  aheadSeconds: 60,
  broken: { lastDay: 14, usual: 4 },
  missingYear: null,
};
const job = { name: 'deliver-notices', waiting: 9, troubled: 1, dead: 0, oldestSeconds: 600 };
const database: DatabasePulse = {
  version: '15.8',
  workers: 1,
  migrations: 38,
  apartSeconds: 60,
  jobs: [job],
  cities: [city],
};
const well: HealthFacts = {
  database,
  service: { deaths: 4, failures: 19, mailFailsForSeconds: 600 },
  sendsMail: true,
  freeDisk: 0.15,
  backup: { hoursAgo: 26 },
  backupLog: { hoursAgo: 1 },
  keysBackup: { hoursAgo: 9_000 },
  certificates: [{ host: 'kota.example', daysLeft: 14 }],
  missingMigrations: 0,
};

const namesIn = (facts: HealthFacts): readonly string[] => findTroubles(facts).map(({ name }) => name);
const withCity = (change: Partial<CityPulse>): HealthFacts => ({
  ...well,
  database: { ...database, cities: [{ ...city, ...change }] },
});

test('at its limits everything is still well, and everything is known', () => {
  expect(namesIn(well)).toEqual([]);
  expect([...unknownParts(well)]).toEqual([]);
});

test.each<[string, HealthFacts]>([
  ['databaseGone', { ...well, database: null }],
  ['clocksApart', { ...well, database: { ...database, apartSeconds: 61 } }],
  ['clockBehind', withCity({ aheadSeconds: 61 })],
  ['workerSilent', { ...well, database: { ...database, workers: 0 } }],
  ['jobsWaiting', { ...well, database: { ...database, jobs: [{ ...job, oldestSeconds: 601 }] } }],
  ['jobsGivenUp', { ...well, database: { ...database, jobs: [{ ...job, dead: 1 }] } }],
  ['sequencerStuck', withCity({ unpublished: { count: 1, oldestSeconds: 121 } })],
  ['clocksUnswept', withCity({ unswept: { count: 1, oldestSeconds: 301 } })],
  ['manyBroken', withCity({ broken: { lastDay: 15, usual: 4 } })],
  ['lettersFailing', withCity({ lettersFailing: 3 })],
  ['calendarMissing', withCity({ missingYear: 2027 })],
  ['mailRefuses', { ...well, service: { deaths: 0, failures: 0, mailFailsForSeconds: 601 } }],
  ['mailUnset', { ...well, sendsMail: false }],
  ['processesDying', { ...well, service: { deaths: 5, failures: 0, mailFailsForSeconds: null } }],
  ['manyErrors', { ...well, service: { deaths: 0, failures: 20, mailFailsForSeconds: null } }],
  ['diskLittle', { ...well, freeDisk: 0.149 }],
  ['diskFull', { ...well, freeDisk: 0.049 }],
  ['backupOld', { ...well, backup: { hoursAgo: 26.1 } }],
  ['backupOld', { ...well, backup: 'never' }],
  ['backupLogStuck', { ...well, backupLog: { hoursAgo: 1.1 } }],
  ['keysNeverCopied', { ...well, keysBackup: 'never' }],
  ['certificateEnds', { ...well, certificates: [{ host: 'kota.example', daysLeft: 13 }] }],
  ['certificateEnded', { ...well, certificates: [{ host: 'kota.example', daysLeft: -1 }] }],
  ['migrationsMissing', { ...well, missingMigrations: 2 }],
])('just beyond them one thing is wrong, and no other: %s', (name, facts) => {
  expect(namesIn(facts)).toEqual([name]);
});

test('every part can be in trouble', () => {
  const named = Object.values(troubles).map(({ part }) => part);
  expect(new Set(named)).toEqual(new Set(healthParts));
});

test('a city whose time is set, or a rehearsal, troubles nobody', () => {
  expect(namesIn(withCity({ isPretended: true, unswept: { count: 9, oldestSeconds: 9_999 } }))).toEqual([]);
});

test('a city that always breaks many promises is not told so again every day', () => {
  expect(namesIn(withCity({ broken: { lastDay: 60, usual: 40 } }))).toEqual([]);
});

test('without its database or its supervisor, what they know is unknown and not wrong', () => {
  const blind: HealthFacts = { ...well, database: null, service: null, backup: null, freeDisk: null };
  expect(namesIn(blind)).toEqual(['databaseGone']);
  expect(unknownParts(blind)).toContain('worker');
  expect(unknownParts(blind)).toContain('processes');
  expect(unknownParts(blind)).toContain('backup');
  expect(troubleKind('databaseGone').part).toBe('database');
});
