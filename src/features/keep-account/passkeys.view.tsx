import { ButtonLink, Buttons } from '../../ui/button.tsx';
import { Table } from '../../ui/table.tsx';
import type { Text } from '../../ui/texts/text.ts';

export type ShownPasskey = {
  readonly id: string;
  readonly name: string;
  /** The host it is for. */
  readonly place: string;
  readonly added: string;
  readonly used: string | null;
};

type Props = { readonly t: Text; readonly passkeys: readonly ShownPasskey[]; readonly mayAdd: boolean };

export const Passkeys = ({ t, passkeys, mayAdd }: Props) => (
  <>
    <p>{t('account.passkey.hint')}</p>
    {passkeys.length > 0 && (
      <Table
        caption={t('account.passkey.title')}
        isCaptionUnseen
        rows={passkeys}
        rowKey={({ id }) => id}
        columns={[
          { label: t('account.passkey.name'), cell: ({ name }) => name },
          { label: t('account.passkey.place'), cell: ({ place }) => place },
          { label: t('account.passkey.added'), cell: ({ added }) => added },
          { label: t('account.passkey.used'), cell: ({ used }) => used ?? t('account.passkey.never') },
          { label: t('promises.desk.action'), cell: (key) => <Remove t={t} passkey={key} /> },
        ]}
      />
    )}
    {mayAdd ? (
      <Buttons>
        <ButtonLink href="/petugas/akun/kunci" tone="secondary">
          {t('account.passkey.add')}
        </ButtonLink>
      </Buttons>
    ) : (
      <p>{t('account.passkey.needsName')}</p>
    )}
  </>
);

const Remove = ({ t, passkey: { id, name } }: { readonly t: Text; readonly passkey: ShownPasskey }) => (
  <form method="post" action={`/petugas/akun/kunci/${id}/hapus`}>
    <button class="link-button" type="submit">
      {t('account.passkey.remove')} <span class="unseen">{name}</span>
    </button>
  </form>
);
