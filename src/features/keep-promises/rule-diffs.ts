import type { PolicyRule } from '../../domain/policy.ts';
import type { PageFrame } from '../../ui/page-frame.ts';
import { ruleName, ruleSource, ruleValue } from '../../ui/rule-words.ts';
import type { RuleDiff } from './rules-preview.view.tsx';

type Words = Pick<PageFrame, 't' | 'language'>;

/** What differs, in the order of `after`: of each rule the value, where it comes from, how sure that is. */
export const ruleDiffs = (
  words: Words,
  before: readonly PolicyRule[],
  after: readonly PolicyRule[],
): readonly RuleDiff[] =>
  after.flatMap((rule) =>
    diffsOf(
      words,
      before.find(({ key }) => key === rule.key),
      rule,
    ),
  );

const diffsOf = (words: Words, before: PolicyRule | undefined, after: PolicyRule): readonly RuleDiff[] => {
  const { t } = words;
  const name = ruleName(t, after.key);
  const [was, is] = [toldRule(words, before), toldRule(words, after)];
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

const toldRule = ({ t, language }: Words, rule: PolicyRule | undefined) =>
  rule === undefined
    ? { value: t('general.none'), source: t('general.none'), confidence: t('general.none') }
    : {
        value: ruleValue(t, language, rule.value),
        source: ruleSource(t, rule.source),
        confidence: t(`promises.confidence.${rule.confidence}`),
      };
