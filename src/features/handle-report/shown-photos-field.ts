import { isAnswerApproved, mayBePublic } from '../../domain/publication.ts';
import type { Making } from './making.ts';
import type { MoveField } from './move-form.view.tsx';
import { photoItem } from './photo-items.ts';
import type { Story, StoryPhoto } from './queries.ts';

/** None is shown unless somebody ticks it: a picture has faces and number plates that no machine of ours takes out. */
export const publishPhotos = (making: Making): MoveField | null => field(making, (photo) => photo.purpose === 'report');

/** Beside an answer that is not public there is nothing to show its pictures with. */
export const approvePhotos = (making: Making): MoveField | null =>
  making.story.publication === 'public' ? field(making, (photo) => photo.purpose === 'proof') : null;

/** All that could be seen, nothing of an answer that is not approved: those that are shown now are ticked, and are taken back by taking the tick away. */
export const maskPhotos = (making: Making): MoveField | null =>
  field(
    making,
    ({ purpose }) => purpose === 'report' || (making.story.publicAnswer !== null && isAnswerApproved(making.story)),
    isShownNow,
  );

const isShownNow = ({ isPublic }: StoryPhoto, { publication }: Story): boolean => isPublic && publication === 'public';

const field = (
  { t, story, typed }: Making,
  offers: (photo: StoryPhoto) => boolean,
  isTicked: (photo: StoryPhoto, story: Story) => boolean = () => false,
): MoveField | null => {
  const offered = story.photos.filter((photo) => photo.state === 'ready' && offers(photo));
  if (offered.length === 0 || !mayBePublic(story)) return null;
  return {
    as: 'photos',
    name: 'photos',
    label: t('photo.show'),
    hint: t('photo.showHint'),
    isOptional: true,
    value: '',
    photos: offered.map((photo) => ({
      ...photoItem(photo, story, t),
      isShown: typed === null ? isTicked(photo, story) : (typed.photos ?? []).includes(photo.id),
    })),
  };
};
