import type { HealthFacts, LastCopy } from '../../domain/health/health-facts.ts';
import type { HealthPart } from '../../domain/health/trouble.ts';
import type { Text } from '../../ui/texts/text.ts';

/** What is said of a part that is well: the number that shows it. */
export const wellWords = (t: Text, facts: HealthFacts, part: HealthPart): string =>
  t(`health.well.${part}`, valuesOf(facts, part));

const valuesOf = (facts: HealthFacts, part: HealthPart): Readonly<Record<string, string | number>> => {
  const { database, service } = facts;
  const cities = database?.cities ?? [];
  switch (part) {
    case 'database':
      return { version: database?.version ?? '' };
    case 'worker':
      return { count: database?.workers ?? 0 };
    case 'jobs':
      return { count: sum(database?.jobs ?? [], ({ waiting }) => waiting) };
    case 'letters':
      return {
        count: sum(cities, ({ letters, postLetters }) => letters.count + postLetters.count),
        givenUp: sum(cities, ({ lettersGivenUp }) => lettersGivenUp),
      };
    case 'processes':
      return { count: service?.deaths ?? 0 };
    case 'errors':
      return { count: service?.failures ?? 0 };
    case 'disk':
      return { percent: Math.floor((facts.freeDisk ?? 0) * 100) };
    case 'backup':
      return { hours: hoursOf(facts.backup) };
    case 'keysBackup':
      return { hours: hoursOf(facts.keysBackup) };
    case 'migrations':
      return { count: database?.migrations ?? 0 };
    case 'time':
    case 'sequencer':
    case 'clocks':
    case 'mail':
    case 'certificate':
    case 'calendar':
      return {};
  }
};

const sum = <T>(list: readonly T[], count: (one: T) => number): number =>
  list.reduce((whole, one) => whole + count(one), 0);

const hoursOf = (copy: LastCopy): number => (copy === null || copy === 'never' ? 0 : Math.floor(copy.hoursAgo));
