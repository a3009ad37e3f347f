import { execFileSync } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { photoFormats, photoSizes, type PhotoProblem } from '../../domain/photo.ts';
import { formStage } from '../../store/photo-stage.ts';
import { stagedPhotos, type StagedPhoto } from '../../store/staged-photos.ts';
import { startTestSite, type TestSite } from '../../testing/test-site.ts';
import { workOnPicture } from '../../testing/work-on-picture.ts';
import { expectedPictures, type ExpectedPicture } from './expected-pictures.ts';
import { workOnPhoto } from './jobs.ts';
import { multipartTo } from './testing/multipart.ts';

/** Pictures of all kinds, which are no part of this repository. */
const data = fileURLToPath(new URL('../../../../shared/data/images/', import.meta.url));
const isHere = existsSync(data);
const hasExiftool = (() => {
  try {
    return execFileSync('exiftool', ['-ver']).length > 0;
  } catch {
    return false;
  }
})();

let site: TestSite;
let scratch: string;
beforeAll(async () => {
  site = await startTestSite();
  scratch = await mkdtemp(join(tmpdir(), 'laksa-pictures-'));
});
afterAll(async () => {
  await rm(scratch, { recursive: true, force: true });
  await site.close();
});

type Became = { readonly problem: PhotoProblem } | { readonly photo: StagedPhoto };

/** Sent as a telephone sends it, worked on as the worker does. */
const posted = async (file: string): Promise<Became> => {
  const [city] = site.cities;
  const nonce = crypto.randomUUID();
  const value = await readFile(join(data, file));
  const parts = [
    { name: 'nonce', value: nonce },
    { name: 'photo', value, file: 'foto.jpg' },
  ];
  const answer = await site.app.inject(multipartTo(city, '/lapor/foto', parts));
  if (answer.statusCode === 422) return { problem: answer.json().problem };
  await workOnPhoto({ ...site.laksa, workOnPicture }, { tenantId: city.id, id: answer.json().id });
  const [photo] = await stagedPhotos(site.laksa, formStage(site.laksa.keyring, city.id, nonce));
  if (photo === undefined) throw new Error(`${file} is neither taken nor refused`);
  return photo.problem === null ? { photo } : { problem: photo.problem };
};

const sizeFile = async (id: string, name: `${(typeof photoSizes)[number]}.${(typeof photoFormats)[number]}`) => {
  const stored = await site.laksa.files.read({ tenantId: site.cities[0].id, id, name });
  if (stored === null) throw new Error(`${name} is not there`);
  return buffer(stored.content);
};

const nothingTold = {
  exif: undefined,
  xmp: undefined,
  iptc: undefined,
  icc: undefined,
  orientation: undefined,
  comments: undefined,
};

/** What exiftool finds in a picture that says nothing but how it is to be drawn. */
const ofDrawing = ['Composite', 'ExifTool', 'File', 'RIFF', 'System'];

const expectClean = async (id: string): Promise<void> => {
  const paths: string[] = [];
  for (const size of photoSizes)
    for (const format of photoFormats) {
      const bytes = await sizeFile(id, `${size}.${format}`);
      const metadata = await sharp(bytes).metadata();
      expect(Math.max(metadata.width, metadata.height)).toBeLessThanOrEqual(size);
      expect({ ...nothingTold, ...metadata }).toMatchObject(nothingTold);
      const path = join(scratch, `${size}.${format}`);
      await writeFile(path, bytes);
      paths.push(path);
    }
  if (!hasExiftool) return;
  const told = execFileSync('exiftool', ['-a', '-G1', ...paths], { encoding: 'utf8' });
  const groups = new Set([...told.matchAll(/^\[([^\]]+)\]/gm)].map(([, group = '']) => group));
  expect([...groups].filter((group) => !ofDrawing.includes(group))).toEqual([]);
  expect(told).not.toMatch(/^\[File\] +Comment/m);
};

it('what is shown of a picture is looked through by exiftool too', ({ skip }) => {
  if (!hasExiftool) skip('needs exiftool');
});

const check = async (expected: ExpectedPicture): Promise<void> => {
  const became = await posted(expected.file);
  expect('problem' in became ? became.problem : 'accepted').toBe(expected.refused ?? 'accepted');
  if ('problem' in became) return;
  const { id, details } = became.photo;
  await expectClean(id);
  if (expected.size !== undefined) {
    const { width, height } = await sharp(await sizeFile(id, '2048.jpg')).metadata();
    expect([width, height]).toEqual(expected.size);
  }
  const { place, takenAt } = expected;
  if (place === null) expect([details.latitude, details.longitude]).toEqual([undefined, undefined]);
  if (place != null) {
    expect(details.latitude).toBeCloseTo(place[0], 4);
    expect(details.longitude).toBeCloseTo(place[1], 4);
  }
  if (takenAt !== undefined) expect(details.takenAt ?? null).toBe(takenAt);
};

it('every picture is expected to become something', ({ skip }) => {
  if (!isHere) return skip('needs ../shared/data/images');
  const files = globSync('**/*.*', { cwd: data }).filter((file) => !/\.(md|csv|txt)$/.test(file));
  expect(expectedPictures.map(({ file }) => file).toSorted()).toEqual(files.toSorted());
});

describe('what becomes of a picture that is sent', () => {
  it.for(expectedPictures)('$file', { timeout: 40_000 }, async (expected, { skip }) => {
    if (!isHere) return skip('needs ../shared/data/images');
    await check(expected);
  });
});

it('all eight ways a telephone can be held give one picture', async ({ skip }) => {
  if (!isHere) return skip('needs ../shared/data/images');
  for (const name of ['orientation/landscape', 'orientation/portrait']) {
    const hashes = await Promise.all(
      [1, 3, 6, 8].map(async (turn) => {
        const became = await posted(`${name}_${turn}.jpg`);
        return 'photo' in became ? (became.photo.details.perceptualHash ?? '') : '';
      }),
    );
    for (const hash of hashes) expect(bitsApart(hash, hashes[0] ?? '')).toBeLessThanOrEqual(12);
  }
});

const bitsApart = (one: string, other: string): number =>
  [...(BigInt(`0x${one}`) ^ BigInt(`0x${other}`)).toString(2)].filter((bit) => bit === '1').length;
