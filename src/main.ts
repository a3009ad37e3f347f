import { ConfigError, readConfig } from './config.ts';
import { runCommand } from './commands/run-command.ts';
import { runProcess } from './commands/serve/process.ts';
import { supervise } from './commands/serve/supervisor.ts';

/** Without words: serve. With words: one command of administration. */
const main = async (words: readonly string[]): Promise<void> => {
  const config = readConfig();
  if (config.process !== 'supervisor') return runProcess(config, config.process);
  if (words.length > 0) return runCommand(config, words);
  return supervise(config, (line) => process.stdout.write(`${line}\n`));
};

/** A setting that is not understood is said in a line; anything else keeps its stack for whoever must mend it. */
const describe = (error: unknown): string => {
  if (error instanceof ConfigError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
};

main(process.argv.slice(2)).then(
  () => process.exit(),
  (error: unknown) => {
    process.stderr.write(`${describe(error)}\n`);
    process.exit(1);
  },
);
