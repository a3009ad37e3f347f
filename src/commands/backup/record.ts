import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** What was last backed up, when and to where: for the doctor and for whoever is alarmed by it. Lies beside the data, and is no part of a backup. */
export type BackupRecord = {
  readonly base: { readonly at: string; readonly to: string; readonly id: string };
  /** The newest segment of the log that was sent on, and whose cluster it is. */
  readonly log: { readonly at: string; readonly to: string; readonly segment: string; readonly system: string };
  /** `fingerprint`: of the keys as they were, so that a new one is noticed. */
  readonly keys: { readonly at: string; readonly to: string; readonly fingerprint: string };
};

export const readRecord = async <What extends keyof BackupRecord>(
  dataDir: string,
  what: What,
): Promise<BackupRecord[What] | null> => {
  const text = await readFile(recordFile(dataDir, what), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  return text === null ? null : JSON.parse(text);
};

export const writeRecord = async <What extends keyof BackupRecord>(
  dataDir: string,
  what: What,
  record: BackupRecord[What],
): Promise<void> => {
  const path = recordFile(dataDir, what);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await writeFile(`${path}.new`, `${JSON.stringify(record)}\n`, { mode: 0o600 });
  await rename(`${path}.new`, path);
};

const recordFile = (dataDir: string, what: keyof BackupRecord): string => join(dataDir, 'backup', `last-${what}.json`);
