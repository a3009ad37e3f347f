import { ButtonLink, Buttons } from '../../ui/button.tsx';
import { Page } from '../../ui/layout.tsx';
import { NoticeBox } from '../../ui/notice-box.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';

export type RecoveryCodesProps = {
  readonly frame: PageFrame;
  readonly login: string;
  readonly codes: readonly string[];
};

/** Made to be printed: what stands on it is what the paper needs. */
export const RecoveryCodesPage = ({ frame, login, codes }: RecoveryCodesProps) => {
  const { t, city } = frame;
  return (
    <Page {...frame} robots="none" title={t('account.recovery.title')}>
      <h1>{t('account.recovery.title')}</h1>
      <NoticeBox tone="warning" title={t('account.recovery.onceTitle')} live="status">
        <p>{t('account.recovery.once')}</p>
      </NoticeBox>
      <p>{t('account.recovery.whose', { login, city: city.name })}</p>
      <ol class="kept-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <Buttons>
        <ButtonLink href="/petugas/akun">{t('account.recovery.done')}</ButtonLink>
      </Buttons>
    </Page>
  );
};
