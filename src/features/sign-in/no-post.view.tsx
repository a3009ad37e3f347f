import { Button, Buttons } from '../../ui/button.tsx';
import { Page } from '../../ui/layout.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';
import { PostForm } from '../../ui/post-form.tsx';

export type NoPostProps = { readonly frame: PageFrame; readonly login: string };

/** For a person who is who they say, and has no task in this city. */
export const NoPostPage = ({ frame, login }: NoPostProps) => {
  const { t, city } = frame;
  return (
    <Page {...frame} robots="none" title={t('staff.noPost.title')}>
      <h1>{t('staff.noPost.title')}</h1>
      <p>{t('staff.noPost.text', { login, city: city.name })}</p>
      <p>{t('staff.noPost.next')}</p>
      <PostForm action="/petugas/keluar">
        <Buttons>
          <Button tone="secondary">{t('layout.nav.signOut')}</Button>
        </Buttons>
      </PostForm>
    </Page>
  );
};
