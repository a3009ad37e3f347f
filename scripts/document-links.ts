import { posix } from 'node:path';
import type { Offence } from './source-rules.ts';
import type { SourceFile } from './source-tree.ts';

const LINK = /\]\(([^)\s]+)\)/g;

/** Links of the documents to files that are not there. `exists` is asked for paths from the root. */
export function findDeadLinks(files: readonly SourceFile[], exists: (path: string) => boolean): readonly Offence[] {
  return files
    .filter((file) => file.path.endsWith('.md'))
    .flatMap((file) =>
      file.text.split('\n').flatMap((line, position) => deadLinksIn(file.path, line, position + 1, exists)),
    );
}

function deadLinksIn(path: string, text: string, line: number, exists: (path: string) => boolean): readonly Offence[] {
  return [...text.matchAll(LINK)]
    .map((match) => (match[1] ?? '').replace(/#.*$/, ''))
    .filter((target) => target !== '' && !/^[a-z]+:/.test(target))
    .filter((target) => !exists(posix.join(posix.dirname(path), target)))
    .map((target) => ({ rule: 'dead link', path, line, what: target }));
}
