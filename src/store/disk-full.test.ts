import { execFileSync } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';

import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { localFiles } from '../adapters/files/local-files.ts';
import { startTestSite, type TestSite } from '../testing/test-site.ts';
import { sampleFiling } from '../testing/report-life.ts';
import { fileOnce } from './file-report.ts';
import type { Installation } from './installation.ts';
import { readWithPhotos } from './photo-intake.ts';
import { formStage } from './photo-stage.ts';

const folder = await mkdtemp(join(tmpdir(), 'laksa-small-disk-'));

/** A disk of one megabyte. Only root may make one. */
const hasSmallDisk = (() => {
  try {
    execFileSync('/bin/mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

let site: TestSite;
let laksa: Installation;

beforeAll(async () => {
  site = await startTestSite();
  laksa = { ...site.laksa, files: localFiles(join(folder, 'files')) };
});

afterAll(async () => {
  await site.close();
  if (hasSmallDisk) execFileSync('/bin/umount', ['--lazy', folder]);
  await rm(folder, { recursive: true, force: true });
});

const picture = (side: number): Promise<Buffer> =>
  sharp(randomBytes(side * side * 3), { raw: { width: side, height: side, channels: 3 } })
    .png({ compressionLevel: 0 })
    .toBuffer();

const take = async (content: Buffer) => {
  const about = { field: 'photos', purpose: 'report', network: '203.0.113.5' } as const;
  const { stageUnder, form } = await readWithPhotos(laksa, site.cities[0].id, about, async (takeFile) => {
    const taken = await takeFile({ field: 'photos', name: 'jalan.png', content: Readable.from([content]) });
    return { taken };
  });
  const staged = await stageUnder(formStage(laksa.keyring, site.cities[0].id, randomUUID()));
  return { form, ...staged };
};

// Needs root, which mounts the disk.
describe.skipIf(!hasSmallDisk)('a disk that is full', () => {
  it('takes no picture that does not fit, leaves nothing of it, and takes the next that does', async () => {
    const large = await take(await picture(900));
    expect(large.refused).toEqual([{ name: 'jalan.png', problem: 'no_room' }]);
    expect(await laksa.files.freeShare()).toBeGreaterThan(0.9);
    const small = await take(await picture(100));
    expect(small.refused).toEqual([]);
  });

  it('takes the report all the same', async () => {
    await take(await picture(900));
    const filed = await fileOnce(laksa, site.cities[0], { ...sampleFiling(), nonce: randomUUID() });
    expect(filed.ok).toBe(true);
  });
});
