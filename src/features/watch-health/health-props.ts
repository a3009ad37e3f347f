import type { FastifyRequest } from 'fastify';

import { findTroubles, unknownParts } from '../../domain/health/find-troubles.ts';
import type { CityPulse, HealthFacts } from '../../domain/health/health-facts.ts';
import { healthParts, troubleKind, type HealthPart } from '../../domain/health/trouble.ts';
import { allows } from '../../domain/permission.ts';
import { formatNumber, formatStamp } from '../../platform/i18n/format.ts';
import { staffOf } from '../../store/identity.ts';
import type { PageFrame } from '../../ui/page-frame.ts';
import type { HealthSeen } from './health-seen.ts';
import type { HealthProps, ShownCity, ShownPart } from './health.view.tsx';
import { wellWords } from './well-words.ts';

/** What a city's administrator sees besides their own city: what all cities stand on. */
const cityParts: ReadonlySet<HealthPart> = new Set([
  'database',
  'time',
  'worker',
  'sequencer',
  'clocks',
  'letters',
  'mail',
  'calendar',
]);

/** The page of who administers the installation, or the part of one city. */
export const healthProps = (
  frame: PageFrame,
  request: FastifyRequest,
  seen: HealthSeen,
  isFresh: boolean,
): HealthProps => {
  const isWhole = allows(staffOf(request).post, 'administer_platform');
  const { tenant, language } = request;
  const facts = isWhole ? seen.facts : factsOf(seen.facts, tenant.slug);
  const moment = (iso: string) => formatStamp(iso, tenant.zone, language);
  const isShown = (part: HealthPart) =>
    isWhole ? part !== 'certificate' || facts.certificates.length > 0 : cityParts.has(part);
  const parts = healthParts.filter(isShown).map((part) => partOf(frame, facts, part));
  return {
    frame,
    isFresh,
    lookedAt: moment(seen.at.toISOString()),
    parts,
    cities: (facts.database?.cities ?? []).map((city) => cityOf(frame, city)),
    whole: isWhole ? wholeOf(frame, seen, moment) : null,
  };
};

const factsOf = (facts: HealthFacts, slug: string): HealthFacts => ({
  ...facts,
  database:
    facts.database === null
      ? null
      : { ...facts.database, jobs: [], cities: facts.database.cities.filter((city) => city.slug === slug) },
});

const partOf = ({ t }: PageFrame, facts: HealthFacts, part: HealthPart): ShownPart => {
  const troubles = findTroubles(facts).filter(({ name }) => troubleKind(name).part === part);
  const name = t(`health.part.${part}`);
  if (troubles.length > 0)
    return {
      part: name,
      light: troubles.some((trouble) => troubleKind(trouble.name).light === 'broken') ? 'broken' : 'care',
      lines: troubles.map((trouble) => ({
        says: t(`health.trouble.${trouble.name}.says`, trouble.values),
        todo: t(`health.trouble.${trouble.name}.todo`, trouble.values),
      })),
    };
  const isUnknown = unknownParts(facts).has(part);
  const says = isUnknown ? t('health.unknown') : wellWords(t, facts, part);
  return { part: name, light: isUnknown ? 'unknown' : 'well', lines: [{ says }] };
};

const cityOf = ({ language }: PageFrame, city: CityPulse): ShownCity => {
  const sum = (counts: Readonly<Record<string, number>>) =>
    formatNumber(
      Object.values(counts).reduce((whole, count) => whole + count, 0),
      language,
    );
  return {
    slug: city.slug,
    name: city.name,
    open: sum(city.open),
    late: sum(city.late),
    letters: formatNumber(city.letters.count + city.postLetters.count, language),
    broken: formatNumber(city.broken.lastDay, language),
  };
};

const wholeOf = (
  { t, language }: PageFrame,
  { facts, service, release }: HealthSeen,
  moment: (iso: string) => string,
): NonNullable<HealthProps['whole']> => ({
  release,
  jobs: (facts.database?.jobs ?? []).map(({ name, waiting, dead, oldestSeconds }) => ({
    name,
    waiting: formatNumber(waiting, language),
    failed: formatNumber(dead, language),
    oldest: oldestSeconds === null ? t('general.none') : t('health.minutes', { count: Math.floor(oldestSeconds / 60) }),
  })),
  errors: (service?.errors ?? []).map((error) => ({
    ...error,
    count: formatNumber(error.count, language),
    lastAt: moment(error.lastAt),
  })),
  deaths: Object.entries(service?.deaths ?? {}).map(([name, count]) => ({
    name,
    count: formatNumber(count, language),
  })),
  mailTakenAt: service?.mailTakenAt == null ? null : moment(service.mailTakenAt),
  mailRefusedAt: service?.mailRefusedAt == null ? null : moment(service.mailRefusedAt),
});
