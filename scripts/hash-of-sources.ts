import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const sources = ['src/**', 'db/**', 'public/**', 'scripts/build*.ts', 'package-lock.json', 'tsconfig.json'];

/** Content, not times: a checkout or a copy gives files any time it likes. Tests are no part of what is built. */
export function hashOfSources(root: string): string {
  const hash = createHash('sha256');
  for (const path of globSync(sources, { cwd: root }).toSorted()) {
    const file = join(root, path);
    if (isTest(path) || !existsSync(file) || !statSync(file).isFile()) continue;
    hash.update(`${path}\0`).update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

function isTest(path: string): boolean {
  return /\.test\.tsx?$|[\\/]testing[\\/]/.test(path);
}
