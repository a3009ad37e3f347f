import { Tag } from '../../ui/badge.tsx';
import { Timeline } from '../../ui/timeline.tsx';
import type { Text } from '../../ui/texts/text.ts';

export type HistoryItem = {
  readonly at: { readonly iso: string; readonly words: string };
  readonly title: string;
  readonly by: string;
  /** The reporter never reads it. */
  readonly isInternal: boolean;
  readonly facts: readonly string[];
  readonly words: readonly { readonly label: string | null; readonly text: string }[];
  readonly isErased: boolean;
};

export const History = ({
  t,
  label,
  items,
}: {
  readonly t: Text;
  readonly label: string;
  readonly items: readonly HistoryItem[];
}) => (
  <Timeline
    label={label}
    items={items.map((item) => ({
      at: item.at,
      by: item.by,
      title: item.isInternal ? <InternalTitle t={t} title={item.title} /> : item.title,
      children: <Details t={t} item={item} />,
    }))}
  />
);

const InternalTitle = ({ t, title }: { readonly t: Text; readonly title: string }) => (
  <>
    {title} <Tag>{t('staff.report.internal')}</Tag>
  </>
);

const Details = ({ t, item }: { readonly t: Text; readonly item: HistoryItem }) => (
  <>
    {item.facts.length > 0 && <p>{item.facts.join(' · ')}</p>}
    {item.words.map(({ label, text }) => (
      <div key={label ?? ''} class="labelled">
        {label !== null && <p class="quiet">{label}</p>}
        <blockquote class="words">{text}</blockquote>
      </div>
    ))}
    {item.isErased && <p class="quiet">{t('staff.report.erased')}</p>}
  </>
);
