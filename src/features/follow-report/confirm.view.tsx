import { showNumber } from '../../domain/report-number.ts';
import { Button, Buttons } from '../../ui/button.tsx';
import { Page } from '../../ui/layout.tsx';
import { NoticeBox } from '../../ui/notice-box.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';
import { PostForm } from '../../ui/post-form.tsx';

export type ConfirmProps = {
  readonly frame: PageFrame;
  /** Null: the link is no longer good for anything. */
  readonly number: string | null;
  readonly pass: string;
};

export const ConfirmPage = ({ frame, number, pass }: ConfirmProps) => {
  const { t } = frame;
  const title = number === null ? t('follow.link') : t('follow.confirm.title', { number: showNumber(number) });
  return (
    <Page {...frame} robots="none" title={title}>
      <h1>{title}</h1>
      {number === null ? (
        <>
          <NoticeBox tone="warning">
            <p>{t('follow.confirm.over')}</p>
          </NoticeBox>
          <p>
            <a href="/laporan">{t('flag.sent.back')}</a>
          </p>
        </>
      ) : (
        <>
          <p>{t('follow.confirm.text', { number: showNumber(number) })}</p>
          <PostForm action={`/ikuti/${pass}`}>
            <Buttons>
              <Button>{t('follow.confirm.button')}</Button>
            </Buttons>
          </PostForm>
          <p>
            <a href={`/laporan/${number}`}>{t('follow.open')}</a>
          </p>
        </>
      )}
    </Page>
  );
};
