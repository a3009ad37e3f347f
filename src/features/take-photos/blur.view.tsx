import { blurGrid, boxText, type BlurBox } from '../../domain/blur-box.ts';
import { Button, Buttons } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/choice-field.tsx';
import { Page } from '../../ui/layout.tsx';
import { NoticeBox } from '../../ui/notice-box.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';
import { PostForm } from '../../ui/post-form.tsx';
import type { Text } from '../../ui/texts/text.ts';

export type BlurProps = {
  readonly frame: PageFrame;
  readonly photo: { readonly src: string; readonly width: number; readonly height: number };
  /** The picture as it is seen outside, with what was saved; null: nothing was, or its files are not there yet. */
  readonly outside: string | null;
  readonly report: { readonly href: string; readonly words: string };
  readonly action: string;
  readonly version: number;
  readonly boxes: readonly BlurBox[];
  /** What was saved, the newest first. */
  readonly saved: readonly string[];
  /** Files of these boxes are not there yet. */
  readonly isPending: boolean;
  readonly isSaved: boolean;
  readonly problem: string | null;
};

export const BlurPage = (props: BlurProps) => {
  const { frame, report, action, version, saved, isPending, isSaved, problem } = props;
  const { t } = frame;
  return (
    <Page {...frame} robots="none" title={t('photo.blur.title')} scripts={['take-photos/blur.client.ts']}>
      {problem !== null && <NoticeBox tone="danger" title={problem} live="alert" />}
      {isSaved && <NoticeBox tone="success" title={t('photo.blur.saved')} live="status" />}
      {isPending && <NoticeBox tone="info" title={t('photo.blur.pending')} />}
      <h1>{t('photo.blur.title')}</h1>
      <p>
        <a href={report.href}>{report.words}</a>
      </p>
      <p>{t('photo.blur.hint')}</p>
      <PostForm action={action} hidden={{ version: String(version) }}>
        <Picture {...props} />
        <KeptBoxes {...props} />
        <Buttons>
          <Button>{t('photo.blur.save')}</Button>
          {version > 0 && (
            <Button tone="secondary" name="back" value={String(version - 1)}>
              {t('photo.blur.undo')}
            </Button>
          )}
        </Buttons>
      </PostForm>
      <Outside {...props} />
      {saved.length > 0 && (
        <section aria-labelledby="saved">
          <h2 id="saved">{t('photo.blur.history')}</h2>
          <ul>
            {saved.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      )}
    </Page>
  );
};

/** What was saved, and not what is being drawn: seen here before everyone sees it. */
const Outside = ({ frame: { t }, photo, outside }: BlurProps) =>
  outside === null ? null : (
    <section aria-labelledby="outside">
      <h2 id="outside">{t('photo.blur.outside')}</h2>
      <p>{t('photo.blur.outsideHint')}</p>
      <div class="blur-outside">
        <img src={outside} alt={t('photo.blur.outsidePicture')} width={photo.width} height={photo.height} />
      </div>
    </section>
  );

/** The squares to tick lie over the picture; with script they make way for boxes that are drawn. */
const Picture = ({ frame: { t }, photo, boxes }: BlurProps) => (
  <div class="blur" data-blur={JSON.stringify(wordsOf(t))}>
    <div class="blur-stage">
      <img src={photo.src} alt={t('photo.blur.picture')} width={photo.width} height={photo.height} />
      <svg class="blur-drawn" viewBox="0 0 1000 1000" preserveAspectRatio="none" aria-hidden="true">
        {boxes.map((box) => (
          <rect key={boxText(box)} {...box} />
        ))}
      </svg>
      <fieldset class="blur-squares">
        <legend>{t('photo.blur.squares')}</legend>
        {squares.map(({ column, row }) => (
          <input
            key={`${column}-${row}`}
            type="checkbox"
            name="square"
            value={`${column}-${row}`}
            aria-label={t('photo.blur.square', { row: row + 1, column: column + 1 })}
          />
        ))}
      </fieldset>
    </div>
  </div>
);

const squares = Array.from({ length: blurGrid.rows * blurGrid.columns }, (_, at) => ({
  column: at % blurGrid.columns,
  row: Math.floor(at / blurGrid.columns),
}));

const KeptBoxes = ({ frame: { t }, boxes }: BlurProps) =>
  boxes.length === 0 ? (
    <p class="blur-kept quiet">{t('photo.blur.none')}</p>
  ) : (
    <fieldset class="blur-kept">
      <legend class="field-label">{t('photo.blur.kept')}</legend>
      {boxes.map((box, at) => (
        <Checkbox
          key={boxText(box)}
          name="box"
          scope={String(at + 1)}
          label={t('photo.blur.line', { number: at + 1, ...percents(box) })}
          value={boxText(box)}
          isChecked
        />
      ))}
    </fieldset>
  );

const percents = ({ x, y, width, height }: BlurBox) => ({
  left: Math.round(x / 10),
  top: Math.round(y / 10),
  width: Math.round(width / 10),
  height: Math.round(height / 10),
});

/** For the script, with the places where its numbers go. */
const wordsOf = (t: Text) => ({
  add: t('photo.blur.add'),
  added: t('photo.blur.added', { number: '{number}' }),
  keys: t('photo.blur.keys'),
  line: t('photo.blur.line', {
    number: '{number}',
    left: '{left}',
    top: '{top}',
    width: '{width}',
    height: '{height}',
  }),
  now: t('photo.blur.now', { count: '{count}' }),
  picture: t('photo.blur.picture'),
  remove: t('photo.blur.remove'),
  removed: t('photo.blur.removed', { count: '{count}' }),
  tooMany: t('photo.blur.tooMany', { count: '{count}' }),
});
