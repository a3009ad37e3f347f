import { Button, ButtonLink, Buttons } from './button.tsx';
import { Page } from './layout.tsx';
import type { PageFrame } from './page-frame.ts';
import { PostForm, type HiddenFields } from './post-form.tsx';
import type { Text } from './texts/text.ts';

export type ErrorPageProps = {
  readonly frame: PageFrame;
  readonly status: number;
  readonly requestId?: string | undefined;
  /** What was typed and could not be taken; absent: nothing was, or it stands on the page before. */
  readonly kept?: KeptForm | null | undefined;
};

export type KeptForm = {
  readonly action: string;
  readonly fields: HiddenFields;
  /** Names of files, which are not kept. */
  readonly droppedFiles: readonly string[];
};

/** What went wrong in plain words, what to do now, and the code that finds it in the log. Never a stack or a path. */
export const ErrorPage = ({ frame, status, requestId, kept }: ErrorPageProps) => {
  const { t } = frame;
  const error = errorOf(status);
  return (
    <Page {...frame} robots="none" title={t(`layout.error.${error}.title`)}>
      <h1>{t(`layout.error.${error}.title`)}</h1>
      {kept == null ? <p>{t(`layout.error.${error}.next`)}</p> : <SendAgain t={t} {...kept} />}
      <p>{t('layout.error.urgent')}</p>
      <Buttons>
        <ButtonLink href="/" tone="secondary">
          {t('layout.error.home')}
        </ButtonLink>
      </Buttons>
      {requestId !== undefined && <RequestId id={requestId} t={t} />}
    </Page>
  );
};

/** Everything travels along unseen, under the same nonce: pressed twice, or after it was taken after all, it is the same report. */
const SendAgain = ({ t, action, fields, droppedFiles }: KeptForm & { readonly t: Text }) => (
  <PostForm action={action} hidden={fields}>
    <p>{t('layout.error.kept.next')}</p>
    {droppedFiles.length > 0 && <p>{t('layout.error.kept.files', { names: droppedFiles.join(', ') })}</p>}
    <Buttons>
      <Button>{t('layout.error.kept.again')}</Button>
    </Buttons>
  </PostForm>
);

const RequestId = ({ id, t }: { readonly id: string; readonly t: Text }) => (
  <p class="quiet">
    {t('layout.error.requestId')} <code>{id}</code>
  </p>
);

type KnownError = (typeof errors)[keyof typeof errors] | 'broken' | 'wrongMethod';

const errorOf = (status: number): KnownError => {
  const known = Object.entries(errors).find(([code]) => Number(code) === status);
  return known?.[1] ?? (status < 500 ? 'wrongMethod' : 'broken');
};

const errors = {
  401: 'forbidden',
  403: 'forbidden',
  404: 'notFound',
  410: 'lost',
  413: 'tooLarge',
  421: 'wrongHost',
  429: 'tooMany',
  503: 'unavailable',
} as const;
