import { runScript } from './program.mjs';

await runScript('scripts/dev.ts', process.argv.slice(2));
