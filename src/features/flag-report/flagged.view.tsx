import { Page } from '../../ui/layout.tsx';
import { NoticeBox } from '../../ui/notice-box.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';

/** What happens now, in words that hold for every report. */
export const FlaggedPage = ({ frame }: { readonly frame: PageFrame }) => {
  const { t } = frame;
  return (
    <Page {...frame} robots="none" title={t('flag.sent.title')}>
      <h1>{t('flag.sent.title')}</h1>
      <NoticeBox tone="success">
        <p>{t('flag.sent.text')}</p>
      </NoticeBox>
      <p>{t('flag.sent.work')}</p>
      <p>
        <a href="/laporan">{t('flag.sent.back')}</a>
      </p>
    </Page>
  );
};
