import { Button, ButtonLink, Buttons } from '../../ui/button.tsx';
import { DefinitionList, type Definition } from '../../ui/definition-list.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { NoticeBox } from '../../ui/notice-box.tsx';
import { PostForm } from '../../ui/post-form.tsx';
import { Table } from '../../ui/table.tsx';
import { OfficePage, type OfficePageProps } from './office-page.view.tsx';

export type ShownHolder = {
  readonly id: string;
  readonly person: string;
  readonly from: string;
  readonly until: string;
  readonly standing: string;
  /** Null: it is over. */
  readonly href: string | null;
};

export type PostPageProps = Omit<OfficePageProps, 'children' | 'above'> & {
  readonly slug: string;
  readonly mark: string;
  readonly facts: readonly Definition[];
  readonly work: readonly string[];
  readonly holders: readonly ShownHolder[];
  readonly may: readonly string[];
  readonly mayNot: readonly string[];
  readonly warnings: readonly string[];
  readonly isClosed: boolean;
};

/** One post: who is in it since when and until when, what it may do, and what waits for it. */
export const PostPage = (props: PostPageProps) => {
  const { slug, facts, work, holders, warnings, isClosed, ...page } = props;
  const { t } = page.frame;
  const path = `/kelola/jabatan/${slug}`;
  return (
    <OfficePage {...page} above={{ href: '/kelola/jabatan', label: t('offices.post.title') }}>
      {warnings.length > 0 && (
        <NoticeBox tone="warning" title={t('offices.post.warning')}>
          <Lines lines={warnings} />
        </NoticeBox>
      )}
      <DefinitionList items={facts} />
      {work.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {!isClosed && (
        <Buttons>
          <ButtonLink href={`${path}/pemegang`}>{t('offices.holder.add')}</ButtonLink>
          <ButtonLink href={`${path}/ubah`} tone="secondary">
            {t('offices.holder.edit')}
          </ButtonLink>
          <ButtonLink href={`/kelola/serah-terima?jabatan=${slug}`} tone="secondary">
            {t('offices.post.handOver')}
          </ButtonLink>
        </Buttons>
      )}
      <h2>{t('offices.post.holders')}</h2>
      {holders.length === 0 ? <EmptyState title={t('offices.holder.none')} /> : <Holders {...props} />}
      <Rights {...props} />
      {!isClosed && <Closing {...props} />}
    </OfficePage>
  );
};

const Lines = ({ lines }: { readonly lines: readonly string[] }) => (
  <ul>
    {lines.map((line) => (
      <li key={line}>{line}</li>
    ))}
  </ul>
);

const Holders = ({ frame: { t }, holders }: PostPageProps) => (
  <Table
    caption={t('offices.post.holders')}
    isCaptionUnseen
    rows={holders}
    rowKey={({ id }) => id}
    columns={[
      { label: t('offices.holder.person'), cell: ({ person }) => person },
      { label: t('offices.holder.acting'), cell: ({ standing }) => standing },
      { label: t('offices.holder.from'), cell: ({ from }) => from },
      { label: t('offices.holder.until'), cell: ({ until }) => until },
      {
        label: t('offices.holder.column.action'),
        cell: ({ href, person }) =>
          href === null ? (
            t('offices.holder.over')
          ) : (
            <a href={href}>
              {t('offices.holder.edit')} <span class="unseen">{person}</span>
            </a>
          ),
      },
    ]}
  />
);

const Rights = ({ frame: { t }, may, mayNot }: PostPageProps) => (
  <>
    <h2>{t('offices.post.may')}</h2>
    <Lines lines={may} />
    <h2>{t('offices.post.mayNot')}</h2>
    <Lines lines={mayNot} />
  </>
);

const Closing = ({ frame: { t }, slug, mark, title }: PostPageProps) => (
  <section>
    <h2>{t('offices.close')}</h2>
    <p>{t('offices.post.closeHint')}</p>
    <PostForm action={`/kelola/jabatan/${slug}/tutup`} hidden={{ seen: mark }}>
      <Button tone="secondary">{`${t('offices.close')}: ${title}`}</Button>
    </PostForm>
  </section>
);
