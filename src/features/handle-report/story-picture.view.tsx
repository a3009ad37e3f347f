import type { PhotoItem } from '../../ui/photo-strip.tsx';
import type { Text } from '../../ui/texts/text.ts';

export type StoryPhotoItem = PhotoItem & {
  /** It was worked on: there is something to look at and to blur. */
  readonly isReady: boolean;
  /** Where the original is, if the tile shows another picture; null: the tile is the original. */
  readonly original: string | null;
};

type OriginalLinkProps = { readonly t: Text; readonly photo: Pick<StoryPhotoItem, 'original' | 'alt'> };

/** Beside a tile that shows what everyone sees. */
export const OriginalLink = ({ t, photo: { original, alt } }: OriginalLinkProps) =>
  original === null ? null : (
    <p>
      <a href={original} aria-label={`${t('photo.blur.original')}: ${alt}`}>
        {t('photo.blur.original')}
      </a>
    </p>
  );
