import { lengthUnits } from '../../domain/due.ts';
import type { PolicyRule } from '../../domain/policy.ts';
import { boundsOf, isWithin } from '../../domain/policy-bounds.ts';
import { confidences } from '../../domain/policy-default.ts';
import type { FieldProblem } from '../../domain/refusal.ts';
import { rulesAtOnce } from '../../domain/rules-in-force.ts';
import { namedProblem } from '../../ui/error-summary.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';
import { ruleName, ruleSource } from '../../ui/rule-words.ts';
import type { Text } from '../../ui/texts/text.ts';
import { ruleDiffs } from './rule-diffs.ts';
import type { FormProblem, RulesFormProps, TypedRule } from './rules-form.view.tsx';
import type { RulesPreviewProps } from './rules-preview.view.tsx';
import type { Holding } from './rules-hold.view.tsx';
import type { TypedRules } from './typed-rules.ts';

export const rulesFormProps = (
  frame: PageFrame,
  { rules, leftOut, reason }: TypedRules,
  problems: readonly FieldProblem[] = [],
): RulesFormProps => {
  const { t } = frame;
  return {
    frame,
    rules: rules.map((rule) => ({
      ...rule,
      name: ruleName(t, rule.key),
      source: ruleSource(t, rule.source),
      hint: hintOf(frame, rule),
    })),
    leftOut: leftOut.map((key) => ruleName(t, key)),
    holding: holdingOf(frame, rules),
    reason,
    units: lengthUnits.map((unit) => ({ value: unit, label: t(`promises.edit.units.${unit}`) })),
    confidences: confidences.map((one) => ({ value: one, label: t(`promises.confidence.${one}`) })),
    problems: problems.map((problem) => shownProblem(frame, rules, problem)),
  };
};

const hintOf = ({ t }: PageFrame, { key, kind }: TypedRule): string | undefined => {
  if (kind === 'time') return t('promises.edit.timeHint');
  const bounds = kind === 'count' ? boundsOf(key) : null;
  return bounds === null ? undefined : t('promises.edit.boundsHint', bounds);
};

const holdingOf = ({ t }: PageFrame, rules: readonly { readonly key: string }[]): Holding => {
  const named = (are: 'atOnce' | 'later') =>
    rules.filter(({ key }) => rulesAtOnce.includes(key) === (are === 'atOnce')).map(({ key }) => ruleName(t, key));
  return { atOnce: named('atOnce'), later: named('later') };
};

/** A problem of the whole, or of a rule, stands at the first field; that of a rule which is not in the form is called by its name there. */
const shownProblem = (frame: PageFrame, rules: readonly TypedRule[], { field, problem }: FieldProblem): FormProblem => {
  const { t } = frame;
  const first = `${rules[0]?.key ?? ''}.value`;
  const unchanged = t('promises.edit.unchanged');
  if (field === 'rules') return { field: first, text: unchanged, named: unchanged };
  if (field === 'reason') {
    const text = t(`refusal.problem.${problem}`);
    return { field, text, named: namedProblem(t('promises.edit.reason'), text) };
  }
  const key = field.replace(/\.(value|source|confidence)$/, '');
  const rule = rules.find((one) => one.key === key);
  const text = problem === 'not_allowed' ? faultWords(t, key, rule) : t(`refusal.problem.${problem}`);
  const named = namedProblem(ruleName(t, key), text);
  if (rule === undefined) return { field: first, text: named, named };
  return { field: field === key ? `${key}.value` : field, text, named };
};

/** Too much or too little by itself, or nothing that can stand beside another rule. */
const faultWords = (t: Text, key: string, rule: TypedRule | undefined): string => {
  const bounds = rule === undefined ? null : boundsOf(key);
  if (bounds !== null && !isWithin(Number(rule?.value), bounds)) return t('promises.edit.bounds', bounds);
  if (key === 'office_hours.until') return t('promises.edit.officeOrder');
  if (key === 'clock.kip_extension') return t('promises.edit.sameUnit', { rule: ruleName(t, 'clock.kip') });
  return t('refusal.problem.not_allowed');
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
  holding: holdingOf(frame, after),
  diffs: ruleDiffs(frame, before, after),
  reason: typed.reason,
  hidden: { ...hiddenFrom(typed), version: String(version) },
  isChanged,
});

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
