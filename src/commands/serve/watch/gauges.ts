import { Gauge, Registry } from 'prom-client';

import type { CityPulse, HealthFacts } from '../../../domain/health/health-facts.ts';

/** The measurements of the whole installation, as they were when it was last looked at. */
export const createGauges = (version: string) => {
  const registry = new Registry();
  const gauge = <Label extends string>(name: string, help: string, labelNames: readonly Label[] = []) =>
    new Gauge<Label>({ name, help, labelNames: [...labelNames], registers: [registry] });
  const gauges = {
    up: gauge('laksa_database_up', 'Whether the database answered the last look'),
    workers: gauge('laksa_workers', 'Workers alive'),
    jobsWaiting: gauge('laksa_jobs_waiting', 'Jobs that are due and not running', ['job']),
    jobsTroubled: gauge('laksa_jobs_troubled', 'Jobs that failed at least once and are not done', ['job']),
    jobsDead: gauge('laksa_jobs_dead', 'Jobs that are tried no more', ['job']),
    jobsOldest: gauge('laksa_jobs_oldest_seconds', 'How long the longest waiting job is due', ['job']),
    waiting: gauge('laksa_waiting', 'Things of a city that wait, by what they are', ['city', 'what']),
    oldest: gauge('laksa_waiting_oldest_seconds', 'How long the first of them waits', ['city', 'what']),
    lettersFailing: gauge('laksa_letters_failing', 'Letters that were tried and have not gone', ['city']),
    lettersGivenUp: gauge('laksa_letters_given_up', 'Letters given up within 24 hours', ['city']),
    open: gauge('laksa_reports_open', 'Open reports by state', ['city', 'state']),
    late: gauge('laksa_clocks_late', 'Open clocks whose date has passed', ['city', 'clock']),
    ahead: gauge(
      'laksa_clock_behind_history_seconds',
      'By how much the newest event of a city lies ahead of its time',
      ['city'],
    ),
    apart: gauge('laksa_clock_apart_seconds', 'How far the clocks of this machine and of the database are apart'),
    broken: gauge('laksa_promises_broken_day', 'Promises whose date passed within 24 hours', ['city']),
    disk: gauge('laksa_disk_free_ratio', 'Free share of the disk of the data folder'),
    backup: gauge('laksa_backup_age_seconds', 'Age of the last backup; absent: not known', ['what']),
    certificate: gauge('laksa_certificate_days', 'Days until the certificate of an address ends', ['host']),
    lookedAt: gauge('laksa_looked_at_seconds', 'When all of this was last looked at (Unix time)'),
    build: gauge('laksa_build_info', 'Always 1', ['version', 'node']),
  };
  gauges.build.set({ version, node: process.versions.node }, 1);
  return { registry, show: (facts: HealthFacts, at: Date) => show(gauges, facts, at) };
};

type Gauges = Readonly<Record<string, Gauge>>;

/** What is not known any more is taken away: an old number is worse than none. */
const show = ({ build: _, ...gauges }: Gauges, { database, ...facts }: HealthFacts, at: Date): void => {
  for (const gauge of Object.values(gauges)) gauge.reset();
  gauges['up']?.set(database === null ? 0 : 1);
  gauges['lookedAt']?.set(Math.floor(at.getTime() / 1000));
  if (facts.freeDisk !== null) gauges['disk']?.set(facts.freeDisk);
  for (const what of ['backup', 'keysBackup'] as const) {
    const copy = facts[what];
    if (copy !== null && copy !== 'never') gauges['backup']?.set({ what }, copy.hoursAgo * 3_600);
  }
  for (const { host, daysLeft } of facts.certificates)
    if (daysLeft !== null) gauges['certificate']?.set({ host }, daysLeft);
  if (database === null) return;
  gauges['workers']?.set(database.workers);
  gauges['apart']?.set(database.apartSeconds);
  for (const { name: job, waiting, troubled, dead, oldestSeconds } of database.jobs) {
    gauges['jobsWaiting']?.set({ job }, waiting);
    gauges['jobsTroubled']?.set({ job }, troubled);
    gauges['jobsDead']?.set({ job }, dead);
    gauges['jobsOldest']?.set({ job }, oldestSeconds ?? 0);
  }
  for (const city of database.cities) showCity(gauges, city);
};

const showCity = (gauges: Gauges, city: CityPulse): void => {
  const { slug } = city;
  for (const what of ['unpublished', 'unswept', 'letters', 'postLetters'] as const) {
    gauges['waiting']?.set({ city: slug, what }, city[what].count);
    gauges['oldest']?.set({ city: slug, what }, city[what].oldestSeconds ?? 0);
  }
  gauges['lettersFailing']?.set({ city: slug }, city.lettersFailing);
  gauges['lettersGivenUp']?.set({ city: slug }, city.lettersGivenUp);
  gauges['ahead']?.set({ city: slug }, city.aheadSeconds);
  gauges['broken']?.set({ city: slug }, city.broken.lastDay);
  for (const [state, count] of Object.entries(city.open)) gauges['open']?.set({ city: slug, state }, count);
  for (const [clock, count] of Object.entries(city.late)) gauges['late']?.set({ city: slug, clock }, count);
};
