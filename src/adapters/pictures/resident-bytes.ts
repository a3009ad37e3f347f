import { readFileSync } from 'node:fs';

/** The page size of every machine we run on; `statm` counts in pages. */
const pageBytes = 4096;

/** How much memory a process holds now; 0 where the system does not tell (it is told on Linux only) or the process is gone. */
export const residentBytes = (pid: number): number => {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1] ?? 0) * pageBytes;
  } catch {
    return 0;
  }
};
