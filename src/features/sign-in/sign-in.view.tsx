import { Button, Buttons } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Page } from '../../ui/layout.tsx';
import { NoticeBox } from '../../ui/notice-box.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';
import { PostForm } from '../../ui/post-form.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { Text } from '../../ui/texts/text.ts';

export type SignInProps = {
  readonly frame: PageFrame;
  /** Where to go afterwards. */
  readonly next: string;
  readonly login: string;
  readonly problems: readonly { readonly field: 'login' | 'password'; readonly text: string }[];
  /** Why somebody who was working stands here. */
  readonly because?: 'ended' | 'again' | undefined;
};

export const SignInPage = ({ frame, next, login, problems, because }: SignInProps) => {
  const { t } = frame;
  const errorOf = (field: string) => problems.find((problem) => problem.field === field)?.text;
  return (
    <Page {...frame} robots="none" title={t('staff.signIn.title')}>
      <ErrorSummary t={t} problems={problems} />
      {because !== undefined && (
        <NoticeBox tone="info">
          <p>{t(`staff.signIn.because.${because}`)}</p>
        </NoticeBox>
      )}
      <h1>{t('staff.signIn.title')}</h1>
      <PostForm action="/petugas/masuk" hidden={{ next }}>
        <TextField
          name="login"
          label={t('staff.signIn.login')}
          value={login}
          autoComplete="username"
          error={errorOf('login')}
        />
        <TextField
          name="password"
          type="password"
          label={t('staff.signIn.password')}
          autoComplete="current-password"
          error={errorOf('password')}
        />
        <Buttons>
          <Button>{t('staff.signIn.submit')}</Button>
        </Buttons>
      </PostForm>
      {frame.city.isDemo && <DemoHint t={t} />}
    </Page>
  );
};

const DemoHint = ({ t }: { readonly t: Text }) => (
  <NoticeBox tone="info" title={t('staff.signIn.demo.title')}>
    <p>{t('staff.signIn.demo.text')}</p>
  </NoticeBox>
);
