import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readImportGraph, type Edge, type ImportGraph } from './import-graph.ts';
import { isTest } from './source-rules-paths.ts';

const PAGE = 'docs/architecture.md';
const START = '<!-- imports: drawn by `npm run draw` -->';
const END = '<!-- imports: end -->';
const FLOORS = ['top', 'features', 'adapters', 'ui', 'store', 'domain', 'platform'] as const;

type Floor = (typeof FLOORS)[number];

/** The page with the graph of these imports drawn between its markers. */
export function drawInto(page: string, graph: ImportGraph): string {
  const start = page.indexOf(START);
  const end = page.indexOf(END);
  if (start < 0 || end < start) throw new Error(`${PAGE} has lost its markers: ${START} ... ${END}`);
  return `${page.slice(0, start + START.length)}\n\n${drawImports(graph)}\n\n${page.slice(end)}`;
}

/** Whether the page shows the imports as they are. */
export function isDrawn(root: string, graph: ImportGraph): boolean {
  const page = readFileSync(join(root, PAGE), 'utf8');
  return drawInto(page, graph) === page;
}

/**
 * A Mermaid diagram of the floors, with their folders and the number of imports between them, and below it a table of
 * what each folder imports. Tests are left out.
 */
export function drawImports({ modules, edges }: ImportGraph): string {
  const files = modules.filter(isDrawnFile);
  const imports = edges.filter(({ from, to }) => isDrawnFile(from) && isDrawnFile(to));
  const boxes = FLOORS.flatMap((floor) => drawFloor(floor, files));
  const arrows = countByArrow(imports).map(([arrow, count]) => `  ${arrow.replace(' ', ` -->|${count}| `)}`);
  const diagram = ['```mermaid', 'flowchart TD', ...boxes, ...arrows, '```'];
  return [...diagram, '', ...drawTable(imports)].join('\n');
}

function isDrawnFile(path: string): boolean {
  return path.startsWith('src/') && !isTest(path);
}

function floorOf(path: string): Floor {
  const folder = path.split('/')[1] ?? '';
  return FLOORS.find((floor) => floor === folder) ?? 'top';
}

/** `src/platform/db/pool.ts` lies in `platform/db`; the top, domain, store and ui are one folder each. */
function folderOf(path: string): string {
  const floor = floorOf(path);
  const name = path.split('/')[2]?.replace(/\.tsx?$/, '');
  return (floor === 'features' || floor === 'adapters' || floor === 'platform') && name ? `${floor}/${name}` : floor;
}

function drawFloor(floor: Floor, files: readonly string[]): readonly string[] {
  const mine = files.filter((path) => floorOf(path) === floor);
  if (mine.length === 0) return [];
  const folders = [...new Set(mine.map(folderOf))].sort();
  const boxes = folders.map((folder) => {
    const count = mine.filter((path) => folderOf(path) === folder).length;
    return `    ${folder.replace(/\W/g, '_')}_["${folder} (${count})"]`;
  });
  return [`  subgraph ${floor}`, ...boxes, '  end'];
}

function countByArrow(imports: readonly Edge[]): readonly (readonly [string, number])[] {
  const arrows = imports
    .map(({ from, to }) => [floorOf(from), floorOf(to)] as const)
    .filter(([from, to]) => from !== to);
  const counts = new Map<string, number>();
  for (const [from, to] of arrows) counts.set(`${from} ${to}`, (counts.get(`${from} ${to}`) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
}

function drawTable(imports: readonly Edge[]): readonly string[] {
  const targets = new Map<string, Set<string>>();
  for (const { from, to } of imports) {
    const [importer, imported] = [folderOf(from), folderOf(to)];
    if (importer === imported) continue;
    targets.set(importer, (targets.get(importer) ?? new Set()).add(imported));
  }
  const rows = [...targets].sort(([a], [b]) => (a < b ? -1 : 1));
  return ['| folder | imports |', '|---|---|', ...rows.map(([from, to]) => `| \`${from}\` | ${codeList(to)} |`)];
}

function codeList(names: ReadonlySet<string>): string {
  return [...names]
    .sort()
    .map((name) => `\`${name}\``)
    .join(', ');
}

if (process.argv[1] === import.meta.filename) {
  const root = join(import.meta.dirname, '..');
  const page = join(root, PAGE);
  writeFileSync(page, drawInto(readFileSync(page, 'utf8'), await readImportGraph(root)));
  console.log(`${PAGE} shows the imports as they are`);
}
