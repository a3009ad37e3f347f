import type { Text } from '../../ui/texts/text.ts';

export type ReporterMove = 'provide_info' | 'confirm' | 'dispute' | 'message' | 'withdraw';

export type FormPart = {
  readonly t: Text;
  readonly number: string;
  /** The report as it is shown here: whoever moves it in the meantime is noticed. */
  readonly version: number;
  /** What was typed into one of the forms and could not be taken. */
  readonly typed: {
    readonly move: ReporterMove;
    readonly message: string;
    readonly reason: string;
    readonly rating: string;
  } | null;
  readonly problems: readonly { readonly field: string; readonly text: string }[];
  /** What an officer asks. */
  readonly question: string | null;
};

/** What was typed into the form of this move, and what is wrong with it. */
export const typedIn = ({ typed, problems }: FormPart, move: ReporterMove) => ({
  message: typed?.move === move ? typed.message : undefined,
  reason: typed?.move === move ? typed.reason : undefined,
  rating: typed?.move === move ? typed.rating : undefined,
  errorOf: (field: string) => (typed?.move === move ? problems.find((one) => one.field === field)?.text : undefined),
});

/** What the form of a move says besides what is typed. */
export const hiddenOf = ({ version }: FormPart, move: ReporterMove) => ({ move, version: String(version) });
