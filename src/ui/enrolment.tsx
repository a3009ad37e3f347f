import { Button, Buttons } from './button.tsx';
import { PostForm } from './post-form.tsx';
import { QrCode, type QrCodeProps } from './qr-code.tsx';
import { TextField } from './text-field.tsx';
import type { enrol } from './texts/id/enrol.ts';
import type { Text } from './texts/text.ts';

/** What was wrong with what was typed. */
export type EnrolmentProblem = keyof typeof enrol.problem;

export type EnrolmentFormProps =
  | {
      readonly step: 'password';
      readonly asks: 'new' | 'known';
      readonly login: string;
      readonly problem: EnrolmentProblem | null;
    }
  | {
      readonly step: 'factor';
      readonly pass: string;
      readonly secret: string;
      readonly qr: Omit<QrCodeProps, 'label'>;
      readonly problem: EnrolmentProblem | null;
    }
  | { readonly step: 'codes'; readonly pass: string; readonly codes: readonly string[] };

/** For the summary of errors: the field that a step asks for, and what is wrong with it. */
export const enrolmentErrors = (
  t: Text,
  form: EnrolmentFormProps,
): readonly { readonly field: string; readonly text: string }[] =>
  form.step === 'codes' || form.problem === null
    ? []
    : [{ field: form.step === 'password' ? 'password' : 'code', text: t(`enrol.problem.${form.problem}`) }];

const errorOf = (t: Text, problem: EnrolmentProblem | null): string | undefined =>
  problem === null ? undefined : t(`enrol.problem.${problem}`);

type Shown<Step> = { readonly t: Text; readonly action: string } & Extract<EnrolmentFormProps, { step: Step }>;

/** A password, an authenticator app and its recovery codes, one after another; nothing is kept before the last. */
export const EnrolmentForm = (props: { readonly t: Text; readonly action: string } & EnrolmentFormProps) => {
  if (props.step === 'password') return <PasswordStep {...props} />;
  return props.step === 'factor' ? <FactorStep {...props} /> : <CodesStep {...props} />;
};

const PasswordStep = ({ t, action, asks, login, problem }: Shown<'password'>) => (
  <PostForm action={action} hidden={{ step: 'password' }}>
    {/* So that a browser keeps the password under the right name. */}
    <input type="text" name="login" value={login} autocomplete="username" hidden readonly />
    {asks === 'known' ? (
      <TextField
        name="password"
        type="password"
        label={t('enrol.password')}
        autoComplete="current-password"
        error={errorOf(t, problem)}
      />
    ) : (
      <NewPassword t={t} problem={problem} />
    )}
    <Buttons>
      <Button>{t('general.continue')}</Button>
    </Buttons>
  </PostForm>
);

export const NewPassword = ({ t, problem }: { readonly t: Text; readonly problem: EnrolmentProblem | null }) => (
  <>
    <TextField
      name="password"
      type="password"
      label={t('enrol.newPassword')}
      hint={t('enrol.newPasswordHint')}
      autoComplete="new-password"
      error={errorOf(t, problem)}
    />
    <TextField name="repeated" type="password" label={t('enrol.repeated')} autoComplete="new-password" />
  </>
);

const FactorStep = ({ t, action, pass, secret, qr, problem }: Shown<'factor'>) => (
  <>
    <h2>{t('enrol.factor.title')}</h2>
    <p>{t('enrol.factor.scan')}</p>
    <p>
      <QrCode label={t('enrol.factor.qr')} {...qr} />
    </p>
    <p>
      {t('enrol.factor.secret')} <code>{secret}</code>
    </p>
    <PostForm action={action} hidden={{ step: 'factor', pass }}>
      <TextField
        name="code"
        label={t('enrol.factor.code')}
        hint={t('enrol.factor.codeHint')}
        size="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        error={errorOf(t, problem)}
      />
      <Buttons>
        <Button>{t('enrol.factor.submit')}</Button>
      </Buttons>
    </PostForm>
  </>
);

const CodesStep = ({ t, action, pass, codes }: Shown<'codes'>) => (
  <>
    <h2>{t('enrol.codes.title')}</h2>
    <p>{t('enrol.codes.hint')}</p>
    <ul>
      {codes.map((code) => (
        <li key={code}>
          <code>{code}</code>
        </li>
      ))}
    </ul>
    <PostForm action={action} hidden={{ step: 'finish', pass }}>
      <Buttons>
        <Button>{t('enrol.codes.finish')}</Button>
      </Buttons>
    </PostForm>
  </>
);
