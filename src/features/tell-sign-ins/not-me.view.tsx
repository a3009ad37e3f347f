import { Button, ButtonLink, Buttons } from '../../ui/button.tsx';
import { Page } from '../../ui/layout.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';
import { PostForm } from '../../ui/post-form.tsx';

export type NotMeProps = {
  readonly frame: PageFrame;
  readonly state: 'asks' | 'done' | 'gone';
  readonly action: string;
};

export const NotMePage = ({ frame, state, action }: NotMeProps) => {
  const { t } = frame;
  const { title, text } = {
    asks: { title: t('account.notMe.title'), text: t('account.notMe.text') },
    done: { title: t('account.notMe.done'), text: t('account.notMe.doneText') },
    gone: { title: t('account.notMe.gone'), text: t('account.notMe.goneText') },
  }[state];
  return (
    <Page {...frame} robots="none" title={title}>
      <h1>{title}</h1>
      <p>{text}</p>
      {state === 'asks' ? (
        <PostForm action={action}>
          <Buttons>
            <Button tone="danger">{t('account.notMe.end')}</Button>
          </Buttons>
        </PostForm>
      ) : (
        <Buttons>
          <ButtonLink href="/petugas/masuk">{t('account.notMe.signIn')}</ButtonLink>
        </Buttons>
      )}
    </Page>
  );
};
