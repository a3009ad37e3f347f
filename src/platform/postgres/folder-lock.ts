import { readFileSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

export type FolderLock = { release(): void };

/**
 * One supervisor per folder. Node offers no file lock of the kernel; the SQLite inside it does, and
 * that is all it is used for here: a transaction nobody else can open. Unlike a file with a process
 * id in it, such a lock is gone with its holder, also after `kill -9`, and never stale.
 */
export function lockFolder(path: string): FolderLock {
  const lock = new DatabaseSync(path);
  try {
    lock.exec('pragma journal_mode = off; begin exclusive');
  } catch (cause) {
    lock.close();
    throw new Error(`Already running, pid ${holderOf(path)}: one data folder serves one process (${path}).`, { cause });
  }
  writeFileSync(holderFile(path), `${process.pid}\n`);
  return { release: () => lock.close() };
}

function holderFile(path: string): string {
  return `${path}.pid`;
}

function holderOf(path: string): string {
  try {
    return readFileSync(holderFile(path), 'utf8').trim();
  } catch {
    return 'unknown';
  }
}
