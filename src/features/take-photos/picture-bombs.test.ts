import { crc32, deflateSync } from 'node:zlib';

import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { formStage } from '../../store/photo-stage.ts';
import { stagedPhotos } from '../../store/staged-photos.ts';
import { startTestSite, type TestSite } from '../../testing/test-site.ts';
import { workOnPicture } from '../../testing/work-on-picture.ts';
import { workOnPhoto } from './jobs.ts';
import { multipartTo } from './testing/multipart.ts';
import { plainPicture } from './testing/pictures.ts';

let site: TestSite;
beforeAll(async () => {
  site = await startTestSite();
});
afterAll(() => site.close());

/** What becomes of it: shown, or why not. */
const posted = async (value: Buffer): Promise<string> => {
  const [city] = site.cities;
  const nonce = crypto.randomUUID();
  const parts = [
    { name: 'nonce', value: nonce },
    { name: 'photo', value, file: 'foto.jpg' },
  ];
  const answer = await site.app.inject(multipartTo(city, '/lapor/foto', parts));
  if (answer.statusCode === 422) return String(answer.json().problem);
  await workOnPhoto({ ...site.laksa, workOnPicture }, { tenantId: city.id, id: answer.json().id });
  const [photo] = await stagedPhotos(site.laksa, formStage(site.laksa.keyring, city.id, nonce));
  return photo?.problem ?? String(photo?.state);
};

const chunk = (name: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(name), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
};

/** Black, one bit a pixel: some kilobytes, whatever it says of its size. */
const blackPng = (width: number, height: number, rows = height): Buffer => {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = 1;
  const pixels = deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * rows));
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))]);
};

/** A good picture that says of itself that it is larger. */
const lyingJpeg = async (): Promise<Buffer> => {
  const bytes = await plainPicture('red', 'jpeg');
  const at = bytes.indexOf(Buffer.from('ffc0', 'hex'));
  bytes.writeUInt16BE(65_500, at + 5);
  bytes.writeUInt16BE(65_500, at + 7);
  return bytes;
};

const lyingHeif = async (brand: 'avif' | 'heic'): Promise<Buffer> => {
  const bytes = await plainPicture('red', 'avif');
  const at = bytes.indexOf('ispe');
  bytes.writeUInt32BE(0x7fff_ffff, at + 8);
  bytes.writeUInt32BE(0x7fff_ffff, at + 12);
  bytes.write(brand, 8);
  return bytes;
};

/** Many small frames, which would be one tall picture if all of them were read. */
const manyFrames = (format: 'webp' | 'gif', frames: number): Promise<Buffer> =>
  sharp(Buffer.alloc(16 * 16 * 3 * frames, 7), {
    raw: { width: 16, height: 16 * frames, channels: 3, pageHeight: 16 },
  })
    .toFormat(format)
    .toBuffer();

const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="99999" height="99999"><image href="file:///etc/passwd"/></svg>`;

const bombs: readonly (readonly [string, () => Buffer | Promise<Buffer>, RegExp])[] = [
  ['a PNG of 400 million pixels in some kilobytes', () => blackPng(20_000, 20_000), /^too_big_in_pixels$/],
  ['a PNG as long as can be said', () => blackPng(0x7fff_ffff, 0x7fff_ffff, 1), /^(?:broken|too_big_in_pixels)$/],
  ['a PNG as wide as a line of a million', () => blackPng(1_000_000, 59), /^(?:ready|broken|too_)/],
  ['a JPEG that says it is 65,500 wide and high', lyingJpeg, /^too_big_in_pixels$/],
  ['an AVIF that says it is two thousand million wide', () => lyingHeif('avif'), /^(?:broken|too_)/],
  ['the same called HEIC', () => lyingHeif('heic'), /^(?:broken|too_)/],
  ['a WebP of three thousand frames', () => manyFrames('webp', 3_000), /^ready$/],
  ['a GIF of three thousand frames', () => manyFrames('gif', 3_000), /^not_a_picture$/],
  ['a drawing that names a file of the machine', () => Buffer.from(svg), /^not_a_picture$/],
  ['a TIFF', () => sharp(blackPng(64, 64)).tiff().toBuffer(), /^not_a_picture$/],
];

it.each(bombs)(
  '%s harms nobody: it is refused by name, or shown small',
  async (_what, make, becomes) => {
    expect(await posted(await make())).toMatch(becomes);
    expect(await posted(await plainPicture('green', 'jpeg'))).toBe('ready');
  },
  60_000,
);
