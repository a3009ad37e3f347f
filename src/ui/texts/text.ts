import type { Language } from '../../platform/i18n/language.ts';
import { createTranslators, type KeyOf, type Translate } from '../../platform/i18n/translator.ts';
import { en } from './en/catalogue.ts';
import { id } from './id/catalogue.ts';

/** A key of the catalogue: `state.report.received`. */
export type TextKey = KeyOf<typeof id>;

/** Gives the words of one language: `t('state.report.received')`, `t('layout.demo', { city })`. */
export type Text = Translate<TextKey>;

export const textFor = (language: Language): Text => texts[language];

const texts = createTranslators({ id, en });
