import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';
import { Pager } from '../../ui/pager.tsx';
import { Table } from '../../ui/table.tsx';
import { Tabs, type Tab } from '../../ui/tabs.tsx';
import type { Text } from '../../ui/texts/text.ts';
import { OfficePage } from './office-page.view.tsx';

export type ShownChange = {
  readonly id: string;
  readonly at: string;
  readonly title: string;
  readonly lines: readonly string[];
  readonly by: string;
  readonly standing: 'undoable' | 'undone' | 'final';
};

export type ChangesProps = {
  readonly frame: PageFrame;
  readonly tabs: readonly Tab[];
  readonly changes: readonly ShownChange[];
  readonly next?: string | undefined;
  readonly refused?: string | undefined;
  readonly done?: string | undefined;
};

/** Who changed what of the city itself, each with the way back. */
export const ChangesPage = ({ frame, tabs, changes, next, refused, done }: ChangesProps) => {
  const { t } = frame;
  const title = t('offices.change.title');
  const above = { href: '/kelola', label: t('offices.home.title') };
  return (
    <OfficePage frame={frame} title={title} above={above} refused={refused} done={done}>
      <p>{t('offices.change.hint')}</p>
      <Tabs label={t('offices.change.about')} tabs={tabs} />
      {changes.length === 0 ? (
        <EmptyState title={t('offices.change.none')} />
      ) : (
        <Table
          caption={title}
          isCaptionUnseen
          rows={changes}
          rowKey={({ id }) => id}
          columns={[
            { label: t('offices.change.what'), cell: (change) => <What {...change} /> },
            { label: t('offices.change.at'), cell: ({ at }) => at },
            { label: t('offices.change.by'), cell: ({ by }) => by },
            { label: t('offices.change.action'), cell: (change) => <Undo t={t} change={change} /> },
          ]}
        />
      )}
      <Pager t={t} next={next} />
    </OfficePage>
  );
};

const What = ({ title, lines }: ShownChange) => (
  <>
    {title}
    {lines.length > 0 && (
      <ul class="item-words">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    )}
  </>
);

const Undo = ({ t, change: { id, title, standing } }: { readonly t: Text; readonly change: ShownChange }) => {
  if (standing === 'undone') return <>{t('offices.change.undone')}</>;
  if (standing === 'final') return null;
  return (
    <form method="post" action={`/kelola/perubahan/${id}/batalkan`}>
      <Button tone="secondary">
        {t('offices.change.undo')} <span class="unseen">{title}</span>
      </Button>
    </form>
  );
};
