import type { PolicyRule } from '../../domain/policy.ts';
import { rulesInForce } from '../../domain/rules-in-force.ts';
import { formatDate, formatNumber, formatStamp } from '../../platform/i18n/format.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import type { PageFrame } from '../../ui/page-frame.ts';
import { ruleName, ruleSource, ruleValue } from '../../ui/rule-words.ts';
import { dayWords, monthsOf } from './days.ts';
import { ruleDiffs } from './rule-diffs.ts';
import type { KeptRule, OverviewProps, RuleGroup, ShownChange, ShownCount, ShownVersion } from './overview.view.tsx';
import type { Kept, KeptChange, KeptVersion, PromiseCount } from './queries.ts';

type Shown = { readonly year: number; readonly saved: OverviewProps['saved'] };

/** Rows in, words out: the desk where the promises of the city are kept. */
export const overviewProps = (frame: PageFrame, tenant: Tenant, kept: Kept, { year, saved }: Shown): OverviewProps => ({
  frame,
  groups: groupsOf(frame, rulesOf(frame, tenant, kept.versions)),
  year: String(year),
  years: yearsOf(kept, year).map((one) => ({ year: String(one), isShown: one === year })),
  months: monthsOf(frame, kept.days),
  counts: kept.promises.map((count) => shownCount(frame, count)),
  total: totalOf(frame, kept.promises),
  versions: kept.versions.map((version, index) => shownVersion(frame, tenant, version, kept.versions[index + 1])),
  changes: kept.changes.map((change) => shownChange(frame, tenant, change)),
  saved,
});

/** The years known, the one asked for, and the next after them: that is the one to be entered. */
const yearsOf = ({ years }: Kept, year: number): readonly number[] => {
  const known = new Set([...years, year]);
  return [...known.add(Math.max(...known) + 1)].toSorted((a, b) => a - b);
};

const rulesOf = (frame: PageFrame, tenant: Tenant, versions: readonly KeptVersion[]): readonly KeptRule[] => {
  const { t, language } = frame;
  return rulesInForce(versions[0]?.rules ?? []).map(({ key, value, source, confidence }) => ({
    key,
    name: ruleName(t, key),
    value: ruleValue(t, language, value),
    source: ruleSource(t, source),
    confidence: t(`promises.confidence.${confidence}`),
    since: sinceWords(frame, tenant, versionOf(versions, key)),
  }));
};

/** By what they are about, as the first word of their key says; nothing is left out. */
const groupsOf = ({ t, language }: PageFrame, rules: readonly KeptRule[]): readonly RuleGroup[] =>
  [...Map.groupBy(rules, ({ key }) => topicOf(key))].map(([topic, own]) => ({
    topic: t(`promises.desk.topic.${topic}`),
    count: formatNumber(own.length, language),
    rules: own,
  }));

const topicOf = (key: string): (typeof topics)[number][1] | 'limits' =>
  topics.find(([start]) => key.startsWith(start))?.[1] ?? 'limits';

const topics = [
  ['clock.', 'lengths'],
  ['week.', 'days'],
  ['office_hours.', 'days'],
  ['escalation.', 'telling'],
  ['notices.', 'telling'],
  ['reminder.', 'telling'],
] as const;

/** The version a rule has stood in unchanged ever since. */
const versionOf = (versions: readonly KeptVersion[], key: string): KeptVersion | undefined => {
  const textIn = (version: KeptVersion | undefined): string =>
    JSON.stringify(version?.rules.find((rule) => rule.key === key));
  const changedAfter = versions.findIndex((version) => textIn(version) !== textIn(versions[0]));
  return changedAfter === -1 ? versions.at(-1) : versions[changedAfter - 1];
};

const sinceWords = ({ t, language }: PageFrame, tenant: Tenant, version: KeptVersion | undefined): string =>
  version === undefined
    ? t('general.unknown')
    : t('promises.desk.versionSince', {
        version: formatNumber(version.version, language),
        date: formatDate(new Date(version.since).toISOString(), tenant.zone, language),
      });

const shownCount = ({ t, language }: PageFrame, { agency, kept, moved, missed }: PromiseCount): ShownCount => ({
  agency: agency ?? t('promises.desk.noAgency'),
  kept: formatNumber(kept, language),
  moved: formatNumber(moved, language),
  missed: formatNumber(missed, language),
});

const totalOf = ({ t, language }: PageFrame, promises: readonly PromiseCount[]): string => {
  const sum = (of: (count: PromiseCount) => number): string =>
    formatNumber(
      promises.reduce((all, count) => all + of(count), 0),
      language,
    );
  return t('promises.desk.total', {
    kept: sum(({ kept }) => kept),
    moved: sum(({ moved }) => moved),
    missed: sum(({ missed }) => missed),
  });
};

const shownVersion = (
  frame: PageFrame,
  tenant: Tenant,
  { version, since, rules, reason, post }: KeptVersion,
  before: KeptVersion | undefined,
): ShownVersion => {
  const { t, language } = frame;
  return {
    version: formatNumber(version, language),
    since: formatStamp(new Date(since).toISOString(), tenant.zone, language),
    what: before === undefined ? [t('promises.desk.allRules')] : changedRules(frame, before.rules, rules),
    reason: reason ?? t('promises.desk.firstVersion'),
    post: post ?? t('promises.desk.nobody'),
  };
};

const changedRules = (
  frame: PageFrame,
  before: readonly PolicyRule[],
  after: readonly PolicyRule[],
): readonly string[] =>
  ruleDiffs(frame, rulesInForce(before), rulesInForce(after)).map((diff) =>
    frame.t('promises.desk.ruleChanged', { rule: diff.name, before: diff.before, after: diff.after }),
  );

const shownChange = (frame: PageFrame, tenant: Tenant, change: KeptChange): ShownChange => ({
  id: change.id,
  at: formatStamp(new Date(change.at).toISOString(), tenant.zone, frame.language),
  what: [
    ...change.added.map((day) => frame.t('promises.desk.added', { day: dayWords(frame, day) })),
    ...change.removed.map((day) => frame.t('promises.desk.removed', { day: dayWords(frame, day) })),
  ],
  reason: change.reason,
  post: change.post ?? frame.t('promises.desk.nobody'),
});
