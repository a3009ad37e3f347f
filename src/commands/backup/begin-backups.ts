import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import { beginUnsent } from '../../adapters/files/unsent-files.ts';
import { folderIn } from '../../platform/postgres/folder.ts';

/** From here on the embedded server puts its log aside, and every new file waits to be copied, whoever starts it: a gap in the log could never be filled. */
export const beginBackups = async (dataDir: string): Promise<void> => {
  await mkdir(folderIn(dataDir).archive, { recursive: true, mode: 0o700 });
  await beginUnsent(join(dataDir, 'files'));
};
