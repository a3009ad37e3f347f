import { crc32 } from 'node:zlib';

import { describe, expect, it } from 'vitest';

import { plainPicture, telephonePicture } from '../../features/take-photos/testing/pictures.ts';
import { readExif } from './exif.ts';

/** A chunk of a PNG: its length, its kind, what it holds, and the sum of both. */
const chunk = (kind: string, content: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(kind, 'latin1'), content]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(content.length, 0);
  ends.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([ends.subarray(0, 4), named, ends.subarray(4)]);
};

const headBytes = 33;

/** A small PNG with this text where XMP stands, right after its header. */
const withXmp = async (xmp: string): Promise<Buffer> => {
  const png = await plainPicture('teal');
  const text = chunk('iTXt', Buffer.concat([Buffer.from('XML:com.adobe.xmp\0\0\0\0\0', 'latin1'), Buffer.from(xmp)]));
  return Buffer.concat([png.subarray(0, headBytes), text, png.subarray(headBytes)]);
};

/** A directory of Exif with as many entries as it can count, all of one tag that leads to nothing. */
const withCrowdedExif = async (): Promise<Buffer> => {
  const png = await plainPicture('teal');
  const count = 65_535;
  const block = Buffer.alloc(8 + 2 + count * 12 + 4);
  block.write('MM\0*', 0, 'latin1');
  block.writeUInt32BE(8, 4);
  block.writeUInt16BE(count, 8);
  for (let index = 0; index < count; index += 1) {
    const at = 10 + index * 12;
    block.writeUInt16BE(0x010f, at);
    block.writeUInt16BE(5, at + 2);
    block.writeUInt32BE(90_000, at + 4);
    block.writeUInt32BE(8, at + 8);
  }
  return Buffer.concat([png.subarray(0, headBytes), chunk('eXIf', block), png.subarray(headBytes)]);
};

const nothing = { latitude: null, longitude: null, takenAt: null };

describe('what a picture says of where and when it was taken', () => {
  it('is read with the zone its camera wrote', async () => {
    const { latitude, longitude, takenAt } = await readExif(await telephonePicture('+07:00'));
    expect([latitude?.toFixed(4), longitude?.toFixed(4), takenAt]).toEqual([
      '-6.1898',
      '106.6415',
      '2026-11-21T08:15:00+07:00',
    ]);
  });

  it.each([
    ['one long name', `<rdf:Description f="${'a'.repeat(300_000)}"/>`],
    ['tags that never end', '<a:b>'.repeat(60_000)],
    ['names within names', '<rdf:li>'.repeat(40_000)],
  ])('is not looked for in XMP, which takes minutes to read: %s', async (_, xmp) => {
    const picture = await withXmp(xmp);
    const begun = performance.now();
    expect(await readExif(picture)).toEqual(nothing);
    expect(performance.now() - begun).toBeLessThan(1_000);
  });

  it('is read at once of a block that leads to the same place thousands of times', async () => {
    const picture = await withCrowdedExif();
    const begun = performance.now();
    expect(await readExif(picture)).toEqual(nothing);
    expect(performance.now() - begun).toBeLessThan(1_000);
  });
});
