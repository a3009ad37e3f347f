import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file of the tree, its path from the root with forward slashes. */
export type SourceFile = { readonly path: string; readonly text: string };

const SOURCE_FOLDERS = ['src', 'scripts', 'bench', 'e2e'] as const;
const TEXT = /\.(ts|tsx|mts|mjs|cjs|js|json|sql|css|md|ya?ml|sh|html|txt|webmanifest)$|^\.ci\/run$|^[A-Z]+$/;
const NOT_OURS = ['node_modules', 'dist', 'coverage'] as const;

/** The folders with code that this tree has. */
export function sourceFolders(root: string): string[] {
  return SOURCE_FOLDERS.filter((folder) => existsSync(join(root, folder)));
}

/** Every text file of the tree in the order of the paths; works without git too, as in an unpacked archive. */
export function readSourceTree(root: string): readonly SourceFile[] {
  return listFiles(root, '')
    .filter((path) => TEXT.test(path))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

function listFiles(root: string, folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return isOurs(entry.name) ? listFiles(root, path) : [];
    return entry.isFile() ? [path] : [];
  });
}

/** Data folders, caches and the history of git begin with a dot; what CI runs does too, and is ours. */
function isOurs(folder: string): boolean {
  return folder === '.ci' || !(folder.startsWith('.') || NOT_OURS.some((name) => name === folder));
}
