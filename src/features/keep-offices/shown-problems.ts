import type { FieldProblem } from '../../domain/refusal.ts';
import { namedProblem } from '../../ui/error-summary.tsx';
import type { Text } from '../../ui/texts/text.ts';
import type { FieldProblemShown } from './office-page.view.tsx';

export const shownProblems = (
  t: Text,
  problems: readonly FieldProblem[],
  labels: Readonly<Record<string, string>>,
): readonly FieldProblemShown[] =>
  problems.map(({ field, problem }) => {
    const text = t(`refusal.problem.${problem}`);
    return { field, text, named: namedProblem(labels[field] ?? field, text) };
  });
