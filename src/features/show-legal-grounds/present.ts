import { nationalDaysOfAYear } from '../../domain/calendar.ts';
import type { PolicyRule } from '../../domain/policy.ts';
import { rulesInForce } from '../../domain/rules-in-force.ts';
import { formatDate, formatNumber } from '../../platform/i18n/format.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import type { PageFrame } from '../../ui/page-frame.ts';
import { ruleMark, ruleName, ruleRuns, ruleSource, ruleValue } from '../../ui/rule-words.ts';
import type { Text } from '../../ui/texts/text.ts';
import type { CalendarPart, Grounds } from './queries.ts';
import type { LegalGroundsProps, ShownCalendar, ShownRule } from './legal-grounds.view.tsx';

/** Rows in, words out: what the city promises and on what ground. */
export const presentGrounds = (frame: PageFrame, tenant: Tenant, grounds: Grounds): LegalGroundsProps => {
  const rules = rulesInForce(grounds.rules);
  return {
    frame,
    version: versionWords(frame, tenant, grounds),
    week: weekWords(frame.t, rules),
    clocks: rules
      .filter(isClock)
      .map((rule) => shownRule(frame, rule))
      .map(withoutRepetition),
    others: rules.filter((rule) => !isClock(rule)).map((rule) => shownRule(frame, rule)),
    calendars: grounds.calendars.map((part) => shownCalendar(frame, part)),
  };
};

/** The first rules hold from the beginning: also for reports that were filed before the city was set up here. */
const versionWords = ({ t, language }: PageFrame, { zone }: Tenant, { version, since }: Grounds): string =>
  version === 1
    ? t('promises.grounds.firstVersion')
    : t('promises.grounds.version', {
        version: formatNumber(version, language),
        since: formatDate(since.toISOString(), zone, language),
      });

/** As the rules below count them. */
const weekWords = (t: Text, rules: readonly PolicyRule[]): string => {
  const isSet = (key: string): boolean => rules.some((rule) => rule.key === key && rule.value === true);
  const days = t(`promises.counting.week.${isSet('week.saturday_works') ? 'six' : 'five'}`);
  return `${days} ${t(`promises.counting.weekOff.${isSet('week.joint_leave_works') ? 'notJointLeave' : 'all'}`)}`;
};

const isClock = ({ key }: PolicyRule): boolean => key.startsWith('clock.');

const shownRule = ({ t, language }: PageFrame, { key, value, source, confidence }: PolicyRule): ShownRule => ({
  key,
  mark: ruleMark(key),
  name: ruleName(t, key),
  runs: ruleRuns(t, key),
  value: ruleValue(t, language, value),
  source: ruleSource(t, source),
  confidence,
});

/** Clocks that run alike stand together; how is said once. */
const withoutRepetition = (rule: ShownRule, index: number, rules: readonly ShownRule[]): ShownRule =>
  rule.runs !== null && rules[index - 1]?.runs === rule.runs ? { ...rule, runs: null } : rule;

const shownCalendar = ({ t }: PageFrame, { year, kind, days, sources }: CalendarPart): ShownCalendar => ({
  year: String(year),
  kind: t(`promises.calendars.kind.${kind}`),
  days: [
    t('promises.calendars.count', { count: days }),
    ...(kind === 'national' && days < nationalDaysOfAYear
      ? [t('promises.calendars.incomplete', { least: nationalDaysOfAYear })]
      : []),
  ].join(', '),
  source: sources,
});
