/**
 * The stem of an Indonesian word, light and without a dictionary: "-nya", one prefix (two where they go together), one suffix. It need not be a word;
 * it must be the same for the forms of one word ("memperbaiki", "perbaikan", "diperbaiki") and seldom for others. What would leave too little stays.
 */
export const stemOf = (word: string): string => {
  if (!/^[a-z]{5,}$/.test(word)) return word;
  const bare = left(word, 'nya');
  return irregular.get(bare) ?? withoutSuffix(withoutPrefixes(bare));
};

/** Roots that the rules would cut wrongly, with their forms. */
const irregular: ReadonlyMap<string, string> = new Map(
  Object.entries({
    keluh: 'keluhan mengeluh mengeluhkan dikeluhkan',
    keruk: 'pengerukan mengeruk dikeruk',
    kotor: 'mengotori dikotori kotoran',
    mati: 'mematikan dimatikan kematian',
    minta: 'meminta permintaan diminta',
    nyala: 'menyala menyalakan dinyalakan',
    perintah: 'perintah pemerintah pemerintahan memerintahkan diperintah diperintahkan',
    rawat: 'perawatan',
    rumah: 'perumahan',
    kelola: 'pengelola pengelolaan mengelola dikelola',
    kurang: 'mengurangi pengurangan dikurangi kekurangan',
    kirim: 'mengirim pengiriman dikirim',
  }).flatMap(([root, forms]) => forms.split(' ').map((form) => [form, root] as const)),
);

const left = (word: string, ending: string): string =>
  word.endsWith(ending) && word.length - ending.length >= shortestStem ? word.slice(0, -ending.length) : word;

const shortestStem = 4;

/** With two vowels and four letters it may be a root. */
const isRoot = (word: string): boolean => word.length >= shortestStem && /[aeiou].*[aeiou]/.test(word);

/**
 * "-kan", "-an", and "-i" after a consonant but "s" ("tangani", not "sungai", "polisi"). Nobody can tell "rusak" + "-an" from "rusa" + "-kan": a last
 * "k" goes too, of "rusak" as well.
 */
const withoutSuffix = (word: string): string => {
  const rest = [/kan$/, /an$/, /(?<=[bcdfghjklmnpqrtvwxyz])i$/]
    .map((suffix) => word.replace(suffix, ''))
    .find((cut) => cut !== word && isRoot(cut));
  const stem = rest ?? word;
  return stem.length > shortestStem && isRoot(stem.slice(0, -1)) ? stem.replace(/k$/, '') : stem;
};

/** `instead`: the nasal of "me-" and "pe-" hides the first letter of some roots. `second`: another prefix that goes with it. */
type Prefix = { readonly prefix: RegExp; readonly instead?: string; readonly second?: RegExp };

const prefixes: readonly Prefix[] = [
  { prefix: /^mem(?=per)/, second: /^per/ },
  { prefix: /^[mp]em(?=[bf])/ },
  { prefix: /^[mp]em(?=[aiueo])/, instead: 'p' },
  { prefix: /^[mp]eny(?=[aiueo])/, instead: 's' },
  { prefix: /^[mp]eng(?=[ghkaiueo])/ },
  { prefix: /^[mp]en(?=[cdjz])/ },
  { prefix: /^[mp]en(?=[aiueo])/, instead: 't' },
  { prefix: /^me(?=[lmnrwy])|^pe(?=l)/ },
  { prefix: /^(?:ber|ter|per)/ },
  { prefix: /^di/, second: /^per/ },
  { prefix: /^ke(?=[^aiueo]?[aiueo]\w+an$)/, second: /^ter/ },
];

const withoutPrefixes = (word: string): string => {
  const found = prefixes.find(({ prefix }) => prefix.test(word));
  if (found === undefined) return word;
  const rest = word.replace(found.prefix, found.instead ?? '');
  if (!isRoot(rest)) return word;
  const bare = found.second === undefined ? rest : rest.replace(found.second, '');
  return isRoot(bare) ? bare : rest;
};
