import { runProgram } from './program.mjs';

await runProgram(process.argv.slice(2));
