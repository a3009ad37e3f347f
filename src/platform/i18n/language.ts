export const languages = ['id', 'en'] as const;
export type Language = (typeof languages)[number];

export const defaultLanguage = 'id' satisfies Language;

/**
 * The language a visitor reads: what was asked for in the address wins (`?lang=`), then what was chosen before
 * (the cookie), then what the browser says. Whatever is not a language of ours is passed over.
 */
export const parseLanguage = (
  cookie: string | undefined,
  query: string | undefined,
  acceptLanguage: string | undefined,
): Language => known(query) ?? known(cookie) ?? preferred(acceptLanguage ?? '') ?? defaultLanguage;

/** `en-GB` -> `en`; anything else that is not ours -> undefined. */
const known = (tag: string | undefined): Language | undefined => {
  const primary = tag?.trim().toLowerCase().split('-')[0];
  return languages.find((language) => language === (primary === 'in' ? 'id' : primary)); // `in`: Android before 5 for `id`
};

/** RFC 9110 12.5.4: the tag with the highest weight that we have; the first of equals. */
const preferred = (header: string): Language | undefined => {
  const offers = header.split(',', 20).map(readOffer);
  const acceptable = offers.filter((offer) => offer.language !== undefined && offer.weight > 0);
  return acceptable.toSorted((left, right) => right.weight - left.weight)[0]?.language;
};

const readOffer = (offer: string) => {
  const [tag, ...parameters] = offer.split(';');
  const quality = parameters.map((parameter) => parameter.trim()).find((parameter) => parameter.startsWith('q='));
  return { language: known(tag), weight: quality === undefined ? 1 : Number(quality.slice(2)) || 0 };
};
