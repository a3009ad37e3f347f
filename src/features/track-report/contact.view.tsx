import { showNumber } from '../../domain/report-number.ts';
import { Button, Buttons } from '../../ui/button.tsx';
import { ErrorSummary, namedProblem } from '../../ui/error-summary.tsx';
import { Page } from '../../ui/layout.tsx';
import { NoticeBox } from '../../ui/notice-box.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';
import { PostForm } from '../../ui/post-form.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { Text } from '../../ui/texts/text.ts';

const fields = ['email', 'phone', 'name'] as const;
type ContactField = (typeof fields)[number];

export type ContactProps = {
  readonly frame: PageFrame;
  readonly number: string;
  /** What is on record, masked. */
  readonly now: { readonly [Field in ContactField]?: string | undefined };
  /** What was typed, and what is wrong with it. */
  readonly typed: { readonly field: ContactField; readonly value: string; readonly problem: string } | null;
  /** What was just done: a letter sent, or changed at once. */
  readonly done: 'sent' | 'changed' | null;
  readonly isTooMany: boolean;
  readonly history: readonly string[];
};

/** What the city knows of the reporter, in part, and a form for each thing that can be changed. */
export const ContactPage = (props: ContactProps) => {
  const { frame, number, typed, history } = props;
  const { t } = frame;
  const hasErrors = typed !== null && typed.problem !== '';
  return (
    <Page {...frame} robots="none" title={t('contact.title')} hasErrors={hasErrors}>
      <ErrorSummary
        t={t}
        problems={
          hasErrors
            ? [{ field: typed.field, text: namedProblem(t(`contact.field.${typed.field}`), typed.problem) }]
            : []
        }
      />
      <Outcome {...props} t={t} />
      <h1>{t('contact.title')}</h1>
      <p class="number-shown">{showNumber(number)}</p>
      <p>{t('contact.intro')}</p>
      <p>{t('contact.told')}</p>
      {fields.map((field) => (
        <FieldForm key={field} {...props} field={field} />
      ))}
      <h2>{t('contact.history.title')}</h2>
      {history.length === 0 ? (
        <p>{t('contact.history.none')}</p>
      ) : (
        <ul>
          {history.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <p>
        <a href={`/lacak/${number}`}>{t('contact.back')}</a>
      </p>
    </Page>
  );
};

const Outcome = ({ t, done, isTooMany }: ContactProps & { readonly t: Text }) => (
  <>
    {done !== null && (
      <NoticeBox tone="success" live="status">
        <p>{t(done === 'sent' ? 'contact.sent' : 'contact.done')}</p>
      </NoticeBox>
    )}
    {isTooMany && (
      <NoticeBox tone="warning" live="alert">
        <p>{t('contact.tooMany')}</p>
      </NoticeBox>
    )}
  </>
);

const FieldForm = ({ frame, number, now, typed, field }: ContactProps & { readonly field: ContactField }) => {
  const { t } = frame;
  const value = now[field];
  const known = value === undefined ? t('contact.nothing') : t('contact.now', { value });
  const mine = typed?.field === field ? typed : null;
  return (
    <>
      {field === 'email' && frame.keepsLetters === true ? (
        <>
          <h2>{t('contact.field.email')}</h2>
          <p>{known}</p>
          <NoticeBox tone="warning">
            <p>{t('contact.noLetters')}</p>
          </NoticeBox>
        </>
      ) : (
        <PostForm action={`/lacak/${number}/kontak`}>
          <TextField
            name={field}
            {...inputs[field]}
            label={t(`contact.field.${field}`)}
            hint={known}
            value={mine?.value}
            error={mine?.problem || undefined}
          />
          <Buttons>
            <Button tone="secondary">{t(`contact.submit.${field}`)}</Button>
          </Buttons>
        </PostForm>
      )}
    </>
  );
};

const inputs = {
  email: { type: 'email', autoComplete: 'email' },
  phone: { type: 'tel', autoComplete: 'tel' },
  name: { autoComplete: 'name' },
} as const;
