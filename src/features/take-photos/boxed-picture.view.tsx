import { boxText, type BlurBox } from '../../domain/blur-box.ts';

export type PictureFile = { readonly src: string; readonly width: number; readonly height: number };

export type BoxedPictureProps = {
  readonly photo: PictureFile;
  readonly alt: string;
  readonly boxes: readonly BlurBox[];
  /** Boxes of before that are none any more, or smaller: their edge alone. */
  readonly uncovered?: readonly BlurBox[];
};

/** The original with its boxes over it, for officers alone. What holds it has the class `boxed`. */
export const BoxedPicture = ({ photo, alt, boxes, uncovered = [] }: BoxedPictureProps) => (
  <>
    <img {...photo} alt={alt} />
    <svg class="blur-drawn" viewBox="0 0 1000 1000" preserveAspectRatio="none" aria-hidden="true">
      {boxes.map((box) => (
        <rect key={boxText(box)} {...box} />
      ))}
      {uncovered.map((box) => (
        <rect key={boxText(box)} class="blur-uncovered" {...box} />
      ))}
    </svg>
  </>
);
