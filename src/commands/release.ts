import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The version of this program, as its package says; beside it when built, two folders up in the sources. */
export const release = (): string => {
  const file = ['..', '../..']
    .map((up) => join(import.meta.dirname, up, 'package.json'))
    .find((path) => existsSync(path));
  const { version }: { readonly version?: string } = file === undefined ? {} : JSON.parse(readFileSync(file, 'utf8'));
  return version ?? 'unknown';
};
