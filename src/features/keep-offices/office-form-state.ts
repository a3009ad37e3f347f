import type { FieldProblem } from '../../domain/refusal.ts';
import { namedProblem } from '../../ui/error-summary.tsx';
import type { Text } from '../../ui/texts/text.ts';

/** `named`: with the name of its field, for the summary. */
export type FieldProblemShown = { readonly field: string; readonly text: string; readonly named: string };

export const shownProblems = (
  t: Text,
  problems: readonly FieldProblem[],
  labels: Readonly<Record<string, string>>,
): readonly FieldProblemShown[] =>
  problems.map(({ field, problem }) => {
    const text = t(`refusal.problem.${problem}`);
    return { field, text, named: namedProblem(labels[field] ?? field, text) };
  });

/** What a control needs to know of its own field. */
export const fieldOf = (
  name: string,
  value: string,
  problems: readonly FieldProblemShown[],
): { readonly name: string; readonly value: string; readonly error: string | undefined } => ({
  name,
  value,
  error: problems.find(({ field }) => field === name)?.text,
});
