import sharp from 'sharp';

import { exifIn } from '../../domain/exif-place.ts';
import { photoPlace } from '../../domain/photo.ts';
import { mostPixels } from './decode.ts';
import type { PictureFacts } from './frame.ts';

type Told = Pick<PictureFacts, 'latitude' | 'longitude' | 'takenAt'>;

/**
 * Where and when a picture says it was taken; nulls where it does not, or where what it says cannot be read. Of Exif alone: XMP may say the same, in words
 * that a stranger can make take minutes to read.
 */
export const readExif = async (file: Buffer): Promise<Told> => {
  const { exif } = await sharp(file, { limitInputPixels: mostPixels }).metadata();
  const block = exif?.subarray(exif.toString('latin1', 0, 4) === 'Exif' ? 6 : 0);
  const said = block === undefined ? {} : exifIn(new DataView(block.buffer, block.byteOffset, block.length));
  const place = photoPlace(said.latitude, said.longitude);
  return {
    latitude: place?.latitude ?? null,
    longitude: place?.longitude ?? null,
    takenAt: said.takenAt ?? null,
  };
};
