import { emails } from './email.ts';
import { houses } from './house.ts';
import { accountNumbers, identityNumbers, namedPapers } from './papers.ts';
import { mobileNumbers, otherNumbers } from './phone.ts';
import { plainTextOf } from './plain-text.ts';
import { plates } from './plate.ts';
import type { Span } from './span.ts';

export const personalDataKinds = ['phone', 'identity_number', 'email', 'plate', 'account', 'house_number'] as const;
export type PersonalDataKind = (typeof personalDataKinds)[number];

/** A piece of a text that likely leads to somebody. */
export type PersonalData = Span & { readonly kind: PersonalDataKind };

/**
 * What in an Indonesian text likely leads to somebody, in its order, no two over each other. A guess by how things are written: it marks rather too much
 * than too little, sees no names, and replaces nobody's reading.
 */
export const findPersonalData = (text: string): readonly PersonalData[] => {
  const { plain, written } = plainTextOf(text);
  const found: PersonalData[] = [];
  const taken = new Uint8Array(text.length);
  for (const { kind, spans } of finders)
    for (const { from, to } of spans(plain, found).map(written)) {
      if (taken.subarray(from, to).includes(1)) continue;
      taken.fill(1, from, to);
      found.push({ kind, from, to });
    }
  return found.toSorted((one, other) => one.from - other.from);
};

/** The text with other words in place of each piece. */
export const maskPersonalData = (text: string, wordsFor: (kind: PersonalDataKind) => string): string => {
  let [masked, at] = ['', 0];
  for (const { kind, from, to } of findPersonalData(text)) {
    masked += text.slice(at, from) + wordsFor(kind);
    at = to;
  }
  return masked + text.slice(at);
};

/** What is surer comes first, and keeps what it has found. */
const finders: readonly {
  readonly kind: PersonalDataKind;
  readonly spans: (text: string, found: readonly PersonalData[]) => readonly Span[];
}[] = [
  { kind: 'email', spans: emails },
  { kind: 'identity_number', spans: identityNumbers },
  { kind: 'phone', spans: mobileNumbers },
  { kind: 'identity_number', spans: namedPapers },
  { kind: 'account', spans: accountNumbers },
  { kind: 'phone', spans: otherNumbers },
  { kind: 'plate', spans: plates },
  { kind: 'house_number', spans: (text, found) => houses(text, found.some(leadsToSomebody)) },
];

/** A vehicle does not say who stands before which house. */
const leadsToSomebody = ({ kind }: PersonalData): boolean => kind !== 'plate';
