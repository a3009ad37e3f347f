import { longestInRule } from '../../domain/limits.ts';
import { faultyKey, type PolicyRule } from '../../domain/policy.ts';
import { boundsOf, isWithin } from '../../domain/policy-bounds.ts';
import { confidences, defaultPolicyRules } from '../../domain/policy-default.ts';
import { lengthUnits } from '../../domain/due.ts';
import type { FieldProblem, Problem } from '../../domain/refusal.ts';
import { textOf, textsOf, type FormFields } from '../../platform/http/form-fields.ts';
import type { RuleKind, TypedRule } from './rules-form.view.tsx';

export type TypedRules = {
  readonly rules: readonly TypedRule[];
  /** Keys that were chosen beyond what one form takes. */
  readonly leftOut: readonly string[];
  readonly reason: string;
};

export type ChosenRules = { readonly keys: readonly string[]; readonly leftOut: readonly string[] };

/** More at once would be more than a form may carry. */
const mostAtOnce = 10;

/** The rules that were chosen, in the order of the list; what is no rule is left out. */
export const chosenRules = (asked: readonly string[]): ChosenRules => {
  const wanted = new Set(asked.flatMap((keys) => keys.split(/\s+/)));
  const chosen = defaultPolicyRules.flatMap(({ key }) => (wanted.has(key) ? [key] : []));
  return { keys: chosen.slice(0, mostAtOnce), leftOut: chosen.slice(mostAtOnce) };
};

export const typedRulesOf = (fields: FormFields): TypedRules => {
  const { keys, leftOut } = chosenRules(textsOf(fields, 'aturan'));
  return {
    rules: keys.map((key) => ({
      key,
      kind: kindOf(key),
      value: textOf(fields, `${key}.value`).trim(),
      unit: textOf(fields, `${key}.unit`),
      source: textOf(fields, `${key}.source`).trim(),
      confidence: textOf(fields, `${key}.confidence`),
    })),
    leftOut,
    reason: textOf(fields, 'reason').trim(),
  };
};

/** The form as it opens: each rule as it holds now. */
export const typedFrom = ({ key, value, source, confidence }: PolicyRule): TypedRule => ({
  key,
  kind: kindOf(key),
  ...shownValue(value),
  source,
  confidence,
});

/** What was typed, as rules; each that makes no sense is a problem of its field. `inForce`: what they would stand among. */
export const rulesTyped = (
  { rules, reason }: TypedRules,
  inForce: readonly PolicyRule[],
): { readonly rules: readonly PolicyRule[]; readonly problems: readonly FieldProblem[] } => {
  const read = rules.map(ruleFrom);
  const problems = [...read.flatMap((one) => one.problems), ...wordsProblem('reason', reason, longestInRule.reason)];
  if (problems.length > 0) return { rules: [], problems };
  const typed = read.map(({ rule }) => rule);
  const faulty = faultyKey([...inForce, ...typed]);
  return {
    rules: typed,
    problems: faulty === null ? [] : [{ field: `${faulty}.value`, problem: 'not_allowed' }],
  };
};

type ReadRule = { readonly rule: PolicyRule; readonly problems: readonly FieldProblem[] };

const ruleFrom = (typed: TypedRule): ReadRule => {
  const { key, source } = typed;
  const confidence = confidences.find((known) => known === typed.confidence);
  const value = valueFrom(typed);
  const problem = value === null ? problemOf(typed) : outOfBounds(key, value);
  return {
    rule: { key, value, source, confidence: confidence ?? 'own' },
    problems: [
      ...(problem === null ? [] : [{ field: `${key}.value`, problem }]),
      ...wordsProblem(`${key}.source`, source, longestInRule.source),
      ...(confidence === undefined ? [{ field: `${key}.confidence`, problem: 'unknown' as const }] : []),
    ],
  };
};

const wordsProblem = (field: string, words: string, longest: number): readonly FieldProblem[] => {
  if (words === '') return [{ field, problem: 'required' }];
  return words.length > longest ? [{ field, problem: 'too_long' }] : [];
};

const outOfBounds = (key: string, value: unknown): Problem | null => {
  const bounds = boundsOf(key);
  const n = typeof value === 'object' && value !== null && 'n' in value ? value.n : value;
  return bounds === null || isWithin(n, bounds) ? null : 'not_allowed';
};

const problemOf = ({ kind, value }: TypedRule): Problem => {
  if (value === '') return 'required';
  return kind === 'length' || kind === 'count' ? 'not_a_number' : 'unknown';
};

/** Null: no value at all. */
const valueFrom = ({ kind, value, unit }: TypedRule): unknown => {
  switch (kind) {
    case 'length': {
      const known = lengthUnits.find((one) => one === unit);
      return known !== undefined && /^\d{1,9}$/.test(value) ? { n: Number(value), unit: known } : null;
    }
    case 'flag':
      return value === 'yes' || value === 'no' ? value === 'yes' : null;
    case 'count':
      return /^\d{1,9}$/.test(value) ? Number(value) : null;
    case 'time':
      return /^([01]\d|2[0-3])[.:][0-5]\d$/.test(value) ? value.replace('.', ':') : null;
    default:
      return kind satisfies never;
  }
};

const kindOf = (key: string): RuleKind => {
  const value = defaultPolicyRules.find((rule) => rule.key === key)?.value;
  if (typeof value === 'boolean') return 'flag';
  if (typeof value === 'number') return 'count';
  return typeof value === 'string' ? 'time' : 'length';
};

const shownValue = (value: unknown): Pick<TypedRule, 'value' | 'unit'> => {
  if (typeof value === 'boolean') return { value: value ? 'yes' : 'no', unit: '' };
  if (typeof value !== 'object' || value === null) return { value: String(value), unit: '' };
  return {
    value: 'n' in value ? String(value.n) : '',
    unit: 'unit' in value ? String(value.unit) : '',
  };
};
