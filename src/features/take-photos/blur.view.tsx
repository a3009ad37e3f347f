import type { BlurBox } from '../../domain/blur-box.ts';
import { Button, Buttons } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Page } from '../../ui/layout.tsx';
import { NoticeBox } from '../../ui/notice-box.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';
import { PostForm } from '../../ui/post-form.tsx';
import { DrawnPicture, KeptBoxes } from './blur-drawing.view.tsx';
import type { PictureFile } from './boxed-picture.view.tsx';
import { SavedBlurs, type SavedBlur } from './saved-blurs.view.tsx';

export type BlurProps = {
  readonly frame: PageFrame;
  readonly photo: PictureFile;
  /** The same, small. */
  readonly thumb: PictureFile;
  /** The picture as it is seen outside, with what was saved; null: nothing was, or its files are not there yet. */
  readonly outside: string | null;
  readonly isOutside: boolean;
  readonly report: { readonly href: string; readonly words: string };
  readonly action: string;
  readonly version: number;
  readonly boxes: readonly BlurBox[];
  /** What everyone sees of it. */
  readonly state: string;
  /** The newest first. */
  readonly saved: readonly SavedBlur[];
  readonly isSaved: boolean;
  readonly problem: string | null;
};

/** The picture first: on a telephone it stands on the first screen. */
export const BlurPage = (props: BlurProps) => {
  const { frame, photo, thumb, report, action, version, boxes, saved, problem } = props;
  const { t } = frame;
  return (
    <Page {...frame} robots="none" title={t('photo.blur.title')} scripts={['take-photos/blur.client.ts']}>
      {problem !== null && <NoticeBox tone="danger" title={problem} live="alert" />}
      <h1 class="blur-title">{t('photo.blur.title')}</h1>
      <State {...props} />
      <PostForm action={action} hidden={{ version: String(version) }}>
        <DrawnPicture t={t} photo={photo} boxes={boxes} saved={saved[0]?.boxes ?? []} />
        <KeptBoxes t={t} boxes={boxes} />
        <Buttons>
          <Button>{t('photo.blur.save')}</Button>
        </Buttons>
      </PostForm>
      <p>
        <a href={report.href}>{report.words}</a>
      </p>
      <p class="quiet">{t('photo.blur.hint')}</p>
      <Outside {...props} />
      {version > 0 && <SavedBlurs t={t} photo={thumb} action={action} version={version} saved={saved} />}
    </Page>
  );
};

const State = ({ frame: { t }, state, isSaved }: BlurProps) => (
  <p class="blur-state" role={isSaved ? 'status' : undefined}>
    {isSaved && (
      <strong>
        <Icon name="check" /> {t('photo.blur.saved')}{' '}
      </strong>
    )}
    {state}
  </p>
);

/** What was saved, and not what is being drawn: seen here before everyone sees it. */
const Outside = ({ frame: { t }, photo, outside, isOutside }: BlurProps) =>
  outside === null ? null : (
    <section aria-labelledby="outside">
      <h2 id="outside">{t('photo.blur.outside')}</h2>
      <p>{t(isOutside ? 'photo.blur.outsideNow' : 'photo.blur.outsideHint')}</p>
      <div class="blur-outside">
        <img src={outside} alt={t('photo.blur.outsidePicture')} width={photo.width} height={photo.height} />
      </div>
    </section>
  );
