import { runProgram } from './program.mjs';

const command = process.argv.slice(2);

await runProgram(command.length === 0 ? ['--help'] : command);
