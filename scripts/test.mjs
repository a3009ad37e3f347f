import { runScript } from './program.mjs';

await runScript('scripts/test.ts', process.argv.slice(2));
