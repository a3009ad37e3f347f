import { describe, expect, it } from 'vitest';

import { plainPicture, telephonePicture } from '../features/take-photos/testing/pictures.ts';
import { exifOf } from './exif-place.ts';

const viewOf = (bytes: Buffer): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.length);

describe('what a telephone reads of a picture before it makes it smaller', () => {
  it('is its place and its time', async () => {
    const { latitude = 0, longitude = 0, takenAt } = exifOf(viewOf(await telephonePicture()));
    expect([latitude.toFixed(4), longitude.toFixed(4), takenAt]).toEqual([
      '-6.1898',
      '106.6415',
      '2026-11-21T08:15:00',
    ]);
  });

  it('is nothing of a picture that says nothing, and of what is none', async () => {
    expect(exifOf(viewOf(await plainPicture('red', 'jpeg')))).toEqual({});
    expect(exifOf(viewOf(await plainPicture('red', 'png')))).toEqual({});
    expect(exifOf(viewOf(Buffer.alloc(0)))).toEqual({});
  });

  it('is something or nothing, never a failure, wherever the file is cut or changed', async () => {
    const whole = await telephonePicture();
    for (let length = 0; length < 600; length += 1)
      expect(() => exifOf(viewOf(whole.subarray(0, length)))).not.toThrow();
    for (let at = 0; at < 600; at += 1) {
      const changed = Buffer.from(whole.subarray(0, 800));
      changed[at] = 0xff;
      expect(() => exifOf(viewOf(changed))).not.toThrow();
    }
  });
});
