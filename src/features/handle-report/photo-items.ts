import { isPhotoOutside } from '../../domain/shown-photos.ts';
import { blurState } from '../../ui/blur-state.ts';
import type { Text } from '../../ui/texts/text.ts';
import type { Story, StoryPhoto } from './queries.ts';
import type { StoryPhotoItem } from './story-picture.view.tsx';

/**
 * A picture as officers see it, wherever it stands on the page: as everyone sees it, or would, so that nobody shows what they did not look at; where that
 * is not the original, this is one tap away.
 */
export const photoItem = (photo: StoryPhoto, story: Story, t: Text): StoryPhotoItem => {
  const { id, purpose, state } = photo;
  return {
    id,
    isReady: state === 'ready',
    ...filesOf(photo),
    alt: t(purpose === 'proof' ? 'photo.altProof' : 'photo.alt', { number: placeOf(photo, story) }),
    notes: notesOf(photo, story, t),
  };
};

const filesOf = ({ id, state, blur, isBlurPending }: StoryPhoto) => {
  const path = `/petugas/foto/${id}`;
  const original = `${path}/besar`;
  if (state !== 'ready') return { thumb: null, href: original, original: null };
  if (blur === null || blur.boxes === 0) return { thumb: `${path}/kecil`, href: original, original: null };
  if (isBlurPending) return { thumb: null, original };
  const version = `?v=${blur.version}`;
  return { thumb: `${path}/kabur/kecil${version}`, href: `${path}/kabur/besar${version}`, original };
};

const notesOf = (photo: StoryPhoto, story: Story, t: Text): readonly string[] => {
  const { problem, state, isBlurPending, blur } = photo;
  const isOutside = isPhotoOutside(photo, story);
  const boxes = blur?.boxes ?? 0;
  return [
    ...(problem === null ? [] : [t(`photo.problem.${problem}`)]),
    ...(state === 'staged' ? [t('photo.working')] : []),
    ...(isBlurPending ? [blurState(t, { isOutside, isPending: true, boxes })] : []),
    ...(!isBlurPending && boxes > 0 ? [t('photo.blur.isBlurred')] : []),
    ...(!isBlurPending && isOutside ? [t('photo.isShown')] : []),
  ];
};

/** As it is counted among the pictures of the report, whatever is offered beside it. */
const placeOf = (photo: StoryPhoto, { photos }: Story): number =>
  photos.filter(({ purpose }) => purpose === photo.purpose).indexOf(photo) + 1;
