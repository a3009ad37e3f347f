import { showNumber } from '../../domain/report-number.ts';
import { Button, Buttons } from '../../ui/button.tsx';
import { Page } from '../../ui/layout.tsx';
import { NoticeBox } from '../../ui/notice-box.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';
import { PostForm } from '../../ui/post-form.tsx';

export type ContactLinkProps = {
  readonly frame: PageFrame;
  /** Which of the two links it is: the new address proves itself, or the old one takes it back. */
  readonly says: 'confirm' | 'takeBack';
  readonly action: string;
  /** Null: the link is no longer good for anything. */
  readonly number: string | null;
  /** The button was pressed. */
  readonly isDone: boolean;
  /** What was taken back by it: put back as it was, taken out again, or asked for and never done. */
  readonly undone: readonly { readonly field: 'name' | 'phone' | 'email'; readonly was: 'done' | 'added' | 'asked' }[];
};

export const ContactLinkPage = (props: ContactLinkProps) => {
  const { frame, says } = props;
  const title = frame.t(`contact.${says}.title`);
  return (
    <Page {...frame} robots="none" title={title}>
      <h1>{title}</h1>
      <Said {...props} />
      <p>
        <a href={props.number === null ? '/lacak' : `/lacak?nomor=${props.number}`}>{frame.t('trackReport.title')}</a>
      </p>
    </Page>
  );
};

const Said = ({ frame: { t }, says, action, number, isDone, undone }: ContactLinkProps) => {
  if (number === null)
    return (
      <NoticeBox tone="warning">
        <p>{t(`contact.${says}.over`)}</p>
      </NoticeBox>
    );
  if (isDone)
    return (
      <NoticeBox tone="success" live="status">
        <p>{t(`contact.${says}.done`, { number: showNumber(number) })}</p>
        {undone.length > 0 && (
          <>
            <ul>
              {undone.map(({ field, was }) => (
                <li key={field}>{t(`contact.takeBack.undone.${was}.${field}`)}</li>
              ))}
            </ul>
            <p>{t('contact.takeBack.undone.own')}</p>
          </>
        )}
      </NoticeBox>
    );
  return (
    <>
      <p>{t(`contact.${says}.text`, { number: showNumber(number) })}</p>
      <PostForm action={action}>
        <Buttons>
          <Button tone={says === 'confirm' ? 'primary' : 'danger'}>{t(`contact.${says}.button`)}</Button>
        </Buttons>
      </PostForm>
    </>
  );
};
