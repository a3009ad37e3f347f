import { showNumber } from '../../domain/report-number.ts';
import { Button, Buttons } from '../../ui/button.tsx';
import { Page } from '../../ui/layout.tsx';
import { NoticeBox } from '../../ui/notice-box.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';
import { PostForm } from '../../ui/post-form.tsx';

export type StopProps = {
  readonly frame: PageFrame;
  /** Null: no letter carries this link. */
  readonly follow: { readonly number: string; readonly isEnded: boolean } | null;
  readonly pass: string;
};

export const StopPage = (props: StopProps) => {
  const { frame } = props;
  const { t } = frame;
  return (
    <Page {...frame} robots="none" title={t('follow.stop.title')}>
      <h1>{t('follow.stop.title')}</h1>
      <Said {...props} />
    </Page>
  );
};

const Said = ({ frame: { t }, follow, pass }: StopProps) => {
  if (follow === null)
    return (
      <NoticeBox tone="warning">
        <p>{t('follow.stop.unknown')}</p>
      </NoticeBox>
    );
  const number = showNumber(follow.number);
  if (follow.isEnded)
    return (
      <>
        <NoticeBox tone="success" live="status">
          <p>{t('follow.stop.done', { number })}</p>
          <p>{t('follow.stop.forgotten')}</p>
        </NoticeBox>
        <p>
          <a href={`/laporan/${follow.number}/ikuti`}>{t('follow.stop.again')}</a>
        </p>
      </>
    );
  return (
    <>
      <p>{t('follow.stop.text', { number })}</p>
      <PostForm action={`/ikuti/berhenti/${pass}`}>
        <Buttons>
          <Button>{t('follow.stop.button')}</Button>
        </Buttons>
      </PostForm>
    </>
  );
};
