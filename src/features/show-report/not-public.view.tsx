import { showNumber } from '../../domain/report-number.ts';
import { Page } from '../../ui/layout.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';

/** Hidden, secret, of another city or never filed: one answer, which says nothing of the number asked for. */
export const NotPublicPage = ({ frame }: { readonly frame: PageFrame }) => {
  const { t } = frame;
  return (
    <Page {...frame} robots="none" title={t('publicReport.notPublic.title')}>
      <h1>{t('publicReport.notPublic.title')}</h1>
      <p>{t('publicReport.notPublic.text')}</p>
      <p>
        <a href="/lacak">{t('layout.nav.track')}</a>
      </p>
    </Page>
  );
};

export type WithdrawnProps = { readonly frame: PageFrame; readonly number: string; readonly reason: string };

/** Shown once, then taken from the public, with the reason everyone may read. */
export const WithdrawnPage = ({ frame, number, reason }: WithdrawnProps) => {
  const { t } = frame;
  return (
    <Page {...frame} robots="none" title={t('publicReport.untitled', { number: showNumber(number) })}>
      <h1>{t('publicReport.untitled', { number: showNumber(number) })}</h1>
      <p>{t('publicReport.withdrawn', { reason })}</p>
      <p>
        <a href={`/lacak?nomor=${number}`}>{t('publicReport.isMine')}</a>
      </p>
    </Page>
  );
};
