import type { Text } from './texts/text.ts';

export type BlurState = {
  /** Everyone sees the picture, as soon as its files are there. */
  readonly isOutside: boolean;
  /** The files of what was drawn last are not there yet. */
  readonly isPending: boolean;
  /** How many were drawn last. */
  readonly boxes: number;
};

/** What everyone sees of a picture now, or will in a moment. */
export const blurState = (t: Text, { isOutside, isPending, boxes }: BlurState): string => {
  if (!isOutside) return t(isPending ? 'photo.blur.state.insidePending' : 'photo.blur.state.inside');
  if (boxes === 0) return t(isPending ? 'photo.blur.state.wholePending' : 'photo.blur.state.whole');
  return isPending ? t('photo.blur.state.blurredPending') : t('photo.blur.state.blurred', { count: boxes });
};
