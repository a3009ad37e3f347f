/** Tests and what only tests import. */
export function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path) || path.includes('/testing/');
}

/** TypeScript that is delivered: in `src`, and no test. */
export function isDelivered(path: string): boolean {
  return /^src\/.*\.tsx?$/.test(path) && !isTest(path);
}

export function isIn(...folders: readonly string[]): (path: string) => boolean {
  return (path) => folders.some((folder) => path.startsWith(`${folder}/`));
}
