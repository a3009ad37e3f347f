import { createInstance, type i18n } from 'i18next';
import { defaultLanguage, type Language } from './language.ts';

/** Words by key, in groups. A key that ends in `_other` is the plural of what it names and needs `count`. */
export type Catalogue = { readonly [key: string]: string | Catalogue };

/** The dotted keys of a catalogue; plural endings are left off: `queue.waiting_other` is asked for as `queue.waiting`. */
export type KeyOf<Words> = {
  [Key in keyof Words & string]: Words[Key] extends string ? WithoutPlural<Key> : `${Key}.${KeyOf<Words[Key]>}`;
}[keyof Words & string];

type WithoutPlural<Key extends string> = Key extends `${infer Stem}_${'one' | 'other'}` ? Stem : Key;

/** The shape of a translation into a language with a singular: all keys of the first, and `_one` beside each `_other`. */
export type TranslationOf<Words> = {
  readonly [Key in keyof Words]: Words[Key] extends string ? string : TranslationOf<Words[Key]>;
} & {
  readonly [Key in keyof Words as Key extends `${infer Stem}_other` ? `${Stem}_one` : never]: string;
};

/** What stands in the gaps of a text: `{{city}}`. `count` chooses the plural. */
export type Values = Readonly<Record<string, string | number>>;

export type Translate<Key extends string> = (key: Key, values?: Values) => string;

/** The `t` of each language over one catalogue. A gap without a value is a bug and throws: no letter goes out with a hole. */
export const createTranslators = <Words extends Catalogue>(
  catalogues: Readonly<Record<Language, Catalogue>> & { readonly [defaultLanguage]: Words },
): Readonly<Record<Language, Translate<KeyOf<Words>>>> => {
  const instance = createInstance();
  void instance.init({
    initAsync: false, // the words are at hand: ready when this line is done
    resources: { id: { translation: catalogues.id }, en: { translation: catalogues.en } },
    lng: defaultLanguage,
    fallbackLng: defaultLanguage,
    nsSeparator: false,
    interpolation: { escapeValue: false }, // Preact escapes; a second time would show `&amp;`
    missingInterpolationHandler: refuseGap,
  });
  return { id: translatorFor(instance, 'id'), en: translatorFor(instance, 'en') };
};

/** Texts without gaps are looked up once: a page asks for a hundred of them. */
const translatorFor = (instance: i18n, language: Language): Translate<string> => {
  const translate = instance.getFixedT(language);
  const plain = new Map<string, string>();
  return (key, values) => {
    if (values !== undefined) return translate(key, values);
    const known = plain.get(key);
    if (known !== undefined) return known;
    const text = translate(key);
    plain.set(key, text);
    return text;
  };
};

const refuseGap = (text: string, gap: readonly string[]): never => {
  throw new Error(`The text "${text}" has no value for ${gap[1] ?? gap[0] ?? 'its gap'}`);
};
