import { StateBadge, Tag } from '../../ui/badge.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Page } from '../../ui/layout.tsx';
import { NoticeBox } from '../../ui/notice-box.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';
import { Pager } from '../../ui/pager.tsx';
import type { Option } from '../../ui/select-field.tsx';
import { Table } from '../../ui/table.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import type { Text } from '../../ui/texts/text.ts';
import { ListChoice, PostChoice, Search } from './queue-tools.view.tsx';
import { When, type Moments } from './when.view.tsx';
import { UnopenedAgencies, type ShownAgency } from './unopened.view.tsx';
import type { MoveName } from '../../domain/move.ts';
import type { ReportState } from '../../domain/report.ts';

export type QueueItem = {
  readonly number: string;
  readonly href: string;
  readonly words: string;
  /** Its words mean that somebody may be in danger, and nobody has looked at it yet. */
  readonly isDanger: boolean;
  readonly isSecret: boolean;
  readonly isBerkadar: boolean;
  readonly category: string | null;
  readonly village: string | null;
  readonly state: ReportState;
  readonly when: Moments;
};

export type ListLink = { readonly href: string; readonly label: string; readonly isCurrent: boolean };

export type QueueProps = {
  readonly frame: PageFrame;
  /** The post acted as, and its others. */
  readonly post: { readonly slug: string; readonly name: string };
  readonly posts: readonly Option[];
  readonly desk: readonly ListLink[];
  readonly lists: readonly Option[];
  readonly list: string;
  readonly items: readonly QueueItem[];
  readonly count: string | null;
  /** The way to what the post was told, and how much of it nobody has read. */
  readonly news: string;
  readonly unopened: readonly ShownAgency[];
  readonly pager: { readonly previous?: string | undefined; readonly next?: string | undefined };
  readonly search: { readonly typed: string; readonly error?: string | undefined };
  /** What was done just before to a report that this post no longer sees. */
  readonly done?: MoveName | undefined;
};

export const QueuePage = (props: QueueProps) => {
  const { frame, posts, search, desk, lists } = props;
  const { t } = frame;
  return (
    <Page {...frame} robots="none" title={t('staff.queue.title')}>
      <ErrorSummary t={t} problems={search.error === undefined ? [] : [{ field: 'nomor', text: search.error }]} />
      {props.done !== undefined && (
        <NoticeBox tone="success" live="status">
          <p>{t('staff.doneAndGone', { move: t(`state.move.${props.done}`) })}</p>
        </NoticeBox>
      )}
      <h1>{props.post.name}</h1>
      <p>
        <a href="/petugas/kabar">{props.news}</a>
      </p>
      <UnopenedAgencies t={t} agencies={props.unopened} />
      {posts.length > 1 && <PostChoice t={t} posts={posts} post={props.post.slug} />}
      {desk.length > 1 && <Desk t={t} links={desk} />}
      <div class="tools">
        <Search t={t} {...search} />
        {lists.length > desk.length && <ListChoice t={t} lists={lists} list={props.list} />}
      </div>
      <Waiting {...props} />
      <Pager t={t} {...props.pager} />
    </Page>
  );
};

const Desk = ({ t, links }: { readonly t: Text; readonly links: readonly ListLink[] }) => (
  <Tabs label={t('staff.lists.label')} tabs={links} />
);

const Waiting = ({ frame: { t }, items, lists, list, count }: QueueProps) => {
  const name = lists.find((option) => option.value === list)?.label ?? t('staff.queue.title');
  return (
    <>
      <h2>{name}</h2>
      {count !== null && <p>{count}</p>}
      {items.length === 0 ? <Empty t={t} isOwn={list === 'saya'} /> : <Items t={t} caption={name} items={items} />}
    </>
  );
};

const Empty = ({ t, isOwn }: { readonly t: Text; readonly isOwn: boolean }) => (
  <EmptyState title={t(isOwn ? 'staff.queue.empty' : 'staff.queue.emptyList')}>
    {isOwn && <p>{t('staff.queue.emptyHint')}</p>}
  </EmptyState>
);

const Items = ({
  t,
  caption,
  items,
}: {
  readonly t: Text;
  readonly caption: string;
  readonly items: readonly QueueItem[];
}) => (
  <Table
    caption={caption}
    isCaptionUnseen
    rows={items}
    rowKey={(item) => item.number}
    columns={[
      { label: t('staff.queue.report'), cell: (item) => <Name t={t} item={item} /> },
      {
        label: t('staff.queue.category'),
        cell: (item) =>
          [item.category, item.village].filter((words) => words !== null).join(', ') || t('general.unknown'),
      },
      { label: t('staff.queue.state'), cell: (item) => <StateBadge t={t} state={item.state} /> },
      {
        label: t(headings[items[0]?.when.kind ?? 'due']),
        cell: ({ when }) => <When t={t} when={when} />,
      },
    ]}
  />
);

const headings = { due: 'staff.queue.due', ended: 'staff.queue.ended', flagged: 'flag.staff.title' } as const;

const Name = ({ t, item }: { readonly t: Text; readonly item: QueueItem }) => (
  <>
    <a href={item.href}>
      <span class="code">{item.number}</span>
      <br />
      <span class="item-words">{item.words}</span>
    </a>{' '}
    {item.isDanger && <Tag tone="late">{t('staff.report.isDanger')}</Tag>}{' '}
    {item.isSecret && <Tag>{t('staff.report.isSecret')}</Tag>}{' '}
    {item.isBerkadar && <Tag>{t('state.class.berkadar')}</Tag>}
  </>
);
