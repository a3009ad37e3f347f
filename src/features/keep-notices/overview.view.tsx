import { Button, Buttons } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/layout.tsx';
import { NoticeBox } from '../../ui/notice-box.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';
import { PostForm } from '../../ui/post-form.tsx';
import { Table } from '../../ui/table.tsx';
import type { Text } from '../../ui/texts/text.ts';
import { WayUp } from '../../ui/way-up.tsx';

export type ShownPart = {
  readonly part: string;
  readonly name: string;
  readonly id: string;
  readonly en: string;
  readonly isOwn: boolean;
};

export type ShownWording = {
  readonly version: string;
  readonly at: string;
  readonly post: string;
  readonly what: readonly string[];
  readonly isNewest: boolean;
};

export type OverviewProps = {
  readonly frame: PageFrame;
  readonly parts: readonly ShownPart[];
  readonly versions: readonly ShownWording[];
  /** The version that this page shows. */
  readonly seen: string;
  readonly saved: boolean;
  /** Why nothing was saved; null: nothing was refused. */
  readonly refused: string | null;
};

/** What the letters to reporters say, part by part, and who changed it when. */
export const OverviewPage = ({ frame, parts, versions, seen, saved, refused }: OverviewProps) => {
  const { t } = frame;
  return (
    <Page {...frame} robots="none" title={t('wording.title')}>
      {saved && (
        <NoticeBox tone="success" live="status">
          <p>{t('wording.saved')}</p>
        </NoticeBox>
      )}
      {refused !== null && (
        <NoticeBox tone="warning" live="alert">
          <p>{refused}</p>
        </NoticeBox>
      )}
      <WayUp href="/kelola" label={t('offices.home.title')} />
      <h1>{t('wording.title')}</h1>
      <p>{t('wording.hint')}</p>
      <Parts t={t} parts={parts} />
      <h2>{t('wording.versions')}</h2>
      {versions.length === 0 ? (
        <EmptyState title={t('wording.noVersions')} />
      ) : (
        <Versions t={t} versions={versions} seen={seen} />
      )}
    </Page>
  );
};

const Parts = ({ t, parts }: { readonly t: Text; readonly parts: OverviewProps['parts'] }) => (
  <Table
    caption={t('wording.title')}
    isCaptionUnseen
    rows={parts}
    rowKey={({ part }) => part}
    columns={[
      { label: t('wording.column.part'), cell: ({ name }) => name },
      { label: t('wording.column.id'), cell: ({ id }) => <span lang="id">{id}</span> },
      { label: t('wording.column.en'), cell: ({ en }) => <span lang="en">{en}</span> },
      { label: t('wording.column.whose'), cell: ({ isOwn }) => t(isOwn ? 'wording.own' : 'wording.usual') },
      {
        label: t('wording.column.action'),
        cell: ({ part, name }) => (
          <a href={`/kelola/surat/ubah?bagian=${part}`}>
            {t('wording.change')} <span class="unseen">{name}</span>
          </a>
        ),
      },
    ]}
  />
);

const Versions = ({ t, versions, seen }: Pick<OverviewProps, 'versions' | 'seen'> & { readonly t: Text }) => (
  <Table
    caption={t('wording.versions')}
    isCaptionUnseen
    rows={versions}
    rowKey={({ version }) => version}
    columns={[
      { label: t('wording.column.version'), cell: ({ version }) => version },
      { label: t('wording.column.at'), cell: ({ at }) => at },
      { label: t('wording.column.by'), cell: ({ post }) => post },
      { label: t('wording.column.what'), cell: ({ what }) => what.join(', ') },
      {
        label: t('wording.column.action'),
        cell: ({ version, isNewest }) =>
          isNewest ? (
            t('wording.newest')
          ) : (
            <PostForm action="/kelola/surat/kembali" hidden={{ version, seen }}>
              <Buttons>
                <Button tone="secondary">{t('wording.back', { version })}</Button>
              </Buttons>
            </PostForm>
          ),
      },
    ]}
  />
);
