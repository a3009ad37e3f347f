import { ConfigError, readConfig } from './config.ts';
import { KeyProblem } from './platform/keyring/key-problem.ts';

/** Without words: serve. With words: one command of administration. Each loads what it needs: a web process has no use for the job runner. */
const main = async (words: readonly string[]): Promise<void> => {
  const config = readConfig();
  if (config.process === 'demo') {
    const { runDemo } = await import('./commands/demo/demo-process.ts');
    return runDemo(config, say);
  }
  if (config.process !== 'supervisor') {
    const { runProcess } = await import('./commands/serve/process.ts');
    return runProcess(config, config.process);
  }
  if (words[0] === 'wal' && words[1] === 'fetch') {
    // Called once for each segment of the log: it loads nothing else.
    const { walCommands } = await import('./commands/wal-commands.ts');
    return walCommands[0]?.run(config, words.slice(2));
  }
  if (words.length > 0) {
    const { runCommand } = await import('./commands/run-command.ts');
    return runCommand(config, words);
  }
  const { supervise } = await import('./commands/serve/supervisor.ts');
  return supervise(config, say);
};

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** A setting that is not understood, or a file that cannot be used, is said in a line; anything else keeps its stack for whoever must mend it. */
const describe = (error: unknown): string => {
  if (error instanceof ConfigError || error instanceof KeyProblem || isOfFile(error)) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
};

/** Not there, no right to it, no room: the message names the call and the path. */
const isOfFile = (error: unknown): error is Error =>
  error instanceof Error && 'path' in error && 'syscall' in error && error.syscall !== 'spawn';

/** `laksa doctor | head -3` closes the pipe early: there is nobody left to tell, and what was begun is still brought to its end. */
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });

main(process.argv.slice(2)).then(
  () => process.exit(),
  (error: unknown) => {
    process.stderr.write(`${describe(error)}\n`);
    process.exit(1);
  },
);
