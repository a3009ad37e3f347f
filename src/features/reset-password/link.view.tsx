import { Button, ButtonLink, Buttons } from '../../ui/button.tsx';
import {
  EnrolmentForm,
  enrolmentErrors,
  NewPassword,
  type EnrolmentFormProps,
  type EnrolmentProblem,
} from '../../ui/enrolment.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Page } from '../../ui/layout.tsx';
import { NoticeBox } from '../../ui/notice-box.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';
import { PostForm } from '../../ui/post-form.tsx';

/** A password alone, or an enrolment in steps. */
export type LinkForm =
  | { readonly kind: 'password'; readonly problem: EnrolmentProblem | null }
  | { readonly kind: 'enrol'; readonly purpose: 'second_factor' | 'both'; readonly form: EnrolmentFormProps };

export type LinkProps = {
  readonly frame: PageFrame;
  readonly path: string;
  readonly login: string;
  readonly shown: LinkForm;
};

export const LinkPage = ({ frame, path, login, shown }: LinkProps) => {
  const { t } = frame;
  const title = t(`reset.${shown.kind === 'password' ? 'password' : shown.purpose}.title`);
  const problems = problemsOf(frame, shown);
  return (
    <Page {...frame} robots="none" title={title} hasErrors={problems.length > 0}>
      <ErrorSummary t={t} problems={problems} />
      <h1>{title}</h1>
      <p>{t('reset.whose', { login })}</p>
      {shown.kind === 'enrol' ? (
        <EnrolmentForm t={t} action={path} {...shown.form} />
      ) : (
        <PostForm action={path}>
          <NewPassword t={t} problem={shown.problem} />
          <Buttons>
            <Button>{t('reset.password.save')}</Button>
          </Buttons>
        </PostForm>
      )}
    </Page>
  );
};

const problemsOf = ({ t }: PageFrame, shown: LinkForm) => {
  if (shown.kind === 'enrol') return enrolmentErrors(t, shown.form);
  return shown.problem === null ? [] : [{ field: 'password', text: t(`enrol.problem.${shown.problem}`) }];
};

/** The link is good for nothing any more; or was just used. */
export const LinkOverPage = ({ frame, isDone }: { readonly frame: PageFrame; readonly isDone: boolean }) => {
  const { t } = frame;
  return (
    <Page {...frame} robots="none" title={t('reset.both.title')}>
      <h1>{t('reset.both.title')}</h1>
      <NoticeBox tone={isDone ? 'success' : 'warning'} live={isDone ? 'status' : undefined}>
        <p>{t(isDone ? 'reset.done' : 'reset.over')}</p>
      </NoticeBox>
      <Buttons>
        <ButtonLink href="/petugas/masuk">{t('invitation.toSignIn')}</ButtonLink>
      </Buttons>
    </Page>
  );
};
