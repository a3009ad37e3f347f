import { Tag } from '../../ui/badge.tsx';
import { Table } from '../../ui/table.tsx';
import type { Text } from '../../ui/texts/text.ts';

export type ClockLine = {
  readonly id: string;
  readonly due: { readonly iso: string; readonly words: string };
  readonly provisional: string | null;
  readonly isLate: boolean;
  readonly state: string;
};

export const Clocks = ({ t, clocks }: { readonly t: Text; readonly clocks: readonly ClockLine[] }) => (
  <Table
    caption={t('staff.report.clocks')}
    isCaptionUnseen
    rows={clocks}
    rowKey={(clock) => clock.id}
    columns={[
      { label: t('staff.clock.due'), cell: (clock) => <Due t={t} clock={clock} /> },
      { label: t('staff.clock.state'), cell: (clock) => clock.state },
    ]}
  />
);

/** Late is said in a word and a shape; the colour only repeats it. */
const Due = ({ t, clock }: { readonly t: Text; readonly clock: ClockLine }) => (
  <>
    {clock.isLate && (
      <>
        <span class="late-mark" aria-hidden="true">
          ▲
        </span>{' '}
        <Tag tone="late">{t('staff.queue.late')}</Tag>{' '}
      </>
    )}
    <time datetime={clock.due.iso}>{clock.due.words}</time>
    {clock.provisional !== null && <span class="quiet"> {clock.provisional}</span>}
  </>
);
