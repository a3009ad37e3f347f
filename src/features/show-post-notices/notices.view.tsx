import { Tag } from '../../ui/badge.tsx';
import { Button, Buttons } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Page } from '../../ui/layout.tsx';
import { NoticeBox } from '../../ui/notice-box.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';
import { Pager } from '../../ui/pager.tsx';
import { PostForm } from '../../ui/post-form.tsx';
import { Table } from '../../ui/table.tsx';
import type { Text } from '../../ui/texts/text.ts';
import { LetterSetting, type LetterSettingProps } from './letter-setting.view.tsx';

export type NoticeItem = {
  readonly id: string;
  readonly kind: string;
  readonly isLate: boolean;
  readonly isSeen: boolean;
  /** It asks nothing of the post any more. */
  readonly isDone: boolean;
  readonly number: string;
  /** Null where the post may read the report no more. */
  readonly href: string | null;
  /** Category and village, or why they are not told. */
  readonly about: string | null;
  readonly at: { readonly iso: string; readonly words: string };
  readonly clock: { readonly name: string; readonly iso: string; readonly due: string } | null;
};

export type NoticesProps = {
  readonly frame: PageFrame;
  readonly post: string;
  readonly items: readonly NoticeItem[];
  readonly pager: { readonly previous?: string | undefined; readonly next?: string | undefined };
  /** Where the list comes back to when it was marked. */
  readonly here: string;
  readonly setting: Omit<LetterSettingProps, 't'>;
  readonly done?: 'marked' | 'saved' | undefined;
};

export const NoticesPage = ({ frame, post, items, pager, here, setting, done }: NoticesProps) => {
  const { t } = frame;
  return (
    <Page {...frame} robots="none" title={t('postNotice.page.title')}>
      <ErrorSummary t={t} problems={setting.problems.map(({ field, named }) => ({ field, text: named }))} />
      {done !== undefined && (
        <NoticeBox tone="success" live="status">
          <p>{t(done === 'marked' ? 'postNotice.page.marked' : 'postNotice.setting.saved')}</p>
        </NoticeBox>
      )}
      <h1>{t('postNotice.page.title')}</h1>
      <p>{t('postNotice.page.lead', { post })}</p>
      {items.length === 0 ? (
        <EmptyState title={t('postNotice.page.empty')}>
          <p>{t('postNotice.page.emptyHint')}</p>
        </EmptyState>
      ) : (
        <Notices t={t} items={items} />
      )}
      <MarkSeen t={t} items={items} here={here} />
      <Pager t={t} {...pager} />
      <LetterSetting t={t} {...setting} />
    </Page>
  );
};

type ListProps = { readonly t: Text; readonly items: readonly NoticeItem[] };

const Notices = ({ t, items }: ListProps) => (
  <Table
    caption={t('postNotice.page.title')}
    isCaptionUnseen
    rows={items}
    rowKey={({ id }) => id}
    columns={[
      { label: t('postNotice.page.what'), cell: (item) => <What t={t} item={item} /> },
      { label: t('postNotice.page.report'), cell: (item) => <Report item={item} /> },
      { label: t('postNotice.page.when'), cell: ({ at }) => <time datetime={at.iso}>{at.words}</time> },
      { label: t('postNotice.page.clock'), cell: ({ clock }) => <Clock t={t} clock={clock} /> },
    ]}
  />
);

/** Unread is said in a word and a shape, and so is late; weight and colour only repeat it. */
const What = ({ t, item }: { readonly t: Text; readonly item: NoticeItem }) => (
  <>
    {item.isLate && (
      <>
        <span class="late-mark" aria-hidden="true">
          ▲
        </span>{' '}
      </>
    )}
    {item.isSeen ? item.kind : <strong>{item.kind}</strong>}{' '}
    {item.isSeen ? (
      <span class="quiet">{t('postNotice.page.seen')}</span>
    ) : (
      <Tag>{`● ${t('postNotice.page.unseen')}`}</Tag>
    )}
    {item.isDone && (
      <>
        <br />
        <span class="quiet">{t('postNotice.page.done')}</span>
      </>
    )}
  </>
);

const Report = ({ item: { href, number, about } }: { readonly item: NoticeItem }) => (
  <>
    {href === null ? (
      <span class="code">{number}</span>
    ) : (
      <a href={href}>
        <span class="code">{number}</span>
      </a>
    )}
    {about !== null && (
      <>
        <br />
        <span class="quiet">{about}</span>
      </>
    )}
  </>
);

const Clock = ({ t, clock }: { readonly t: Text; readonly clock: NoticeItem['clock'] }) =>
  clock === null ? (
    <>{t('general.none')}</>
  ) : (
    <>
      <time datetime={clock.iso}>{clock.due}</time>
      <br />
      <span class="quiet">{clock.name}</span>
    </>
  );

const MarkSeen = ({ t, items, here }: ListProps & { readonly here: string }) => {
  const unseen = items.filter(({ isSeen }) => !isSeen).map(({ id }) => id);
  return unseen.length === 0 ? null : (
    <PostForm action="/petugas/kabar/dibaca" hidden={{ kabar: unseen.join(' '), next: here }}>
      <Buttons>
        <Button tone="secondary">{t('postNotice.page.markAll')}</Button>
      </Buttons>
    </PostForm>
  );
};
