import { createReadStream, existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse';
import { z } from 'zod';

import { writtenOut } from '../src/domain/words/abbreviations.ts';
import { stopWords } from '../src/domain/words/stop-words.ts';

const data = fileURLToPath(new URL('../../shared/data/complaints-id/surabaya_2022_2023.csv.gz', import.meta.url));
const row = z.object({ teks: z.string() });

/** Real complaints, each text once, up to a number of them. */
export const readCorpus = async (most: number): Promise<readonly string[]> => {
  if (!existsSync(data)) throw new Error('needs ../shared/data/complaints-id');
  const texts = new Set<string>();
  const rows = createReadStream(data)
    .pipe(createGunzip())
    .pipe(parse({ columns: true, bom: true, relax_quotes: true }));
  for await (const record of rows) {
    const { teks } = row.parse(record);
    if (queryWordsOf(teks).length >= wordsAsked) texts.add(teks);
    if (texts.size === most) break;
  }
  return [...texts];
};

const wordsAsked = 4;
const shortestMistyped = 5;

const queryWordsOf = (text: string): readonly string[] => [
  ...new Set(
    writtenOut(text).filter((word) => /^[a-z]+$/.test(word) && word.length >= shortestMistyped && !stopWords.has(word)),
  ),
];

/** Four words of a text, drawn by a seeded rule; every second one, and at least the first, is typed with one mistake. */
export const mistypedQuery = (text: string, random: () => number): string => {
  const words = queryWordsOf(text)
    .map((word) => ({ word, place: random() }))
    .toSorted((a, b) => a.place - b.place)
    .slice(0, wordsAsked)
    .map(({ word }) => word);
  return words.map((word, at) => (at % 2 === 0 ? mistyped(word, random) : word)).join(' ');
};

/** Left out, doubled, swapped with the next, or another vowel or neighbour in its place. */
const mistyped = (word: string, random: () => number): string => {
  const at = 1 + Math.floor(random() * (word.length - 2));
  const [before, letter, rest] = [word.slice(0, at), word[at] ?? '', word.slice(at + 1)];
  const mistakes = [
    before + rest,
    before + letter + letter + rest,
    before + (rest[0] ?? '') + letter + rest.slice(1),
    before + 'aiueonrtk'[Math.floor(random() * 9)] + rest,
  ];
  return mistakes[Math.floor(random() * mistakes.length)] ?? word;
};
