import type { RefusedPhoto } from '../../store/photo-intake.ts';
import type { RefusedPhotoProps } from '../../ui/photo-strip.tsx';
import type { Text } from '../../ui/texts/text.ts';

/** Files that were not taken, with what to do about each. */
export const inWords = (refused: readonly RefusedPhoto[], t: Text): readonly RefusedPhotoProps[] =>
  refused.map(({ name, problem }) => ({ name, words: t(`photo.problem.${problem}`) }));
