import { Button, ButtonLink, Buttons } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Page } from '../../ui/layout.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';
import { PostForm } from '../../ui/post-form.tsx';
import { TextField } from '../../ui/text-field.tsx';

export type NewPasswordProps = {
  readonly frame: PageFrame;
  readonly login: string;
  readonly problems: readonly { readonly field: 'current' | 'next'; readonly text: string }[];
};

export const NewPasswordPage = ({ frame, login, problems }: NewPasswordProps) => {
  const { t } = frame;
  const errorOf = (field: string) => problems.find((problem) => problem.field === field)?.text;
  return (
    <Page {...frame} robots="none" title={t('account.password.title')} hasErrors={problems.length > 0}>
      <ErrorSummary t={t} problems={problems} />
      <h1>{t('account.password.title')}</h1>
      <p>{t('account.password.text')}</p>
      <PostForm action="/petugas/akun/sandi">
        <input type="hidden" autocomplete="username" value={login} />
        <TextField
          name="current"
          type="password"
          label={t('account.password.current')}
          autoComplete="current-password"
          error={errorOf('current')}
        />
        <TextField
          name="next"
          type="password"
          label={t('account.password.next')}
          hint={t('account.password.nextHint')}
          autoComplete="new-password"
          error={errorOf('next')}
        />
        <Buttons>
          <Button>{t('account.password.change')}</Button>
          <ButtonLink href="/petugas/akun" tone="secondary">
            {t('general.back')}
          </ButtonLink>
        </Buttons>
      </PostForm>
    </Page>
  );
};
