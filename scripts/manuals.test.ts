import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';

/** What a section of a manual has beside its words: the same in every language. */
type Section = { readonly level: number; readonly blocks: readonly string[]; readonly code: readonly string[] };

const read = async (name: string): Promise<string> => readFile(new URL(`../docs/${name}`, import.meta.url), 'utf8');

const sectionsOf = (text: string): readonly Section[] => {
  const blocks = [...text.matchAll(/^```[^\n]*\n.*?^```$/gms)].map(([block]) => block);
  // A line of a block may begin as a heading does.
  const sections = blocks.reduce((rest, block, at) => rest.replace(block, `<${at}>`), text).split(/^(?=#)/m);
  return sections.map((section) => ({
    level: /^#+/.exec(section)?.[0].length ?? 0,
    blocks: [...section.matchAll(/^<(\d+)>$/gm)].map(([, at]) => blocks[Number(at)] ?? ''),
    code: [...section.matchAll(/`[^`]+`/g)].map(([code]) => code.replaceAll(/\s+/g, ' ')).toSorted(),
  }));
};

/** As a page shows it: the words of a heading, small, with dashes. */
const anchorsIn = (text: string): ReadonlySet<string> =>
  new Set(
    [...text.matchAll(/^#+ (.*)$/gm)].map(([, words = '']) =>
      words
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N} -]/gu, '')
        .replaceAll(' ', '-'),
    ),
  );

const sampleOf = (...codes: readonly string[]): string =>
  `# A\n\n${codes.map((code) => `Say \`${code}\`.`).join(' ')}\n\n\`\`\`sh\n# no heading\nlaksa\n\`\`\`\n`;

it('a section is told by its level, its blocks and what it quotes', () => {
  expect(sectionsOf(sampleOf('b', 'a'))).toEqual([
    { level: 1, blocks: ['```sh\n# no heading\nlaksa\n```'], code: ['`a`', '`b`'] },
  ]);
});

it('the manual in Indonesian has the sections, the lines to copy and the quoted names of the English one', async () => {
  expect(sectionsOf(await read('operations.id.md'))).toEqual(sectionsOf(await read('operations.md')));
});

it.each(['operations.md', 'operations.id.md'])('every section that %s sends its reader to is there', async (name) => {
  const text = await read(name);
  const asked = [...text.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor = '']) => anchor);
  expect(asked.filter((anchor) => !anchorsIn(text).has(anchor))).toEqual([]);
});
