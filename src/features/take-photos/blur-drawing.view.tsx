import { blurGrid, boxText, type BlurBox } from '../../domain/blur-box.ts';
import { Checkbox } from '../../ui/choice-field.tsx';
import type { Text } from '../../ui/texts/text.ts';
import { BoxedPicture, type PictureFile } from './boxed-picture.view.tsx';

export type DrawnPictureProps = {
  readonly t: Text;
  readonly photo: PictureFile;
  readonly boxes: readonly BlurBox[];
  /** Those that were saved last: who leaves with others is warned. */
  readonly saved: readonly BlurBox[];
};

/** The squares to tick lie over the picture; with script they make way for boxes that are drawn. */
export const DrawnPicture = ({ t, photo, boxes, saved }: DrawnPictureProps) => (
  <div class="blur" data-blur={JSON.stringify(wordsOf(t))} data-saved={saved.map(boxText).join(' ')}>
    <div class="boxed blur-stage">
      <BoxedPicture photo={photo} alt={t('photo.blur.picture')} boxes={boxes} />
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

/** Without script a box is taken away by its tick. */
export const KeptBoxes = ({ t, boxes }: { readonly t: Text; readonly boxes: readonly BlurBox[] }) =>
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
          label={t('photo.blur.line', { number: at + 1, ...percentsOf(box) })}
          value={boxText(box)}
          isChecked
        />
      ))}
    </fieldset>
  );

/** In hundredths of the picture. */
const percentsOf = ({ x, y, width, height }: BlurBox) => ({
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
