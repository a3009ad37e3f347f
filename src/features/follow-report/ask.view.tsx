import { showNumber } from '../../domain/report-number.ts';
import { Button, Buttons } from '../../ui/button.tsx';
import { HeldBackBox } from '../../ui/held-back-box.tsx';
import { ErrorSummary, namedProblem } from '../../ui/error-summary.tsx';
import { Page } from '../../ui/layout.tsx';
import { NoticeBox } from '../../ui/notice-box.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';
import { PostForm } from '../../ui/post-form.tsx';
import { ProofField, type ProofFieldProps } from '../../ui/proof-field.tsx';
import { TextField } from '../../ui/text-field.tsx';

export type AskProblem = 'not_an_email' | 'too_many_tries';

export type AskProps = {
  readonly frame: PageFrame;
  readonly number: string;
  readonly email: string;
  /** For an address that stopped all letters: one that asks whether it wants them again. */
  readonly isAgain: boolean;
  readonly problem: AskProblem | null;
  /** Whose answer has it taken although it is one too many. */
  readonly proofField?: ProofFieldProps | undefined;
};

export const AskPage = (props: AskProps) => {
  const { frame, number, problem } = props;
  const { t } = frame;
  const text = problem === 'not_an_email' ? t('refusal.problem.not_an_email') : null;
  return (
    <Page {...frame} robots="none" title={t('follow.link')} hasErrors={text !== null}>
      <ErrorSummary
        t={t}
        problems={text === null ? [] : [{ field: 'email', text: namedProblem(t('follow.email'), text) }]}
      />
      {problem === 'too_many_tries' && <HeldBackBox t={t} isAsked={props.proofField !== undefined} />}
      <h1>{t('follow.link')}</h1>
      <p>
        <a href={`/laporan/${number}`}>{t('publicReport.untitled', { number: showNumber(number) })}</a>
      </p>
      {frame.keepsLetters === true ? (
        <NoticeBox tone="warning">
          <p>{t('follow.noLetters')}</p>
        </NoticeBox>
      ) : (
        <AskForm {...props} error={text} />
      )}
    </Page>
  );
};

type FormProps = AskProps & { readonly error: string | null };

const AskForm = ({ frame: { t }, number, email, isAgain, error, proofField }: FormProps) => (
  <>
    <p>{t(isAgain ? 'follow.again.intro' : 'follow.intro')}</p>
    <PostForm action={`/laporan/${number}/ikuti`} hidden={isAgain ? { lagi: '1' } : {}}>
      <TextField
        name="email"
        type="email"
        autoComplete="email"
        label={t('follow.email')}
        hint={t('follow.emailHint')}
        value={email}
        error={error ?? undefined}
      />
      {proofField !== undefined && <ProofField t={t} {...proofField} />}
      <Buttons>
        <Button>{t(isAgain ? 'follow.again.send' : 'follow.send')}</Button>
      </Buttons>
    </PostForm>
  </>
);
