import { Table } from '../../ui/table.tsx';
import type { Text } from '../../ui/texts/text.ts';

export type ShownAgency = {
  readonly id: string;
  readonly name: string;
  readonly opened: string;
  readonly count: string;
};

/** What the coordinator must look after: work lies there and nobody comes. */
export const UnopenedAgencies = ({ t, agencies }: { readonly t: Text; readonly agencies: readonly ShownAgency[] }) =>
  agencies.length === 0 ? null : (
    <section aria-labelledby="belum-dibuka">
      <h2 id="belum-dibuka">
        <span class="late-mark" aria-hidden="true">
          ▲
        </span>{' '}
        {t('postNotice.unopened.title')}
      </h2>
      <p>{t('postNotice.unopened.hint')}</p>
      <Table
        caption={t('postNotice.unopened.title')}
        isCaptionUnseen
        rows={agencies}
        rowKey={({ id }) => id}
        columns={[
          { label: t('postNotice.unopened.agency'), cell: ({ name }) => name },
          { label: t('postNotice.unopened.count'), cell: ({ count }) => count, figures: 'number' },
          { label: t('postNotice.unopened.since'), cell: ({ opened }) => opened },
        ]}
      />
    </section>
  );
