import { Button, ButtonLink, Buttons } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Page } from '../../ui/layout.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';
import { PostForm } from '../../ui/post-form.tsx';
import { TextField } from '../../ui/text-field.tsx';

export type SecondFactorProps = {
  readonly frame: PageFrame;
  readonly next: string;
  /** What was wrong with the code. */
  readonly error?: string | undefined;
};

export const SecondFactorPage = ({ frame, next, error }: SecondFactorProps) => {
  const { t } = frame;
  return (
    <Page {...frame} robots="none" title={t('staff.signIn.codeTitle')}>
      <ErrorSummary t={t} problems={error === undefined ? [] : [{ field: 'code', text: error }]} />
      <h1>{t('staff.signIn.codeTitle')}</h1>
      <PostForm action="/petugas/masuk/kode" hidden={{ next }}>
        <TextField
          name="code"
          label={t('staff.signIn.code')}
          hint={t('staff.signIn.codeHint')}
          size="code"
          autoComplete="one-time-code"
          error={error}
        />
        <Buttons>
          <Button>{t('staff.signIn.codeSubmit')}</Button>
          <ButtonLink href="/petugas/masuk" tone="secondary">
            {t('general.back')}
          </ButtonLink>
        </Buttons>
      </PostForm>
    </Page>
  );
};
