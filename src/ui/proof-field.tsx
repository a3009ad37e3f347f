import { TextField } from './text-field.tsx';
import type { Text } from './texts/text.ts';

export type ProofFieldProps = {
  /** In which fields it comes back. */
  readonly names: { readonly pass: string; readonly answer: string };
  /** The two numbers to add, in words. */
  readonly left: string;
  readonly right: string;
  /** Comes back with the answer. */
  readonly pass: string;
  /** Whether one was answered wrongly before. */
  readonly isWrong: boolean;
};

/** One small question instead of a refusal; words alone, so that it can be heard as well as read. */
export const ProofField = ({ t, names, left, right, pass, isWrong }: ProofFieldProps & { readonly t: Text }) => (
  <>
    <input type="hidden" name={names.pass} value={pass} />
    <TextField
      name={names.answer}
      label={t('proof.question', { left, right })}
      hint={t('proof.hint')}
      error={isWrong ? t('proof.wrong') : undefined}
      inputMode="numeric"
      autoComplete="off"
      size="short"
    />
  </>
);
