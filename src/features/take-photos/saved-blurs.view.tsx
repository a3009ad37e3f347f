import type { BlurBox } from '../../domain/blur-box.ts';
import { Button } from '../../ui/button.tsx';
import { PostForm } from '../../ui/post-form.tsx';
import type { Text } from '../../ui/texts/text.ts';
import { BoxedPicture, type PictureFile } from './boxed-picture.view.tsx';

/** One saving: which, when, by whom, with what boxes. */
export type SavedBlur = {
  /** 0: before the first. */
  readonly version: number;
  readonly name: string;
  readonly boxes: readonly BlurBox[];
  /** `back`: what holds now hides other parts; `same`: it hides the same. */
  readonly is: 'now' | 'same' | 'back';
};

export type SavedBlursProps = {
  readonly t: Text;
  readonly photo: PictureFile;
  readonly action: string;
  /** The version that holds now. */
  readonly version: number;
  /** The newest first. */
  readonly saved: readonly SavedBlur[];
};

/** What was saved, each with its small picture, and a way back to each that says where it leads. */
export const SavedBlurs = ({ saved, ...props }: SavedBlursProps) => (
  <section aria-labelledby="saved">
    <h2 id="saved">{props.t('photo.blur.history')}</h2>
    <ol class="blur-saves">
      {saved.map((one) => (
        <li key={one.version}>
          <div class="boxed">
            <BoxedPicture photo={props.photo} alt="" boxes={one.boxes} />
          </div>
          <div>
            <p>{one.name}</p>
            <WayBack {...props} one={one} />
          </div>
        </li>
      ))}
    </ol>
  </section>
);

const WayBack = ({ t, action, version, one }: Omit<SavedBlursProps, 'saved'> & { readonly one: SavedBlur }) => {
  if (one.is !== 'back') return <p class="quiet">{t(`photo.blur.${one.is === 'now' ? 'holds' : 'same'}`)}</p>;
  const count = one.boxes.length;
  return (
    <PostForm action={action} hidden={{ version: String(version), back: String(one.version) }}>
      <Button tone="secondary">
        {one.version === 0 ? t('photo.blur.backToStart') : t('photo.blur.back', { version: one.version, count })}
      </Button>
    </PostForm>
  );
};
