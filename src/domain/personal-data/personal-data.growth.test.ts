import { describe, expect, it } from 'vitest';

import { findPersonalData } from './personal-data.ts';

/** What hostile texts are made of: the beginnings of everything that is looked for, again and again. */
const pieces = [
  '0812 ',
  '1 ',
  '1',
  '08',
  '+62',
  '(0812)\n',
  '0812,',
  '0812*',
  '08 12 ',
  'o8',
  'nol ',
  'nol delapan satu ',
  'a',
  'a.',
  'a@a.',
  'a at ',
  'a(at)a',
  ' dot a',
  'a[dot]',
  'email saya a ',
  '@',
  '-at-',
  'Jl ',
  'Jl. . ',
  'Jl Mawar ',
  'Jl Mawar 5 ',
  'no ',
  'no 1 jalan ',
  'blok a',
  'blok a 1/',
  'Pak Budi Jl A no 5 ',
  'pak ',
  '#1 ',
  'B 1',
  'mobil B 123 ',
  'rek ',
  'bank a ',
  'dana no ',
  'paspor ',
  'wa pak a ',
  'nik ',
  '3671/',
  'wa.me/',
  ' ',
  '\n',
  '\t ',
  '\u200b',
  '０',
  '(',
  '.',
  '-',
  '/',
] as const;

const ofLength = (length: number, piece: string): string => piece.repeat(Math.ceil(length / piece.length));

/** The patterns that read a long text, and how often any pattern is asked while it is read. */
const readingOf = (text: string): { readonly patterns: ReadonlySet<string>; readonly steps: number } => {
  const patterns = new Set<string>();
  let steps = 0;
  const exec = RegExp.prototype.exec;
  RegExp.prototype.exec = function (read: string) {
    steps += 1;
    if (read.length > 500) patterns.add(this.source);
    return exec.call(this, read);
  };
  try {
    findPersonalData(text);
  } finally {
    RegExp.prototype.exec = exec;
  }
  return { patterns, steps };
};

/** Repetitions without a bound: what may cost more with each sign that follows. Classes and escapes are no repetitions. */
const unboundedIn = (source: string): readonly string[] =>
  source
    .replaceAll(/\\[pP]\{[^}]*\}|\\u[\da-f]{4}|\\./giu, 'x')
    .replaceAll(/\[[^\]]*\]/g, 'x')
    .match(/[*+]|\{\d+,\}/g) ?? [];

describe('a text of 100,000 signs made to be slow', () => {
  it('knows a repetition without a bound when it sees one', () => {
    expect([String.raw`a*`, String.raw`\d{2,}`, '(?:ab)+'].map((source) => unboundedIn(source).length)).toEqual([
      1, 1, 1,
    ]);
    expect(unboundedIn(String.raw`[*+]{1,3}\+\p{Lu}?a{2,9}`)).toEqual([]);
  });

  it('is read by patterns that bound what they look at from each sign', () => {
    const sources = new Set(pieces.flatMap((piece) => [...readingOf(ofLength(2_000, piece)).patterns]));
    expect(sources.size).toBeGreaterThan(20);
    expect([...sources].filter((source) => unboundedIn(source).length > 0)).toEqual([]);
  });

  it.each(pieces)('is read in steps that grow as it does: %j', (piece) => {
    const [tenth, whole] = [readingOf(ofLength(10_000, piece)).steps, readingOf(ofLength(100_000, piece)).steps];
    expect(whole).toBeLessThanOrEqual(10.5 * tenth);
  });
});
