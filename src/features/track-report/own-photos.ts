import type { PhotoState, UnreadableProblem } from '../../domain/photo.ts';
import type { PhotoItem } from '../../ui/photo-strip.tsx';
import type { Text } from '../../ui/texts/text.ts';
import type { OwnPhoto, OwnReportRow } from './queries.ts';

/** What the reporter sent, and what the officers prove their work with; the proof once its answer was approved. */
export const ownPhotos = ({ number, photos }: Pick<OwnReportRow, 'number' | 'photos'>, t: Text) => ({
  photos: itemsOf({ number, photos }, 'report', t),
  proof: itemsOf({ number, photos: photos.filter(({ isApproved }) => isApproved) }, 'proof', t),
});

const itemsOf = (
  { number, photos }: Pick<OwnReportRow, 'number' | 'photos'>,
  purpose: OwnPhoto['purpose'],
  t: Text,
): readonly PhotoItem[] =>
  photos
    .filter((photo) => photo.purpose === purpose)
    .map(({ id, state, problem }, at) => ({
      id,
      thumb: state === 'ready' ? `/lacak/${number}/foto/${id}/kecil` : null,
      href: `/lacak/${number}/foto/${id}/besar`,
      alt: t(purpose === 'proof' ? 'photo.altProof' : 'photo.alt', { number: at + 1 }),
      notes: notesOf(state, problem, t),
    }));

const notesOf = (state: PhotoState, problem: UnreadableProblem | null, t: Text): readonly string[] => {
  if (state === 'staged') return [t('photo.working')];
  return problem === null ? [] : [t(`photo.problem.${problem}`)];
};
