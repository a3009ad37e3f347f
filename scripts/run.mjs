import { runScript } from './program.mjs';

const [file, ...args] = process.argv.slice(2);

await runScript(file, args);
