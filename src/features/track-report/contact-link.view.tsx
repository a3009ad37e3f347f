import { showNumber } from '../../domain/report-number.ts';
import { Button, Buttons } from '../../ui/button.tsx';
import { Page } from '../../ui/layout.tsx';
import { NoticeBox } from '../../ui/notice-box.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';
import { PostForm } from '../../ui/post-form.tsx';

export type ContactLinkProps = {
  readonly frame: PageFrame;
  readonly action: string;
  /** Null: the link is no longer good for anything. */
  readonly number: string | null;
  /** The button was pressed. */
  readonly isDone: boolean;
};

/** A new address proves itself. */
export const ContactLinkPage = (props: ContactLinkProps) => {
  const { frame, number, isDone } = props;
  const { t } = frame;
  const title = t('contact.confirm.title');
  return (
    <Page {...frame} robots="none" title={title}>
      <h1>{title}</h1>
      <Said {...props} />
      {(number === null || isDone) && (
        <p>
          {/* Whoever this browser was let in goes on there; anybody else is asked for the code. */}
          <a href={number === null ? '/lacak' : `/lacak/${number}`}>
            {t(number === null ? 'trackReport.title' : 'contact.back')}
          </a>
        </p>
      )}
    </Page>
  );
};

const Said = ({ frame: { t }, action, number, isDone }: ContactLinkProps) => {
  if (number === null)
    return (
      <NoticeBox tone="warning">
        <p>{t('contact.confirm.over')}</p>
      </NoticeBox>
    );
  if (isDone)
    return (
      <NoticeBox tone="success" live="status">
        <p>{t('contact.confirm.done', { number: showNumber(number) })}</p>
      </NoticeBox>
    );
  return (
    <>
      <p>{t('contact.confirm.text', { number: showNumber(number) })}</p>
      <PostForm action={action}>
        <Buttons>
          <Button>{t('contact.confirm.button')}</Button>
        </Buttons>
      </PostForm>
    </>
  );
};
