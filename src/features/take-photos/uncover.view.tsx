import { boxText, type BlurBox } from '../../domain/blur-box.ts';
import { Button, Buttons } from '../../ui/button.tsx';
import { Page } from '../../ui/layout.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';
import { PostForm } from '../../ui/post-form.tsx';
import { BoxedPicture, type PictureFile } from './boxed-picture.view.tsx';

export type UncoverProps = {
  readonly frame: PageFrame;
  readonly photo: PictureFile;
  readonly report: { readonly href: string; readonly words: string };
  readonly action: string;
  /** Everyone sees the picture now; false: as soon as its report is shown again. */
  readonly isOutside: boolean;
  /** What was saved last. */
  readonly now: { readonly version: number; readonly name: string; readonly boxes: readonly BlurBox[] };
  readonly after: {
    readonly boxes: readonly BlurBox[];
    readonly back: { readonly version: number; readonly name: string } | null;
  };
  readonly uncovered: readonly BlurBox[];
  readonly answers: { readonly yes: string; readonly no: string };
};

/** Asks once more before everyone sees what lies under a box. Nothing is saved until somebody says so. */
export const UncoverPage = (props: UncoverProps) => {
  const { frame, report, isOutside, after, answers } = props;
  const { t } = frame;
  const title = t(isOutside ? 'photo.blur.uncover.title' : 'photo.blur.uncover.titleHidden');
  return (
    <Page {...frame} robots="none" title={title}>
      <h1>{title}</h1>
      <p>
        {t('photo.blur.uncover.unsaved')} <a href={report.href}>{report.words}</a>
      </p>
      <PostForm action={props.action} hidden={sentAgain(props)}>
        <div class="beside">
          <Now {...props} />
          <After {...props} />
        </div>
        <Buttons>
          <Button name="umum" value={answers.no}>
            {t('photo.blur.uncover.no')}
          </Button>
          <Button tone="danger" name="umum" value={answers.yes}>
            {t(after.boxes.length === 0 ? 'photo.blur.uncover.yesWhole' : 'photo.blur.uncover.yes')}
          </Button>
        </Buttons>
      </PostForm>
    </Page>
  );
};

const Now = ({ frame: { t }, photo, now }: UncoverProps) => (
  <section aria-labelledby="now">
    <h2 id="now">{t('photo.blur.uncover.now')}</h2>
    <p>{now.name}</p>
    <div class="boxed blur-compared">
      <BoxedPicture photo={photo} alt={t('photo.blur.uncover.pictureNow')} boxes={now.boxes} />
    </div>
  </section>
);

const After = ({ frame: { t }, photo, after: { back, boxes }, uncovered }: UncoverProps) => (
  <section aria-labelledby="after">
    <h2 id="after">{t('photo.blur.uncover.after')}</h2>
    <p>{back?.name ?? t('photo.blur.uncover.drawn', { count: boxes.length })}</p>
    <div class="boxed blur-compared">
      <BoxedPicture photo={photo} alt={t('photo.blur.uncover.pictureAfter')} boxes={boxes} uncovered={uncovered} />
    </div>
    <p class="quiet">{t('photo.blur.uncover.edge', { count: uncovered.length })}</p>
  </section>
);

/** What was asked for, once more with the answer. */
const sentAgain = ({ now, after: { back, boxes } }: UncoverProps) => ({
  version: String(now.version),
  ...(back === null ? { box: boxes.map(boxText) } : { back: String(back.version) }),
});
