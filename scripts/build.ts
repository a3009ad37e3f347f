import { cpSync, existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build as bundle } from 'esbuild';
import { buildAssets } from './build-assets.ts';
import { hashOfSources } from './hash-of-sources.ts';

const projectRoot = join(import.meta.dirname, '..');

/**
 * Builds `dist/`: the server (`main.js`), what the browser loads (`assets/`, with `manifest.json`) and the migrations.
 * The mark `.built` is written last and holds the hash of what it was built from.
 */
export async function build(root: string = projectRoot): Promise<void> {
  const hash = hashOfSources(root);
  const dist = join(root, 'dist');
  await Promise.all([buildServer(root, dist), buildAssets(root, join(dist, 'assets'))]);
  copyMigrations(root, dist);
  writeFileSync(join(dist, '.built'), hash);
}

/** Builds only when the sources are not those of the last build; says whether it did. */
export async function buildIfStale(root: string = projectRoot): Promise<boolean> {
  const mark = join(root, 'dist', '.built');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === hashOfSources(root)) return false;
  await build(root);
  return true;
}

/** In pieces, so that a process loads only what it runs; the pieces of earlier builds go. */
async function buildServer(root: string, dist: string): Promise<void> {
  const { metafile } = await bundle({
    absWorkingDir: root,
    entryPoints: ['src/main.ts', 'src/photo-child.ts'],
    outdir: dist,
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    packages: 'external',
    sourcemap: true,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'warning',
    metafile: true,
  });
  const made = new Set(Object.keys(metafile.outputs).map((path) => join(root, path)));
  for (const path of globSync(join(dist, '*.js*'))) if (!made.has(path)) rmSync(path);
}

function copyMigrations(root: string, dist: string): void {
  rmSync(join(dist, 'migrations'), { recursive: true, force: true });
  cpSync(join(root, 'db', 'migrations'), join(dist, 'migrations'), { recursive: true });
  cpSync(join(root, 'db', 'schema.sql'), join(dist, 'schema.sql'));
}

if (import.meta.main) {
  const started = performance.now();
  const isBuilt = process.argv.includes('--if-stale') ? await buildIfStale() : await build().then(() => true);
  if (isBuilt) console.log(`built in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}
