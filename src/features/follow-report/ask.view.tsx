import { showNumber } from '../../domain/report-number.ts';
import { Button, Buttons } from '../../ui/button.tsx';
import { ErrorSummary, namedProblem } from '../../ui/error-summary.tsx';
import { Page } from '../../ui/layout.tsx';
import { NoticeBox } from '../../ui/notice-box.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';
import { PostForm } from '../../ui/post-form.tsx';
import { TextField } from '../../ui/text-field.tsx';

export type AskProblem = 'not_an_email' | 'too_many_tries';

export type AskProps = {
  readonly frame: PageFrame;
  readonly number: string;
  readonly email: string;
  /** For an address that stopped all letters: one that asks whether it wants them again. */
  readonly isAgain: boolean;
  readonly problem: AskProblem | null;
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
      {problem === 'too_many_tries' && (
        <NoticeBox tone="warning" live="alert">
          <p>{t('refusal.kind.too_many_tries')}</p>
        </NoticeBox>
      )}
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

const AskForm = ({ frame: { t }, number, email, isAgain, error }: AskProps & { readonly error: string | null }) => (
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
      <Buttons>
        <Button>{t(isAgain ? 'follow.again.send' : 'follow.send')}</Button>
      </Buttons>
    </PostForm>
  </>
);
