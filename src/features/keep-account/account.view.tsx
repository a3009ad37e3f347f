import { ButtonLink, Buttons } from '../../ui/button.tsx';
import { DefinitionList } from '../../ui/definition-list.tsx';
import { Page } from '../../ui/layout.tsx';
import { NoticeBox } from '../../ui/notice-box.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';
import { Table } from '../../ui/table.tsx';
import type { Text } from '../../ui/texts/text.ts';
import { Passkeys, type ShownPasskey } from './passkeys.view.tsx';
import { OpenSessions, type ShownSession } from './sessions.view.tsx';

export type AccountProps = {
  readonly frame: PageFrame;
  readonly name: string;
  readonly login: string;
  readonly codes: { readonly left: number; readonly areFew: boolean };
  readonly sessions: readonly ShownSession[];
  readonly passkeys: readonly ShownPasskey[];
  readonly mayAddPasskey: boolean;
  readonly events: readonly ShownEvent[];
  readonly done?: 'password' | 'app' | 'passkey_added' | 'passkey_removed' | 'session' | 'sessions' | undefined;
};

type ShownEvent = { readonly id: string; readonly at: string; readonly device: string; readonly what: string };

export const AccountPage = ({ frame, name, login, done, ...account }: AccountProps) => {
  const { t } = frame;
  return (
    <Page {...frame} robots="none" title={t('account.title')}>
      {done !== undefined && (
        <NoticeBox tone="success" live="status">
          <p>{t(`account.done.${done}`)}</p>
        </NoticeBox>
      )}
      <h1>{t('account.title')}</h1>
      <DefinitionList
        items={[
          { term: t('account.name'), details: name },
          { term: t('account.login'), details: login },
        ]}
      />
      <Means t={t} codes={account.codes} />
      <h2>{t('account.passkey.title')}</h2>
      <Passkeys t={t} passkeys={account.passkeys} mayAdd={account.mayAddPasskey} />
      <h2>{t('account.session.title')}</h2>
      <OpenSessions t={t} sessions={account.sessions} />
      <h2>{t('account.event.title')}</h2>
      <p>{t('account.event.hint')}</p>
      <Events t={t} events={account.events} />
    </Page>
  );
};

/** Password, app, and the codes for the day it is lost. */
const Means = ({ t, codes: { left, areFew } }: { readonly t: Text; readonly codes: AccountProps['codes'] }) => (
  <>
    <h2>{t('account.means')}</h2>
    {areFew && (
      <NoticeBox tone="warning" title={t('account.recovery.fewTitle', { count: left })}>
        <p>{t('account.recovery.few')}</p>
      </NoticeBox>
    )}
    <p>{t('account.recovery.left', { count: left })}</p>
    <Buttons>
      <ButtonLink href="/petugas/akun/sandi" tone="secondary">
        {t('account.password.change')}
      </ButtonLink>
      <ButtonLink href="/petugas/akun/aplikasi" tone="secondary">
        {t('account.app.renew')}
      </ButtonLink>
      <ButtonLink href="/petugas/akun/kode" tone="secondary">
        {t('account.recovery.renew')}
      </ButtonLink>
    </Buttons>
  </>
);

const Events = ({ t, events }: { readonly t: Text; readonly events: readonly ShownEvent[] }) => (
  <Table
    caption={t('account.event.title')}
    isCaptionUnseen
    rows={events}
    rowKey={({ id }) => id}
    columns={[
      { label: t('account.event.at'), cell: ({ at }) => at },
      { label: t('account.event.what'), cell: ({ what }) => what },
      { label: t('account.session.device'), cell: ({ device }) => device },
    ]}
  />
);
