import { Button, ButtonLink, Buttons } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Page } from '../../ui/layout.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';
import { PostForm } from '../../ui/post-form.tsx';
import { TextField } from '../../ui/text-field.tsx';

export type NewAppProps = {
  readonly frame: PageFrame;
  /** In base32, for whoever cannot scan. */
  readonly secret: string;
  readonly qr: readonly (readonly boolean[])[];
  readonly error?: string | undefined;
};

export const NewAppPage = ({ frame, secret, qr, error }: NewAppProps) => {
  const { t } = frame;
  const problems = error === undefined ? [] : [{ field: 'code', text: error }];
  return (
    <Page {...frame} robots="none" title={t('account.app.title')} hasErrors={problems.length > 0}>
      <ErrorSummary t={t} problems={problems} />
      <h1>{t('account.app.title')}</h1>
      <p>{t('account.app.scan')}</p>
      <Qr rows={qr} label={t('account.app.qr')} />
      <p>{t('account.app.type')}</p>
      <p>
        <code>{secret.match(/.{1,4}/g)?.join(' ')}</code>
      </p>
      <PostForm action="/petugas/akun/aplikasi/bukti">
        <TextField
          name="code"
          label={t('account.app.code')}
          hint={t('account.app.codeHint')}
          size="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          error={error}
        />
        <Buttons>
          <Button>{t('account.app.prove')}</Button>
          <ButtonLink href="/petugas/akun" tone="secondary">
            {t('general.back')}
          </ButtonLink>
        </Buttons>
      </PostForm>
    </Page>
  );
};

/** Dark on light whatever the colours of the page: cameras read no other. */
const Qr = ({ rows, label }: { readonly rows: readonly (readonly boolean[])[]; readonly label: string }) => (
  <svg class="qr" viewBox={`0 0 ${rows.length} ${rows.length}`} role="img" aria-label={label}>
    <rect width={rows.length} height={rows.length} fill="#fff" />
    <path fill="#000" d={rows.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('')} />
  </svg>
);
