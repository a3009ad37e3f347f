import { showNumber } from '../../domain/report-number.ts';
import { Button, Buttons } from '../../ui/button.tsx';
import { ErrorSummary, namedProblem } from '../../ui/error-summary.tsx';
import { Page } from '../../ui/layout.tsx';
import { NoticeBox } from '../../ui/notice-box.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';
import { PostForm } from '../../ui/post-form.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { Text } from '../../ui/texts/text.ts';

/** In the order of the page. */
export const contactFields = ['email', 'phone', 'name'] as const;
type ContactField = (typeof contactFields)[number];
type OfFields = { readonly [Field in ContactField]?: string | undefined };

export type ContactProps = {
  readonly frame: PageFrame;
  readonly number: string;
  /** What is on record, masked. */
  readonly now: OfFields;
  /** What is on record and cannot be opened any more. */
  readonly lost?: readonly ContactField[];
  /** The new mail address that waits to be confirmed, masked; null: none does. */
  readonly waiting: string | null;
  /** What was typed, and what is wrong with it. */
  readonly typed: OfFields;
  readonly problems: readonly { readonly field: ContactField; readonly text: string }[];
  /** What was just done: a letter went to a new address; something was changed at once. */
  readonly isSent: boolean;
  readonly isChanged: boolean;
  /** The address that was added lately was taken out. */
  readonly isRemoved: boolean;
  /** Why nothing was done, where no field is wrong. */
  readonly refused: 'nothing' | 'too_many' | null;
  readonly history: readonly string[];
};

/** What the city knows of the reporter, in part, and one form for all that can be changed. */
export const ContactPage = (props: ContactProps) => {
  const { frame, number, problems, history } = props;
  const { t } = frame;
  return (
    <Page {...frame} robots="none" title={t('contact.title')} hasErrors={problems.length > 0}>
      <ErrorSummary
        t={t}
        problems={problems.map(({ field, text }) => ({ field, text: namedProblem(t(`contact.field.${field}`), text) }))}
      />
      <Outcome {...props} t={t} />
      <h1>{t('contact.title')}</h1>
      <p class="number-shown">{showNumber(number)}</p>
      <p>{t('contact.intro')}</p>
      <p>{t('contact.told')}</p>
      <PostForm action={`/lacak/${number}/kontak`}>
        {contactFields.map((field) => (
          <Field key={field} {...props} field={field} />
        ))}
        <Buttons>
          <Button>{t('contact.submit')}</Button>
        </Buttons>
      </PostForm>
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

const Outcome = ({ t, isSent, isChanged, isRemoved, refused }: ContactProps & { readonly t: Text }) => (
  <>
    {(isSent || isChanged || isRemoved) && (
      <NoticeBox tone="success" live="status">
        {isChanged && <p>{t('contact.done')}</p>}
        {isRemoved && <p>{t('contact.added.removed')}</p>}
        {isSent && <p>{t('contact.sent')}</p>}
        {isSent && <p>{t('contact.sentNothing')}</p>}
      </NoticeBox>
    )}
    {refused !== null && (
      <NoticeBox tone="warning" live="alert">
        <p>{t(refused === 'nothing' ? 'contact.empty' : 'contact.tooMany')}</p>
      </NoticeBox>
    )}
  </>
);

const Field = ({
  frame,
  now,
  lost = [],
  waiting,
  typed,
  problems,
  field,
}: ContactProps & { readonly field: ContactField }) => {
  const { t } = frame;
  const value = now[field];
  const nothing = t(lost.includes(field) ? 'contact.lost' : 'contact.nothing');
  const standing = value === undefined ? nothing : t('contact.now', { value });
  const known =
    field === 'email' && waiting !== null ? `${standing} · ${t('contact.waiting', { value: waiting })}` : standing;
  if (field === 'email' && frame.keepsLetters === true)
    return (
      <>
        <h2>{t('contact.field.email')}</h2>
        <p>{known}</p>
        <NoticeBox tone="warning">
          <p>{t('contact.noLetters')}</p>
        </NoticeBox>
      </>
    );
  return (
    <TextField
      name={field}
      {...inputs[field]}
      label={t(`contact.field.${field}`)}
      hint={known}
      value={typed[field]}
      error={problems.find((one) => one.field === field)?.text}
    />
  );
};

const inputs = {
  email: { type: 'email', autoComplete: 'email' },
  phone: { type: 'tel', autoComplete: 'tel' },
  name: { autoComplete: 'name' },
} as const;
