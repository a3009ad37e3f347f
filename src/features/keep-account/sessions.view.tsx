import { Button, Buttons } from '../../ui/button.tsx';
import { Table } from '../../ui/table.tsx';
import type { Text } from '../../ui/texts/text.ts';

export type ShownSession = {
  readonly id: string;
  readonly device: string;
  readonly since: string;
  readonly seen: string;
  readonly city: string;
  readonly isThis: boolean;
};

type Props = { readonly t: Text; readonly sessions: readonly ShownSession[] };

export const OpenSessions = ({ t, sessions }: Props) => (
  <>
    <p>{t('account.session.hint')}</p>
    <Table
      caption={t('account.session.title')}
      isCaptionUnseen
      rows={sessions}
      rowKey={({ id }) => id}
      columns={[
        { label: t('account.session.device'), cell: ({ device }) => device },
        { label: t('account.session.city'), cell: ({ city }) => city },
        { label: t('account.session.since'), cell: ({ since }) => since },
        { label: t('account.session.seen'), cell: ({ seen }) => seen },
        { label: t('account.session.state'), cell: (session) => <State t={t} session={session} /> },
      ]}
    />
    {sessions.length > 1 && (
      <form method="post" action="/petugas/akun/sesi/lainnya/akhiri">
        <Buttons>
          <Button tone="secondary">{t('account.session.endOthers')}</Button>
        </Buttons>
      </form>
    )}
  </>
);

const State = ({ t, session: { id, isThis, device, since } }: { readonly t: Text; readonly session: ShownSession }) =>
  isThis ? (
    <strong>{t('account.session.this')}</strong>
  ) : (
    <form method="post" action={`/petugas/akun/sesi/${id}/akhiri`}>
      <button class="link-button" type="submit">
        {t('account.session.end')} <span class="unseen">{t('account.session.which', { device, since })}</span>
      </button>
    </form>
  );
