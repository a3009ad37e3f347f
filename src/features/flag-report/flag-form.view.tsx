import { flagReasons, longestFlag, type FlagReason } from '../../domain/flag.ts';
import type { FieldProblem } from '../../domain/refusal.ts';
import { showNumber } from '../../domain/report-number.ts';
import { Button, Buttons } from '../../ui/button.tsx';
import { RadioGroup } from '../../ui/choice-field.tsx';
import { ErrorSummary, namedProblem } from '../../ui/error-summary.tsx';
import { Page } from '../../ui/layout.tsx';
import { HeldBackBox } from '../../ui/held-back-box.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';
import { PostForm } from '../../ui/post-form.tsx';
import { ProofField, type ProofFieldProps } from '../../ui/proof-field.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import type { Text } from '../../ui/texts/text.ts';

/** What was typed, what is wrong with it, and the flag that it makes; null while something is wrong. */
export type TypedFlag = {
  readonly reason: string;
  readonly words: string;
  readonly problems: readonly FieldProblem[];
  readonly flag: { readonly reason: FlagReason; readonly words: string | null } | null;
};

export type FlagFormProps = {
  readonly frame: PageFrame;
  readonly number: string;
  readonly typed: TypedFlag;
  /** So many came from this network that no more are taken for a while. */
  readonly isTooMany: boolean;
  /** Whose answer has it taken all the same; null: more have come than people send, or nothing is held back. */
  readonly proofField: ProofFieldProps | null;
};

/** What should not be shown, and why: no name, no account. */
export const FlagFormPage = ({ frame, number, typed, isTooMany, proofField }: FlagFormProps) => {
  const { t } = frame;
  const title = t('flag.title');
  return (
    <Page {...frame} robots="none" title={title} hasErrors={typed.problems.length > 0}>
      <ErrorSummary t={t} problems={typed.problems.map(({ field }) => ({ field, text: wrong(t, typed, field) }))} />
      {isTooMany && <HeldBackBox t={t} isAsked={proofField !== null} />}
      <h1>{title}</h1>
      <p>
        <a href={`/laporan/${number}`}>{t('publicReport.untitled', { number: showNumber(number) })}</a>
      </p>
      <p>{t('flag.intro')}</p>
      <Form t={t} number={number} typed={typed} proofField={proofField} />
    </Page>
  );
};

type FormProps = Pick<FlagFormProps, 'number' | 'typed' | 'proofField'> & { readonly t: Text };

const Form = ({ t, number, typed, proofField }: FormProps) => (
  <PostForm action={`/laporan/${number}/laporkan`}>
    <RadioGroup
      name="reason"
      label={t('flag.field.reason')}
      options={flagReasons.map((value) => ({ value, label: t(`flag.reason.${value}`) }))}
      value={typed.reason}
      error={errorOf(t, typed, 'reason')}
    />
    <TextArea
      name="words"
      label={t('flag.field.words')}
      hint={t('flag.field.wordsHint')}
      optional={t('general.optional')}
      rows={4}
      maxLength={longestFlag}
      value={typed.words}
      error={errorOf(t, typed, 'words')}
    />
    {proofField !== null && <ProofField t={t} {...proofField} />}
    <Buttons>
      <Button>{t('flag.send')}</Button>
    </Buttons>
  </PostForm>
);

const errorOf = (t: Text, { problems }: TypedFlag, field: string): string | undefined => {
  const found = problems.find((one) => one.field === field);
  return found === undefined ? undefined : t(`refusal.problem.${found.problem}`);
};

const wrong = (t: Text, typed: TypedFlag, field: string): string =>
  namedProblem(t(field === 'reason' ? 'flag.field.reason' : 'flag.field.words'), errorOf(t, typed, field) ?? '');
