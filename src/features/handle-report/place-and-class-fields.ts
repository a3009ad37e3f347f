import { classOf, reportClasses } from '../../domain/report.ts';
import { typedOr, type Making } from './making.ts';
import type { MoveField } from './move-form.view.tsx';
import { suggestedCategory, suggestedVillage } from './suggestions.ts';

export function classField(making: Making): MoveField {
  const { t, story } = making;
  return {
    as: 'radios',
    name: 'class',
    label: t('staff.field.class'),
    options: reportClasses.map((name) => ({
      value: name,
      label: t(`state.class.${name}`),
      hint: name === 'berkadar' ? t('staff.field.classHint') : undefined,
    })),
    value: typedOr(making, 'class', classOf(story)),
  };
}

export function category(making: Making): MoveField {
  const field = categoryField(making);
  return {
    ...field,
    ...suggested(making, 'category', suggestedCategory(making)?.slug),
    empty: making.t('staff.field.categoryNone'),
  };
}

export function categoryOrSame(making: Making): MoveField {
  return { ...categoryField(making), empty: making.t('staff.field.categoryKeep') };
}

/** Chosen beforehand, and said to be: who verifies looks and decides. */
const suggested = (making: Making, name: 'category' | 'village', value: string | undefined) =>
  value === undefined ? {} : { value: typedOr(making, name, value), hint: making.t('staff.field.fromWords') };

const categoryField = (making: Making) => {
  const { t, language, city, story } = making;
  const groups = Map.groupBy(city.categories, (one) => one.group);
  const options = [...groups.values()].map((own) => ({
    group: own[0]?.groupName[language] ?? '',
    options: own.map((one) => ({ value: one.slug, label: one.name[language] })),
  }));
  const now = city.categories.find((one) => one.id === story.categoryId)?.slug ?? '';
  return {
    as: 'select',
    name: 'category',
    label: t('staff.field.category'),
    options,
    value: typedOr(making, 'category', now),
  } satisfies MoveField;
};

export function village(making: Making): MoveField {
  const field = villageField(making);
  return {
    ...field,
    ...suggested(making, 'village', suggestedVillage(making)?.code),
    empty: making.t('staff.field.villageNone'),
    isOptional: true,
  };
}

export function villageOrSame(making: Making): MoveField {
  return { ...villageField(making), empty: making.t('staff.field.villageKeep') };
}

const villageField = (making: Making) => {
  const { t, city, story } = making;
  const districts = Map.groupBy(city.villages, (one) => one.districtName);
  const options = [...districts].map(([district, own]) => ({
    group: district,
    options: own.map((one) => ({ value: one.code, label: one.name })),
  }));
  return {
    as: 'select',
    name: 'village',
    label: t('staff.field.village'),
    options,
    value: typedOr(making, 'village', story.villageCode ?? ''),
  } satisfies MoveField;
};
