import { mayBePublic } from '../../domain/publication.ts';
import { publications } from '../../domain/report.ts';
import { shownParts } from '../../store/move-fields.ts';
import { typedOr, type Making } from './making.ts';
import { maskedHint, maskedWords } from './masked-words.ts';
import type { MoveField } from './move-form.view.tsx';
import { reason } from './word-fields.ts';

/** What may not be public is not offered to be. */
export function publish(making: Making): MoveField {
  const { t, story } = making;
  const parts = mayBePublic(story) ? shownParts : (['hidden'] as const);
  return {
    as: 'radios',
    name: 'publish',
    label: t('staff.field.publish'),
    options: parts.map((part) => ({ value: part, label: t(`staff.field.shown.${part}`) })),
    value: typedOr(making, 'publish', parts[0]),
  };
}

export function publishTitle(making: Making): MoveField | null {
  if (!mayBePublic(making.story)) return null;
  return {
    as: 'line',
    name: 'publish_title',
    label: making.t('staff.field.title'),
    hint: maskedHint(making, 'title') ?? undefined,
    value: typedOr(making, 'publish_title', maskedWords(making, 'title')),
    isOptional: true,
  };
}

export function publishDescription(making: Making): MoveField | null {
  const { t, story } = making;
  if (!mayBePublic(story)) return null;
  const value = typedOr(making, 'publish_description', maskedWords(making, 'description'));
  return {
    as: 'words',
    name: 'publish_description',
    label: t('staff.field.description'),
    hint: maskedHint(making, 'description') ?? t('staff.field.descriptionHint'),
    rows: 8,
    value,
  };
}

export function title(making: Making): MoveField {
  return {
    as: 'line',
    name: 'title',
    label: making.t('staff.field.title'),
    value: typedOr(making, 'title', making.story.publicTitle ?? maskedWords(making, 'title')),
  };
}

export function publication(making: Making): MoveField {
  const { t, story } = making;
  const offered = mayBePublic(story)
    ? publications
    : publications.filter((one) => one === 'hidden' || one === 'withdrawn_from_public');
  const options = offered.map((one) => ({ value: one, label: t(`staff.field.publications.${one}`) }));
  return {
    as: 'select',
    name: 'publication',
    label: t('staff.field.publication'),
    empty: t('staff.field.publicationKeep'),
    options,
    value: typedOr(making, 'publication', ''),
  };
}

export function maskedDescription(making: Making): MoveField | null {
  const { t, story } = making;
  if (!mayBePublic(story)) return null;
  const value = typedOr(making, 'description', story.publicDescription ?? '');
  return {
    as: 'words',
    name: 'description',
    label: t('staff.field.description'),
    hint: t('staff.field.descriptionHint'),
    rows: 8,
    value,
    isOptional: true,
  };
}

export function withdrawalReason(making: Making): MoveField {
  return { ...reason('mask')(making), label: making.t('staff.field.reasonMask'), isOptional: true };
}
