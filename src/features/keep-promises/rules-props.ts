import { lengthUnits } from '../../domain/due.ts';
import type { PolicyRule } from '../../domain/policy.ts';
import { confidences } from '../../domain/policy-default.ts';
import type { FieldProblem } from '../../domain/refusal.ts';
import { namedProblem } from '../../ui/error-summary.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';
import { ruleName, ruleSource, ruleValue } from '../../ui/rule-words.ts';
import type { FormProblem, RulesFormProps, TypedRule } from './rules-form.view.tsx';
import type { RuleDiff, RulesPreviewProps } from './rules-preview.view.tsx';
import type { TypedRules } from './typed-rules.ts';

export const rulesFormProps = (
  frame: PageFrame,
  { rules, reason }: TypedRules,
  problems: readonly FieldProblem[] = [],
): RulesFormProps => {
  const { t } = frame;
  return {
    frame,
    rules: rules.map((rule) => ({ ...rule, name: ruleName(t, rule.key), source: ruleSource(t, rule.source) })),
    reason,
    units: lengthUnits.map((unit) => ({ value: unit, label: t(`promises.edit.units.${unit}`) })),
    confidences: confidences.map((one) => ({ value: one, label: t(`promises.confidence.${one}`) })),
    problems: problems.map((problem) => shownProblem(frame, rules, problem)),
  };
};

/** A problem of the whole, or of a rule, stands at the first field. */
const shownProblem = ({ t }: PageFrame, rules: readonly TypedRule[], { field, problem }: FieldProblem): FormProblem => {
  const unchanged = t('promises.edit.unchanged');
  if (field === 'rules') return { field: `${rules[0]?.key ?? ''}.value`, text: unchanged, named: unchanged };
  const text = t(`refusal.problem.${problem}`);
  if (field === 'reason') return { field, text, named: namedProblem(t('promises.edit.reason'), text) };
  const rule = rules.find(({ key }) => field === key || field.startsWith(`${key}.`));
  return {
    field: rule?.key === field ? `${field}.value` : field,
    text,
    named: namedProblem(rule === undefined ? field : ruleName(t, rule.key), text),
  };
};

type Compared = {
  readonly typed: TypedRules;
  readonly version: number;
  readonly before: readonly PolicyRule[];
  readonly after: readonly PolicyRule[];
  readonly isChanged: boolean;
};

export const rulesPreviewProps = (
  frame: PageFrame,
  { typed, version, before, after, isChanged }: Compared,
): RulesPreviewProps => ({
  frame,
  diffs: after.flatMap((rule) =>
    diffsOf(
      frame,
      before.find(({ key }) => key === rule.key),
      rule,
    ),
  ),
  reason: typed.reason,
  hidden: { ...hiddenFrom(typed), version: String(version) },
  isChanged,
});

/** Only what differs: the value, where it comes from, how sure that is. */
const diffsOf = (frame: PageFrame, before: PolicyRule | undefined, after: PolicyRule): readonly RuleDiff[] => {
  const { t } = frame;
  const name = ruleName(t, after.key);
  const told = (rule: PolicyRule | undefined) => toldRule(frame, rule);
  const [was, is] = [told(before), told(after)];
  return (['value', 'source', 'confidence'] as const)
    .filter((part) => was[part] !== is[part])
    .map((part) => ({
      key: `${after.key} ${part}`,
      name: part === 'value' ? name : `${name}: ${t(partNames[part])}`,
      before: was[part],
      after: is[part],
    }));
};

const partNames = { source: 'promises.edit.basisOf', confidence: 'promises.edit.certaintyOf' } as const;

const toldRule = ({ t, language }: PageFrame, rule: PolicyRule | undefined) =>
  rule === undefined
    ? { value: t('general.none'), source: t('general.none'), confidence: t('general.none') }
    : {
        value: ruleValue(t, language, rule.value),
        source: ruleSource(t, rule.source),
        confidence: t(`promises.confidence.${rule.confidence}`),
      };

const hiddenFrom = ({ rules, reason }: TypedRules): Readonly<Record<string, string>> => ({
  aturan: rules.map(({ key }) => key).join(' '),
  reason,
  ...Object.fromEntries(
    rules.flatMap(({ key, value, unit, source, confidence }) => [
      [`${key}.value`, value],
      [`${key}.unit`, unit],
      [`${key}.source`, source],
      [`${key}.confidence`, confidence],
    ]),
  ),
});
