import { Button, Buttons } from '../../ui/button.tsx';
import { Page } from '../../ui/layout.tsx';
import { NoticeBox } from '../../ui/notice-box.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';
import { PostForm } from '../../ui/post-form.tsx';

export type AddressProps = {
  readonly frame: PageFrame;
  readonly pass: string;
  /** Null: no letter carries this link. */
  readonly isStopped: boolean | null;
  /** The button was pressed just now. */
  readonly isDone: boolean;
};

/** All letters to one address: stopped, or sent again. Which address, and whether anything is known of it, the page does not say. */
export const AddressPage = ({ frame, pass, isStopped, isDone }: AddressProps) => {
  const { t } = frame;
  return (
    <Page {...frame} robots="none" title={t('follow.address.title')}>
      <h1>{t('follow.address.title')}</h1>
      {isStopped === null ? (
        <NoticeBox tone="warning">
          <p>{t('follow.stop.unknown')}</p>
        </NoticeBox>
      ) : (
        <>
          {(isStopped || isDone) && (
            <NoticeBox tone={isDone ? 'success' : 'info'} live={isDone ? 'status' : undefined}>
              <p>{t(isStopped ? 'follow.address.stopped' : 'follow.address.resumed')}</p>
            </NoticeBox>
          )}
          <p>{t('follow.address.text')}</p>
          <PostForm action={`/surat/berhenti/${pass}`} hidden={{ apa: isStopped ? 'resume_address' : 'stop_address' }}>
            <Buttons>
              <Button tone={isStopped ? 'primary' : 'danger'}>
                {t(isStopped ? 'follow.address.resume' : 'follow.address.stop')}
              </Button>
            </Buttons>
          </PostForm>
        </>
      )}
    </Page>
  );
};
