import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Rolldown } from 'vite';
import { z } from 'zod';

/** `officer.css` goes with the pages of officers alone; `read.css` with what everyone reads; `map.css` with the map, which comes when it is asked for. */
const sources = [
  'src/ui/site.css',
  'src/ui/officer.css',
  'src/ui/read.css',
  'src/ui/map.css',
  'src/features/**/*.client.ts',
  'src/features/**/*.island.tsx',
];

const viteManifest = z.record(z.string(), z.object({ file: z.string(), isEntry: z.boolean().optional() }));

/**
 * Builds what the browser loads into `out`, under names that change with the content. `manifest.json` leads from the
 * name in the source, below `src/ui/` or `src/features/` (`site.css`, `file-report/draft.client.ts`), to the file.
 * What earlier builds made stays: a server that still runs on it goes on serving it.
 */
export async function buildAssets(root: string, out: string): Promise<void> {
  await build(viteConfig(root, out));
  const entries = viteManifest.parse(JSON.parse(readFileSync(join(out, '.vite', 'manifest.json'), 'utf8')));
  const files = Object.entries(entries).filter(([, { isEntry }]) => isEntry);
  const manifest = Object.fromEntries(files.map(([source, { file }]) => [logicalName(source), file]));
  for (const file of Object.values(manifest)) refuseLayers(join(out, file));
  writeFileSync(join(out, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

function viteConfig(root: string, out: string): Parameters<typeof build>[0] {
  return {
    root,
    base: '/assets/',
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    css: { transformer: 'lightningcss' },
    build: {
      outDir: out,
      assetsDir: '',
      emptyOutDir: false,
      manifest: true,
      target: 'chrome90',
      cssTarget: 'chrome90',
      cssMinify: 'lightningcss',
      modulePreload: { polyfill: false },
      rolldownOptions: { input: globSync(sources, { cwd: root }), output: namesByContent },
    },
  };
}

const namesByContent = {
  entryFileNames: '[name]-[hash].js',
  chunkFileNames: '[name]-[hash].js',
  assetFileNames: '[name]-[hash][extname]',
} satisfies Rolldown.OutputOptions;

function logicalName(source: string): string {
  return source.replace(/^src\/(ui|features)\//, '');
}

/** Browsers before Chrome 99 drop the whole block, and nobody would notice on a newer one. */
function refuseLayers(file: string): void {
  if (file.endsWith('.css') && readFileSync(file, 'utf8').includes('@layer')) {
    throw new Error(`${file} has an @layer block, which Chrome 90 drops whole`);
  }
}
