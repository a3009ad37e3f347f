import { Table } from '../../ui/table.tsx';
import type { Text } from '../../ui/texts/text.ts';

export type ShownWaiting = {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly post: string;
  readonly expires: string;
};

/** Who was asked and has not answered. */
export const WaitingInvitations = ({ t, waiting }: { readonly t: Text; readonly waiting: readonly ShownWaiting[] }) =>
  waiting.length === 0 ? (
    <p>{t('people.open.none')}</p>
  ) : (
    <Table
      caption={t('people.open.title')}
      isCaptionUnseen
      rows={waiting}
      rowKey={({ id }) => id}
      columns={[
        { label: t('people.open.name'), cell: (one) => <Whom invitation={one} /> },
        { label: t('people.column.posts'), cell: ({ post }) => post },
        { label: t('people.open.expires'), cell: ({ expires }) => expires },
        { label: t('people.column.action'), cell: (one) => <Actions t={t} invitation={one} /> },
      ]}
    />
  );

const Whom = ({ invitation: { name, address } }: { readonly invitation: ShownWaiting }) => (
  <>
    {name}
    <br />
    <span class="item-words">{address}</span>
  </>
);

const Actions = ({ t, invitation }: { readonly t: Text; readonly invitation: ShownWaiting }) => (
  <>
    <Act t={t} invitation={invitation} verb="lagi" words={t('people.open.again')} />
    <Act t={t} invitation={invitation} verb="batal" words={t('people.open.withdraw')} />
  </>
);

type ActProps = {
  readonly t: Text;
  readonly invitation: ShownWaiting;
  readonly verb: 'lagi' | 'batal';
  readonly words: string;
};

const Act = ({ t, invitation: { id, name, post }, verb, words }: ActProps) => (
  <form method="post" action={`/kelola/orang/undangan/${id}/${verb}`}>
    <button class="link-button" type="submit">
      {words} <span class="unseen">{t('people.open.which', { name, post })}</span>
    </button>
  </form>
);
