import { ButtonLink, Buttons } from '../../ui/button.tsx';
import { Page } from '../../ui/layout.tsx';
import { NoticeBox } from '../../ui/notice-box.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';
import { TextField } from '../../ui/text-field.tsx';

/** The form is shown by its script, where browser and device know such keys; until then the page says that they do not. */
export const AddPasskeyPage = ({ frame }: { readonly frame: PageFrame }) => {
  const { t } = frame;
  return (
    <Page {...frame} robots="none" title={t('account.passkey.add')} scripts={['keep-account/add-passkey.client.ts']}>
      <h1>{t('account.passkey.add')}</h1>
      <p>{t('account.passkey.text', { city: frame.city.name })}</p>
      <div id="no-passkeys">
        <NoticeBox tone="info">
          <p>{t('account.passkey.needsScript')}</p>
        </NoticeBox>
      </div>
      <form id="add-passkey" class="form" data-failed={t('account.passkey.failed')} hidden>
        <TextField name="name" label={t('account.passkey.name')} hint={t('account.passkey.nameHint')} maxLength={60} />
        <TextField name="password" type="password" label={t('account.ownPassword')} autoComplete="current-password" />
        <p class="field-error" role="alert" hidden />
        <Buttons>
          <button class="button button-primary" type="submit">
            {t('account.passkey.make')}
          </button>
        </Buttons>
      </form>
      <Buttons>
        <ButtonLink href="/petugas/akun" tone="secondary">
          {t('general.back')}
        </ButtonLink>
      </Buttons>
    </Page>
  );
};
