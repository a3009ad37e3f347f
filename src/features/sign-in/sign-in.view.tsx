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
  /** After too many wrong tries by whomever: who has a code as well goes on at once. */
  readonly asksCode?: boolean | undefined;
  readonly hasPasskeys: boolean;
};

export const SignInPage = ({ frame, next, login, problems, because, asksCode = false, hasPasskeys }: SignInProps) => {
  const { t } = frame;
  return (
    <Page {...frame} robots="none" title={t('staff.signIn.title')} scripts={hasPasskeys ? [passkeyScript] : []}>
      <ErrorSummary t={t} problems={problems} />
      {because !== undefined && (
        <NoticeBox tone="info">
          <p>{t(`staff.signIn.because.${because}`)}</p>
        </NoticeBox>
      )}
      <h1>{t('staff.signIn.title')}</h1>
      <PostForm action="/petugas/masuk" hidden={{ next }}>
        <Credentials t={t} login={login} problems={problems} />
        {asksCode && <CodeAtOnce t={t} />}
        <Buttons>
          <Button>{t('staff.signIn.submit')}</Button>
        </Buttons>
      </PostForm>
      <p>
        <a href="/petugas/lupa-sandi">{t('reset.forgot.link')}</a>
      </p>
      {hasPasskeys && <ByPasskey t={t} next={next} />}
      {frame.city.isDemo && <DemoHint t={t} />}
    </Page>
  );
};

const Credentials = ({ t, login, problems }: Pick<SignInProps, 'login' | 'problems'> & { readonly t: Text }) => {
  const errorOf = (field: string) => problems.find((problem) => problem.field === field)?.text;
  return (
    <>
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
    </>
  );
};

const CodeAtOnce = ({ t }: { readonly t: Text }) => (
  <TextField
    name="code"
    label={t('staff.signIn.codeAtOnce')}
    hint={t('staff.signIn.codeAtOnceHint')}
    size="code"
    autoComplete="one-time-code"
  />
);

const passkeyScript = 'sign-in/passkey.client.ts';

/** Shown by its script, where the browser knows such keys. */
const ByPasskey = ({ t, next }: { readonly t: Text; readonly next: string }) => (
  <div id="by-passkey" data-next={next} data-failed={t('staff.signIn.passkeyFailed')} hidden>
    <p>{t('staff.signIn.passkeyHint')}</p>
    <Buttons>
      <button class="button button-secondary" type="button">
        {t('staff.signIn.passkey')}
      </button>
    </Buttons>
    <output />
  </div>
);

const DemoHint = ({ t }: { readonly t: Text }) => (
  <NoticeBox tone="info" title={t('staff.signIn.demo.title')}>
    <p>{t('staff.signIn.demo.text')}</p>
  </NoticeBox>
);
