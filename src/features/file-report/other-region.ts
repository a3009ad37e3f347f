import { getDistricts, getRegencies } from 'idn-area-data';

import { tokensOf } from '../../domain/words/tokens.ts';

type Region = { readonly name: string; readonly code: string; readonly shown: string };

/**
 * The kecamatan or city elsewhere in Indonesia that words name, "Serpong, Kota Tangerang Selatan"; null: none, or one of the own city. A name that
 * stands in several provinces is taken for the one in the own. `ownCode`: `36.71`.
 */
export const otherRegion = async (words: string, ownCode: string): Promise<string | null> => {
  const name = squeezed(words.replace(/^\s*(?:kec|kecamatan|kel|kelurahan|desa)\b\.?/iu, ''));
  if (name.length < shortestName) return null;
  const ownProvince = ownCode.slice(0, 2);
  const named = (await regions()).filter((region) => region.name === name);
  if (named.some(({ code }) => code.startsWith(ownCode))) return null;
  return (named.find(({ code }) => code.startsWith(ownProvince)) ?? named[0])?.shown ?? null;
};

/** Shorter names are words of every day too. */
const shortestName = 4;

const squeezed = (name: string): string => tokensOf(name).join('');

/** Some 8,000 names, read when the first of them is asked for. */
let known: Promise<readonly Region[]> | undefined;
const regions = (): Promise<readonly Region[]> => (known ??= readRegions());

const readRegions = async (): Promise<readonly Region[]> => {
  const regencies = await getRegencies({ transform: true });
  const regencyNames = new Map(regencies.map(({ code, name }) => [code, name]));
  const districts = await getDistricts({ transform: true });
  return [
    ...regencies.flatMap(({ code, name }) => [
      { code, name: squeezed(name), shown: name },
      { code, name: squeezed(name.replace(/^(?:Kota|Kabupaten) /u, '')), shown: name },
    ]),
    ...districts.map(({ code, name, regencyCode }) => ({
      code,
      name: squeezed(name),
      shown: `${name}, ${regencyNames.get(regencyCode) ?? ''}`,
    })),
  ];
};
