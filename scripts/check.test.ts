import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { judgeImports, runChecks, type CheckResult } from './check.ts';
import { drawInto } from './draw-imports.ts';
import { readImportGraph } from './import-graph.ts';

const root = join(import.meta.dirname, '..');
const CONFIGURATION = ['.dependency-cruiser.cjs', '.oxlintrc.json', '.oxfmtrc.json'];
const PAGE = '<!-- imports: drawn by `npm run draw` -->\n<!-- imports: end -->\n';

/** Every line of this tree is wrong in the eyes of another check. */
const WRONG = {
  'src/domain/number.ts': `import { pool } from '../store/pool.ts';\nexport const digit: string = Math.random() + pool;\n`,
  'src/store/pool.ts': `export const pool = 1\nexport const unused = "double";\n`,
  'src/store/forgotten.ts': `export default function forgotten(a: any, b: number, c: number, d: number, e: number) { return [a, b, c, d, e]; }\n`,
  'README.md': '[the plan](docs/plan.md)\n',
  'src/store/long.ts': `export function long() {\n  let sum = 0;\n${'  sum += 1;\n'.repeat(200)}  return sum;\n}\n`,
} as const;

let tree = '';

beforeAll(() => {
  tree = mkdtempSync(join(tmpdir(), 'laksa check '));
});

afterAll(() => {
  rmSync(tree, { recursive: true, force: true });
});

describe('npm run check', () => {
  it('is green on a tree in order', async () => {
    await writeCleanTree();
    expect(await redChecks()).toEqual({});
  }, 60_000);

  it('is red, check by check, on a tree in disorder', async () => {
    for (const [path, text] of Object.entries(WRONG)) write(path, text);
    const red = await redChecks();
    expect(Object.keys(red).sort()).toEqual(
      ['format', 'import graph', 'imports', 'links', 'lint', 'source rules', 'types', 'unused'].sort(),
    );
    expect(red['types']).toContain('src/domain/number.ts');
    expect(red['imports']).toContain('domain-is-pure: src/domain/number.ts -> src/store/pool.ts');
    expect(red['import graph']).toContain('npm run draw');
    expect(red['source rules']).toContain('src/domain/number.ts:2 domain-is-a-function: Math.random');
    expect(red['links']).toContain('README.md:1 dead link: docs/plan.md');
    expect(red['unused']).toContain('src/store/forgotten.ts');
    expect(red['format']).toContain('src/store/pool.ts');
    for (const rule of ['no-default-export', 'no-explicit-any', 'max-params', 'max-lines', 'max-lines-per-function'])
      expect(red['lint']).toContain(`(${rule})`);
  }, 60_000);

  it('is red when the checker of imports saw next to nothing', () => {
    expect(judgeImports({ modules: [], edges: [], broken: [] })).toMatchObject({ ok: false });
    expect(judgeImports({ modules: ['src/main.ts'], edges: [], broken: [] }).output).toContain('saw 1 modules');
  });
});

async function redChecks(): Promise<Readonly<Record<string, string>>> {
  const red = (await runChecks(tree)).filter((result: CheckResult) => !result.ok);
  return Object.fromEntries(red.map(({ name, output }) => [name, output]));
}

async function writeCleanTree() {
  for (const name of CONFIGURATION) copyFileSync(join(root, name), join(tree, name));
  write('package.json', '{\n  "name": "tree",\n  "type": "module"\n}\n');
  write('knip.json', '{ "entry": ["src/main.ts"], "project": ["src/**/*.ts"] }\n');
  write('tsconfig.json', TSCONFIG);
  const names = Array.from({ length: 20 }, (_, position) => `rule-${position}`);
  for (const [position, name] of names.entries())
    write(`src/domain/${name}.ts`, `export const rule${position} = ${position};\n`);
  const imports = names.map((name, position) => `import { rule${position} } from './domain/${name}.ts';\n`);
  const sum = names.map((_, position) => `rule${position}`).join(', ');
  write(
    'src/main.ts',
    `${imports.join('')}\nconst rules = [\n  ${sum.replaceAll(', ', ',\n  ')},\n];\nconsole.log(rules);\n`,
  );
  write('docs/architecture.md', drawInto(PAGE, await readImportGraph(tree)));
}

const TSCONFIG = `{
  "compilerOptions": {
    "target": "es2024",
    "module": "nodenext",
    "lib": ["es2024", "dom"],
    "types": [],
    "strict": true,
    "noEmit": true,
    "allowImportingTsExtensions": true
  },
  "include": ["src"]
}
`;

function write(path: string, text: string) {
  const target = join(tree, path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, text);
}
