import { nearWords } from '../../domain/words/near-words.ts';
import { tokensOf } from '../../domain/words/tokens.ts';
import type { Village } from '../../store/city.ts';

export type NamedArea = {
  readonly code: string;
  readonly kind: 'district' | 'village';
  readonly name: string;
  /** The words without its name. */
  readonly rest: string;
};

type Area = Omit<NamedArea, 'rest'> & { readonly calls: readonly string[] };
type Span = { readonly at: number; readonly length: number; readonly isExact: boolean };

const mostAreas = 3;

/** The kecamatan and kelurahan that words name, also with a small mistake where none is named to the letter; the widest first. */
export const areasIn = (words: string, villages: readonly Village[]): readonly NamedArea[] => {
  const tokens = tokensOf(words);
  const named = areasOf(villages).flatMap((area) => {
    const span = spanOf(tokens, area);
    return span === null ? [] : [{ area, span }];
  });
  const exact = named.filter(({ span }) => span.isExact);
  return (exact.length > 0 ? exact : named).slice(0, mostAreas).map(({ area: { code, kind, name }, span }) => ({
    code,
    kind,
    name,
    rest: tokens.toSpliced(span.at, span.length).join(' '),
  }));
};

const areasOf = (villages: readonly Village[]): readonly Area[] => [
  ...[...Map.groupBy(villages, ({ districtCode }) => districtCode)].map(([code, own]) => {
    const name = own[0]?.districtName ?? code;
    return { code, kind: 'district', name, calls: [squeezed(name)] } as const;
  }),
  ...villages.map(
    ({ code, name, aliases }) => ({ code, kind: 'village', name, calls: [name, ...aliases].map(squeezed) }) as const,
  ),
];

/** Names have no more words. */
const longestName = 4;
/** Shorter ones are words of every day too ("Gaga"): they count only behind what they are. */
const shortestAlone = 5;
/** In shorter ones a mistake makes another word. */
const shortestMistyped = 6;

const titles = {
  district: new Set(['kec', 'kecamatan']),
  village: new Set(['kel', 'kelurahan', 'desa']),
} as const satisfies Readonly<Record<Area['kind'], ReadonlySet<string>>>;

const spanOf = (tokens: readonly string[], area: Area): Span | null => {
  for (let length = Math.min(longestName, tokens.length); length > 0; length -= 1)
    for (let at = 0; at + length <= tokens.length; at += 1) {
      const before = tokens[at - 1] ?? '';
      const how = howCalled(tokens.slice(at, at + length).join(''), before, area);
      if (how === null) continue;
      const isTitled = titles[area.kind].has(before);
      return { at: isTitled ? at - 1 : at, length: isTitled ? length + 1 : length, isExact: how === 'exact' };
    }
  return null;
};

const howCalled = (said: string, before: string, { kind, calls }: Area): 'exact' | 'near' | null => {
  const other = kind === 'district' ? titles.village : titles.district;
  if (other.has(before)) return null;
  if (calls.includes(said)) return said.length >= shortestAlone || titles[kind].has(before) ? 'exact' : null;
  return said.length >= shortestMistyped && nearWords(said, calls).length > 0 ? 'near' : null;
};

const squeezed = (name: string): string => tokensOf(name).join('');
