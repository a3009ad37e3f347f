import { ConfigError, type Config } from '../config.ts';
import type { Command } from './command.ts';
import { commands } from './commands.ts';

/** Runs one command of administration. Throws, with how to ask, when there is none of that name. */
export const runCommand = async (config: Config, words: readonly string[]): Promise<void> => {
  if (words.some((word) => word === '--help' || word === '-h') || words[0] === 'help') return printHelp(words);
  const command = find(words);
  if (command === undefined) throw new ConfigError(`there is no command "${words.join(' ')}"; laksa --help lists all`);
  await command.run(config, words.slice(command.name.split(' ').length));
};

const find = (words: readonly string[]): Command | undefined =>
  commands.find((command) => command.name === words.slice(0, 2).join(' ')) ??
  commands.find((command) => command.name === words[0]);

const printHelp = (words: readonly string[]): void => {
  const asked = find(words);
  const shown = asked === undefined ? commands : [asked];
  const width = Math.max(...shown.map((command) => command.usage.length));
  process.stdout.write(
    `${shown.map((command) => `  ${command.usage.padEnd(width)}  ${command.summary}`).join('\n')}\n`,
  );
};
