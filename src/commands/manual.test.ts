import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

import { commands } from './commands.ts';

/** What the manual has its reader type after `laksa`, in a block or in a line. */
const typed = async (): Promise<readonly string[]> => {
  const text = await readFile(new URL('../../docs/operations.md', import.meta.url), 'utf8');
  const alike = text.replaceAll(/^sudo .*\/main\.js |^LAKSA_AT=\S+ laksa /gm, 'laksa ');
  return [...alike.matchAll(/(?:^|`|\()laksa ([^`)\n]+)/gm)].map(([, words = '']) => words);
};

const commandOf = (words: string) => commands.find(({ name }) => `${words} `.startsWith(`${name} `));

const optionsOf = (words: string): readonly string[] => [...words.matchAll(/--[a-z-]+/g)].map(([option]) => option);

test('what the manual has its reader type is a command with these options', async () => {
  const asked = (await typed()).filter((words) => words !== 'COMMAND' && words !== '--help');
  expect(asked.length).toBeGreaterThan(40);
  const unknown = asked.filter((words) => optionsOf(words).some((option) => !commandOf(words)?.usage.includes(option)));
  expect([...unknown, ...asked.filter((words) => commandOf(words) === undefined)]).toEqual([]);
});
