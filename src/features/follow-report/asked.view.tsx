import { Page } from '../../ui/layout.tsx';
import { NoticeBox } from '../../ui/notice-box.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';

type OfNumber = { readonly frame: PageFrame; readonly number: string };

/** The same words whether or not the address is known, was written to too often, or follows already. */
export const AskedPage = ({ frame, number }: OfNumber) => {
  const { t } = frame;
  return (
    <Page {...frame} robots="none" title={t('follow.asked.title')}>
      <h1>{t('follow.asked.title')}</h1>
      <NoticeBox tone="info" live="status">
        <p>{t('follow.asked.text')}</p>
      </NoticeBox>
      <p>{t('follow.asked.spam')}</p>
      <h2>{t('follow.asked.stoppedTitle')}</h2>
      <p>{t('follow.asked.stopped')}</p>
      <p>
        <a href={`/laporan/${number}/ikuti?lagi=1`}>{t('follow.again.link')}</a>
      </p>
      <Back frame={frame} number={number} />
    </Page>
  );
};

export const FollowedPage = ({ frame, number }: OfNumber) => {
  const { t } = frame;
  return (
    <Page {...frame} robots="none" title={t('follow.done.title')}>
      <h1>{t('follow.done.title')}</h1>
      <NoticeBox tone="success" live="status">
        <p>{t('follow.done.text')}</p>
      </NoticeBox>
      <Back frame={frame} number={number} />
    </Page>
  );
};

const Back = ({ frame: { t }, number }: OfNumber) => (
  <p>
    <a href={`/laporan/${number}`}>{t('follow.open')}</a>
  </p>
);
