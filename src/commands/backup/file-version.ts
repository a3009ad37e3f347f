import { readFile, stat } from 'node:fs/promises';

import { readObjectName } from './named-object.ts';

/**
 * A file as it was written at some time, in milliseconds: an original that is sealed anew may come by a name that another had before, and a moment between
 * needs the other. `path`: `<tenant>/<folder>/<id>/<name>`.
 */
export type FileVersion = { readonly path: string; readonly writtenAt: number };

const prefix = 'files/';

/** What its object is called, before its hash. */
export const versionName = ({ path, writtenAt }: FileVersion): string => `${prefix}${path}@${writtenAt}`;

/** Null: no object of a file. */
export const readVersion = (object: string): FileVersion | null => {
  const [, path, writtenAt] = /^files\/(.+)@(\d+)$/.exec(readObjectName(object)?.what ?? '') ?? [];
  return path === undefined ? null : { path, writtenAt: Number(writtenAt) };
};

/** Null: there is no such file, or no more. */
export const writtenAtOf = async (file: string): Promise<number | null> => {
  const found = await stat(file).catch(nullIfGone);
  return found === null ? null : Math.round(found.mtimeMs);
};

export const readIfThere = (file: string): Promise<Buffer | null> => readFile(file).catch(nullIfGone);

const nullIfGone = (error: NodeJS.ErrnoException): null => {
  if (error.code === 'ENOENT') return null;
  throw error;
};
