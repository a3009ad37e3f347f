import { photoLimits } from '../../domain/photo.ts';
import type { Making } from './making.ts';
import type { MoveField } from './move-form.view.tsx';

/** Needed where the category says so. What was sent with a form that was refused is still there. */
export function proof({ t, city, story, typed }: Making): MoveField {
  const category = city.categories.find(({ id }) => id === story.categoryId);
  const isNeeded = category?.needsProof === true;
  const hint = t('photo.answerHint', { count: photoLimits.count });
  return {
    as: 'proof',
    name: 'proof',
    label: t('photo.answer'),
    hint: isNeeded ? `${t('photo.answerNeeded')} ${hint}` : hint,
    isOptional: !isNeeded,
    value: '',
    photos: (typed?.proof ?? []).map((id, at) => ({
      id,
      thumb: `/petugas/foto/${id}/kecil`,
      alt: t('photo.altProof', { number: at + 1 }),
      notes: [],
    })),
  };
}
