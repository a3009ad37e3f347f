import { Button, ButtonLink, Buttons } from '../../ui/button.tsx';
import { EnrolmentForm, enrolmentErrors, type EnrolmentFormProps } from '../../ui/enrolment.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Page } from '../../ui/layout.tsx';
import { NoticeBox } from '../../ui/notice-box.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';
import { PostForm } from '../../ui/post-form.tsx';

export type Offer = {
  /** Who asks, as a sentence. */
  readonly by: string;
  readonly posts: readonly string[];
  readonly login: string;
};

/** What the page asks for: to enrol, to sign in, or, signed in, one button. */
export type AnswerShown =
  | { readonly kind: 'enrol'; readonly form: EnrolmentFormProps }
  | { readonly kind: 'sign_in'; readonly isTaken: boolean }
  | { readonly kind: 'signed_in'; readonly login: string };

export type InvitationProps = {
  readonly frame: PageFrame;
  readonly path: string;
  readonly offer: Offer;
  readonly answer: AnswerShown;
};

export const InvitationPage = ({ frame, path, offer, answer }: InvitationProps) => {
  const { t } = frame;
  const problems = answer.kind === 'enrol' ? enrolmentErrors(t, answer.form) : [];
  return (
    <Page {...frame} robots="none" title={t('invitation.title')} hasErrors={problems.length > 0}>
      <ErrorSummary t={t} problems={problems} />
      <h1>{t('invitation.title')}</h1>
      <p>{offer.by}</p>
      <ul>
        {offer.posts.map((post) => (
          <li key={post}>{post}</li>
        ))}
      </ul>
      <Answer frame={frame} path={path} offer={offer} answer={answer} />
    </Page>
  );
};

const Answer = ({ frame: { t }, path, offer, answer }: InvitationProps) => {
  if (answer.kind === 'signed_in')
    return (
      <>
        <p>{t('invitation.signedIn', { login: answer.login })}</p>
        <PostForm action={path} hidden={{ step: 'accept' }}>
          <Buttons>
            <Button>{t('invitation.accept')}</Button>
          </Buttons>
        </PostForm>
      </>
    );
  const signIn = `/petugas/masuk?next=${encodeURIComponent(path)}`;
  if (answer.kind === 'sign_in')
    return (
      <>
        <NoticeBox tone="info" live={answer.isTaken ? 'alert' : undefined}>
          <p>{t(answer.isTaken ? 'invitation.taken' : 'invitation.hasAccount')}</p>
        </NoticeBox>
        <Buttons>
          <ButtonLink href={signIn}>{t('invitation.signIn')}</ButtonLink>
        </Buttons>
      </>
    );
  return (
    <>
      <p>{t('invitation.account', { login: offer.login })}</p>
      <EnrolmentForm t={t} action={path} {...answer.form} />
      {answer.form.step === 'password' && (
        <p>
          <a href={signIn}>{t('invitation.otherAccount')}</a>
        </p>
      )}
    </>
  );
};

/** The link is good for nothing any more; or, just used, for nothing but the way on. */
export const InvitationOverPage = ({ frame, isDone }: { readonly frame: PageFrame; readonly isDone: boolean }) => {
  const { t } = frame;
  return (
    <Page {...frame} robots="none" title={t('invitation.title')}>
      <h1>{t('invitation.title')}</h1>
      <NoticeBox tone={isDone ? 'success' : 'warning'} live={isDone ? 'status' : undefined}>
        <p>{t(isDone ? 'invitation.accepted' : 'invitation.over')}</p>
      </NoticeBox>
      <Buttons>
        <ButtonLink href="/petugas/masuk">{t('invitation.toSignIn')}</ButtonLink>
      </Buttons>
    </Page>
  );
};
