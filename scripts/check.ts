import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findDeadLinks } from './document-links.ts';
import { isDrawn } from './draw-imports.ts';
import { readImportGraph, type ImportGraph } from './import-graph.ts';
import { findOffences, printOffences, type Offence } from './source-rules.ts';
import { readSourceTree } from './source-tree.ts';

export type CheckResult = { readonly name: string; readonly ok: boolean; readonly output: string };

type Verdict = Omit<CheckResult, 'name'>;
type Check = { readonly name: string; readonly run: (root: string) => Promise<Verdict> };

const projectRoot = join(import.meta.dirname, '..');

/** Fewer files than this and the checker has gone blind: with a TypeScript it cannot read it sees none, and is content. */
const FEWEST_MODULES = 20;
const AT_ONCE = 2;

// The slow ones first, so that the quick ones fill the gaps.
const checks: readonly Check[] = [
  { name: 'types', run: tool('typescript', 'bin/tsc', ['--noEmit', '--project', 'tsconfig.json']) },
  { name: 'unused', run: tool('knip', 'bin/knip.js', ['--no-progress', '--no-config-hints']) },
  { name: 'lint', run: tool('oxlint', 'bin/oxlint', ['--deny-warnings', '--quiet']) },
  { name: 'format', run: tool('oxfmt', 'bin/oxfmt', ['--check']) },
  { name: 'imports', run: async (root) => judgeImports(await readImportGraph(root)) },
  { name: 'import graph', run: async (root) => judgeDrawing(isDrawn(root, await readImportGraph(root))) },
  { name: 'source rules', run: async (root) => judgeSources(root) },
  { name: 'links', run: async (root) => judgeLinks(root) },
];

/**
 * Runs every static check over a tree (this one, if none is named), two at a time. A check that cannot run is red.
 * `onDone` hears of each as it ends, with the milliseconds it took; the answer is in the order of the list.
 */
export async function runChecks(
  root: string = projectRoot,
  onDone: (result: CheckResult, milliseconds: number) => void = () => {},
): Promise<readonly CheckResult[]> {
  const results: CheckResult[] = [];
  const waiting = checks.entries();
  const work = async () => {
    for (const [position, check] of waiting) {
      const start = performance.now();
      const result = { name: check.name, ...(await check.run(root).catch(failed)) };
      results[position] = result;
      onDone(result, performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return results;
}

export function judgeImports({ modules, broken }: ImportGraph): Verdict {
  if (modules.length < FEWEST_MODULES)
    return { ok: false, output: `saw ${modules.length} modules, fewer than ${FEWEST_MODULES}: the checker is blind` };
  const lines = broken.map(({ rule, from, to }) => `${rule}: ${from} -> ${to}`);
  return { ok: lines.length === 0, output: lines.join('\n') };
}

function judgeDrawing(isCurrent: boolean): Verdict {
  return { ok: isCurrent, output: isCurrent ? '' : 'docs/architecture.md shows other imports: npm run draw' };
}

function judgeSources(root: string): Verdict {
  return judgeOffences(findOffences(readSourceTree(root)));
}

function judgeLinks(root: string): Verdict {
  return judgeOffences(findDeadLinks(readSourceTree(root), (path) => existsSync(join(root, path))));
}

function judgeOffences(offences: readonly Offence[]): Verdict {
  return { ok: offences.length === 0, output: printOffences(offences) };
}

/** A program of a package, run with this very Node, whatever `node` the machine has. */
function tool(name: string, bin: string, args: readonly string[]): Check['run'] {
  return (root) => {
    const program = join(projectRoot, 'node_modules', name, bin);
    return new Promise((resolve) => {
      execFile(process.execPath, [program, ...args], { cwd: root, maxBuffer: 64 * 1024 * 1024 }, (error, out, err) => {
        resolve({ ok: error === null, output: error ? `${out}${err}`.trim() || error.message : '' });
      });
    });
  };
}

function failed(error: unknown): Verdict {
  return { ok: false, output: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}

if (process.argv[1] === import.meta.filename) {
  const results = await runChecks(projectRoot, ({ name, ok }, milliseconds) => {
    console.log(`${ok ? 'ok    ' : 'FAILED'}  ${name.padEnd(14)} ${(milliseconds / 1000).toFixed(1)} s`);
  });
  const red = results.filter((result) => !result.ok);
  for (const { name, output } of red) console.log(`\n${name}\n${output}`);
  process.exitCode = red.length > 0 ? 1 : 0;
}
