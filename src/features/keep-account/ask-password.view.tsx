import { Button, ButtonLink, Buttons } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Page } from '../../ui/layout.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';
import { PostForm } from '../../ui/post-form.tsx';
import { TextField } from '../../ui/text-field.tsx';

export type AskPasswordProps = {
  readonly frame: PageFrame;
  readonly title: string;
  readonly text: string;
  readonly action: string;
  /** What the button does. */
  readonly goOn: string;
  readonly error?: string | undefined;
};

/** Before what opens the account is changed. */
export const AskPasswordPage = ({ frame, title, text, action, goOn, error }: AskPasswordProps) => {
  const { t } = frame;
  const problems = error === undefined ? [] : [{ field: 'password', text: error }];
  return (
    <Page {...frame} robots="none" title={title} hasErrors={problems.length > 0}>
      <ErrorSummary t={t} problems={problems} />
      <h1>{title}</h1>
      <p>{text}</p>
      <PostForm action={action}>
        <TextField
          name="password"
          type="password"
          label={t('account.ownPassword')}
          autoComplete="current-password"
          error={error}
        />
        <Buttons>
          <Button>{goOn}</Button>
          <ButtonLink href="/petugas/akun" tone="secondary">
            {t('general.back')}
          </ButtonLink>
        </Buttons>
      </PostForm>
    </Page>
  );
};
