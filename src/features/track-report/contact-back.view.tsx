import { showNumber } from '../../domain/report-number.ts';
import { Button, Buttons } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Page } from '../../ui/layout.tsx';
import { NoticeBox } from '../../ui/notice-box.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';
import { PostForm } from '../../ui/post-form.tsx';
import { CodeField } from './digits-field.view.tsx';

export type ContactBackProps = {
  readonly frame: PageFrame;
  readonly action: string;
  /** Null: the link is no longer good for anything. */
  readonly number: string | null;
  /** Which of the two buttons was pressed, and did what it says; null: none. */
  readonly done: 'takenBack' | 'disowned' | null;
  /** What was taken back: put back as it was, taken out again, or asked for and never done. */
  readonly undone: readonly { readonly field: 'name' | 'phone' | 'email'; readonly was: 'done' | 'added' | 'asked' }[];
  /** The code that did not open it, and why. */
  readonly typed: string;
  readonly problem: string | null;
};

/** For whoever filed the report, and for whoever never did: each finds what is theirs to press. Of the report itself nothing is shown. */
export const ContactBackPage = (props: ContactBackProps) => {
  const { frame, number, done, problem } = props;
  const { t } = frame;
  const title = t('contact.takeBack.title');
  return (
    <Page {...frame} robots="none" title={title} hasErrors={problem !== null}>
      {number !== null && problem !== null && <ErrorSummary t={t} problems={[{ field: 'kode', text: problem }]} />}
      <h1>{title}</h1>
      {number === null ? <Over {...props} /> : done === null ? <Ask {...props} number={number} /> : <Done {...props} />}
    </Page>
  );
};

const Over = ({ frame: { t } }: ContactBackProps) => (
  <>
    <NoticeBox tone="warning">
      <p>{t('contact.takeBack.over')}</p>
    </NoticeBox>
    <p>
      <a href="/lacak">{t('trackReport.title')}</a>
    </p>
  </>
);

const Ask = ({ frame: { t }, action, number, typed, problem }: ContactBackProps & { readonly number: string }) => (
  <>
    <p>{t('contact.takeBack.lead', { number: showNumber(number) })}</p>
    <h2>{t('contact.takeBack.mine')}</h2>
    <p>{t('contact.takeBack.text')}</p>
    <PostForm action={action} hidden={{ apa: 'take_back' }}>
      <CodeField t={t} value={typed} error={problem ?? undefined} />
      <Buttons>
        <Button tone="danger">{t('contact.takeBack.button')}</Button>
      </Buttons>
    </PostForm>
    <p>{t('contact.takeBack.noCode')}</p>
    <h2>{t('contact.takeBack.notMine')}</h2>
    <p>{t('contact.takeBack.notMineText')}</p>
    <PostForm action={action} hidden={{ apa: 'disown' }}>
      <Buttons>
        <Button tone="secondary">{t('contact.takeBack.notMineButton')}</Button>
      </Buttons>
    </PostForm>
  </>
);

const Done = ({ frame: { t }, number, done, undone }: ContactBackProps) => (
  <>
    <NoticeBox tone="success" live="status">
      <p>
        {t(done === 'disowned' ? 'contact.takeBack.disowned' : 'contact.takeBack.done', {
          number: showNumber(number ?? ''),
        })}
      </p>
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
    {done === 'takenBack' && (
      <p>
        <a href={`/lacak?nomor=${number}`}>{t('trackReport.title')}</a>
      </p>
    )}
  </>
);
