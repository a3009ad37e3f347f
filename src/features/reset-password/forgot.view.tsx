import { Button, Buttons } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Page } from '../../ui/layout.tsx';
import { NoticeBox } from '../../ui/notice-box.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';
import { PostForm } from '../../ui/post-form.tsx';
import { TextField } from '../../ui/text-field.tsx';

export type ForgotProps = { readonly frame: PageFrame; readonly login: string; readonly error?: string | undefined };

export const ForgotPage = ({ frame, login, error }: ForgotProps) => {
  const { t } = frame;
  return (
    <Page {...frame} robots="none" title={t('reset.forgot.title')} hasErrors={error !== undefined}>
      <ErrorSummary t={t} problems={error === undefined ? [] : [{ field: 'login', text: error }]} />
      <h1>{t('reset.forgot.title')}</h1>
      <p>{t('reset.forgot.hint')}</p>
      <PostForm action="/petugas/lupa-sandi">
        <TextField name="login" label={t('reset.forgot.login')} value={login} autoComplete="username" error={error} />
        <Buttons>
          <Button>{t('reset.forgot.submit')}</Button>
        </Buttons>
      </PostForm>
      <p>
        <a href="/petugas/masuk">{t('invitation.toSignIn')}</a>
      </p>
    </Page>
  );
};

/** The same words whoever was named. */
export const AskedPage = ({ frame }: { readonly frame: PageFrame }) => {
  const { t } = frame;
  return (
    <Page {...frame} robots="none" title={t('reset.asked.title')}>
      <h1>{t('reset.asked.title')}</h1>
      <NoticeBox tone="info" live="status">
        <p>{t('reset.asked.text')}</p>
      </NoticeBox>
      <p>{t('reset.asked.noLetter')}</p>
    </Page>
  );
};
