import { namedProblem } from '../../ui/error-summary.tsx';
import type { Text } from '../../ui/texts/text.ts';
import type { FormPart, ReporterMove } from './form-part.view.tsx';

/** Each problem with the name of its field: above the forms it stands away from it. */
export const nameProblems = (
  t: Text,
  move: ReporterMove | undefined,
  problems: FormPart['problems'],
): FormPart['problems'] =>
  problems.map(({ field, text }) => {
    const label = move === undefined ? null : labelOf(t, move, field);
    return { field, text: label === null ? text : namedProblem(label, text) };
  });

/** What a field is called in the form of its move; null where it has no field of its own. */
const labelOf = (t: Text, move: ReporterMove, field: string): string | null => {
  if (field === 'reason') return t('trackReport.dispute.reason');
  if (field === 'rating') return t('trackReport.confirm.rating');
  if (field !== 'message') return null;
  switch (move) {
    case 'provide_info':
      return t('trackReport.provideInfo.message');
    case 'confirm':
      return t('trackReport.confirm.message');
    case 'dispute':
      return t('trackReport.dispute.message');
    case 'message':
      return t('trackReport.message.label');
    case 'withdraw':
      return null;
    default:
      return move satisfies never;
  }
};
