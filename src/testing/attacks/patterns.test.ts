import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';

import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

import { countedWords } from '../../domain/filing-limits.ts';
import { wordingProblem } from '../../domain/letter-wording.ts';
import { findPersonalData } from '../../domain/personal-data/personal-data.ts';
import { isRightAnswer } from '../../domain/proof-question.ts';
import { searchTermsOf, wantedIn } from '../../domain/words/search-terms.ts';
import { networkOf } from '../../platform/limit/network.ts';
import { maskedError } from '../../platform/jobs/masked-error.ts';
import { parseContact } from '../../store/contact.ts';

const root = join(import.meta.dirname, '../..');

/** What is read of files, statements and answers of our own alone. */
const readsNoInput = /^(?:commands|platform\/(?:db|postgres)|testing)\/|\/testing\//;

type Pattern = { readonly where: string; readonly pattern: RegExp };

/** Every pattern that is written in the sources as one. */
const patternsIn = (path: string): readonly Pattern[] => {
  const file = ts.createSourceFile(path, readFileSync(join(root, path), 'utf8'), ts.ScriptTarget.Latest, true);
  const found: Pattern[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const [, source = '', flags = ''] = /^\/(.*)\/([a-z]*)$/s.exec(node.text) ?? [];
      const { line } = file.getLineAndCharacterOfPosition(node.getStart());
      found.push({ where: `${path}:${line + 1}`, pattern: new RegExp(source, flags.replaceAll(/[gy]/g, '')) });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
};

const patterns = globSync('**/*.{ts,tsx}', { cwd: root })
  .filter((path) => !path.includes('.test.') && !readsNoInput.test(path))
  .toSorted()
  .flatMap(patternsIn);

const always = [
  'a',
  'A',
  '1',
  '0',
  ' ',
  '\n',
  '\t ',
  '-',
  '.',
  '/',
  '@',
  '"',
  "'",
  '<',
  '>',
  '(',
  ',',
  ':',
  '=',
  '+',
  '%',
  '_',
  '\\',
  'a.',
  'a@',
  '1.',
  '1-',
  '- ',
  '= ',
  'a a1',
  'kabel a ',
  '[::',
  '\u200b',
  'é',
  '９',
];

/** What a text that is slow for a pattern is made of: its own words, and what is in most texts. */
const piecesOf = ({ source }: RegExp): readonly string[] => [
  ...new Set([...always, ...(source.match(/[\p{L}\p{N}]+|[^\p{L}\p{N}\s\\[\](){}|?*+^$]/gu) ?? [])]),
];

/** As long as a field of a form may be. */
const longest = 64 * 1024;
const ofLength = (piece: string): string => piece.repeat(Math.ceil(longest / piece.length));
const ends = ['\0', '!', ' '] as const;

/** Far more than a pattern takes that looks at each sign a few times; one that does not end is stopped here. */
const patienceMs = 5_000;

/** Whether `read` comes to an end. Stopped from outside: nothing in this process could. */
const endsReading = (read: (text: string) => unknown, text: string): boolean => {
  try {
    runInContext('read(text)', createContext({ read, text }), { timeout: patienceMs });
    return true;
  } catch (error) {
    // An error of another realm: no `instanceof` knows it.
    if (z.object({ code: z.literal('ERR_SCRIPT_EXECUTION_TIMEOUT') }).safeParse(error).success) return false;
    throw error;
  }
};

describe('no pattern reads without end', () => {
  it('is known of one that does', () => {
    expect(endsReading((text) => /^(a+)+$/.test(text), `${'a'.repeat(60)}!`)).toBe(false);
    expect(endsReading((text) => /^a+$/.test(text), `${'a'.repeat(60)}!`)).toBe(true);
  });

  it('whatever a form is filled with', () => {
    expect(patterns.length).toBeGreaterThan(100);
    const slow = patterns.flatMap(({ where, pattern }) => {
      const read = (text: string) => ends.map((end) => pattern.exec(`${text}${end}`));
      const piece = piecesOf(pattern).find((one) => !endsReading(read, ofLength(one)));
      return piece === undefined ? [] : [`${where} by ${JSON.stringify(piece)}`];
    });
    expect(slow).toEqual([]);
  }, 600_000);

  it.each<[string, (text: string) => unknown]>([
    ['personal data', (text) => findPersonalData(text.slice(0, 10_000))],
    ['words that are counted', countedWords],
    ['the wording of a letter', wordingProblem],
    ['an answer', (text) => isRightAnswer({ left: 2, right: 2 }, text)],
    ['what is searched for', wantedIn],
    ['terms', searchTermsOf],
    ['a network', networkOf],
    ['an error', (text) => maskedError(new Error(text))],
    ['a contact', parseContact],
  ])(
    'by whom it is read: %s',
    (_what, read) => {
      const readAll = (text: string) => ends.map((end) => read(`${text}${end}`));
      expect(always.filter((piece) => !endsReading(readAll, ofLength(piece)))).toEqual([]);
    },
    600_000,
  );
});
