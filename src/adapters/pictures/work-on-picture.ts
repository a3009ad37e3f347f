import sharp from 'sharp';

import {
  photoFormats,
  photoMediaTypes,
  photoSizes,
  type PhotoFormat,
  type PhotoMediaType,
  type PhotoSize,
} from '../../domain/photo.ts';
import type { BlurBox } from '../../domain/blur-box.ts';
import { mediaTypeOf, tellingBytes } from '../../platform/pictures/media-type.ts';
import { blurBoxes, type PixelData } from './blur-boxes.ts';
import { Unreadable, uprightPicture } from './decode.ts';
import { readExif } from './exif.ts';
import type { MadePicture, WorkedPicture } from './frame.ts';

/**
 * Everything that is done to a picture: place and time are read, then it is turned upright and made anew from its pixels alone, in all sizes, with
 * nothing left of what is in the boxes.
 */
export const workOnPicture = async (file: Buffer, boxes: readonly BlurBox[] = []): Promise<WorkedPicture> => {
  try {
    return await work(file, await typeOf(file), boxes);
  } catch (error) {
    return { ok: false, problem: error instanceof Unreadable ? error.problem : problemOf(error) };
  }
};

/** Told before any decoder sees it: SVG, PDF, TIFF and whatever else a library could open is nobody's photograph. */
const typeOf = async (file: Buffer): Promise<PhotoMediaType> => {
  const mediaType = await mediaTypeOf(file.subarray(0, tellingBytes));
  const known = photoMediaTypes.find((one) => one === mediaType);
  if (known === undefined) throw new Unreadable('not_a_picture');
  return known;
};

const work = async (file: Buffer, mediaType: PhotoMediaType, boxes: readonly BlurBox[]): Promise<WorkedPicture> => {
  const picture = await uprightPicture(file, mediaType);
  const told = await readExif(file).catch(() => ({ latitude: null, longitude: null, takenAt: null }));
  const largest = Math.max(...photoSizes);
  const { data, info } = await picture
    .resize(largest, largest, { fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  const pixels = await blurBoxes({ data, width: info.width, height: info.height, channels: info.channels }, boxes);
  return {
    ok: true,
    facts: { width: info.width, height: info.height, perceptualHash: await perceptualHash(pixels), ...told },
    pictures: await Promise.all(photoSizes.flatMap((size) => photoFormats.map((format) => made(pixels, size, format)))),
  };
};

const again = ({ data, width, height, channels }: PixelData) => sharp(data, { raw: { width, height, channels } });

const made = async (pixels: PixelData, size: PhotoSize, format: PhotoFormat): Promise<MadePicture> => {
  const resized = again(pixels).resize(size, size, { fit: 'inside', withoutEnlargement: true });
  const bytes =
    format === 'webp'
      ? await resized.webp({ quality: 78, effort: 3 }).toBuffer()
      : await resized.flatten({ background: 'white' }).jpeg({ quality: 82, progressive: true }).toBuffer();
  return { name: `${size}.${format}`, bytes };
};

/** dHash: whether each of 8 x 8 points is brighter than the one to its right. Two copies of a picture differ in a few bits, whatever their size. */
const perceptualHash = async (pixels: PixelData): Promise<string> => {
  const grey = await again(pixels)
    .flatten({ background: 'white' })
    .resize(9, 8, { fit: 'fill' })
    .greyscale()
    .raw()
    .toBuffer();
  let hash = 0n;
  for (let row = 0; row < 8; row += 1)
    for (let column = 0; column < 8; column += 1) {
      const at = row * 9 + column;
      hash = (hash << 1n) | ((grey[at] ?? 0) > (grey[at + 1] ?? 0) ? 1n : 0n);
    }
  return hash.toString(16).padStart(16, '0');
};

/** A decoder's own words; whatever it says, the file is not a picture that can be shown. */
const problemOf = (error: unknown): 'too_big_in_pixels' | 'broken' =>
  error instanceof Error && error.message.includes('pixel limit') ? 'too_big_in_pixels' : 'broken';
