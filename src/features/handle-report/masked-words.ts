import { findPersonalData, maskPersonalData, type PersonalDataKind } from '../../domain/personal-data/personal-data.ts';
import { wordsNow } from '../../domain/words-now.ts';
import { defaultLanguage } from '../../platform/i18n/language.ts';
import { textFor } from '../../ui/texts/text.ts';
import { said, type Making } from './making.ts';

/** What the reporter wrote, as it is offered for publication: nobody has to take out what can be recognised. */
export const maskedWords = (making: Making, field: 'title' | 'description'): string =>
  maskPersonalData(said(making, field), (kind) => publicText(`staff.masked.word.${kind}`));

/** What stands in the text is read by everyone, so it is in the language of the city, whatever the officer reads. */
const publicText = textFor(defaultLanguage);

/** Says what was taken out, and that names were not: while the offered words still stand there. Null: nothing was. */
export const maskedHint = (making: Making, field: 'title' | 'description'): string | null => {
  const { t, typed } = making;
  const kinds = new Set<PersonalDataKind>(findPersonalData(said(making, field)).map(({ kind }) => kind));
  if (typed !== null || kinds.size === 0) return null;
  const named = [...kinds].map((kind) => t(`staff.masked.kind.${kind}`));
  return [t('staff.masked.hint', { kinds: named.join(', ') }), wishOf(making, field)].join(' ').trim();
};

/** What the reporter, who saw it masked, wants to be read all the same; the verifier decides. */
const wishOf = (making: Making, field: 'title' | 'description'): string => {
  const wished = (wordsNow(making.story.events)['shown'] ?? '').split('\n');
  const words = said(making, field).replaceAll(/\s+/g, ' ');
  const here = wished.filter((piece) => piece !== '' && words.includes(piece));
  return here.length === 0 ? '' : making.t('staff.masked.wish', { pieces: here.join(', ') });
};
