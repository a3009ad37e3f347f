import exifr from 'exifr';
import sharp from 'sharp';

import { photoPlace } from '../../domain/photo.ts';
import { mostPixels } from './decode.ts';
import type { PictureFacts } from './frame.ts';

type Told = Pick<PictureFacts, 'latitude' | 'longitude' | 'takenAt'>;

const wanted = {
  tiff: true,
  exif: { pick: ['DateTimeOriginal', 'OffsetTimeOriginal'] },
  gps: true,
  xmp: true,
  reviveValues: false,
  makerNote: false,
};

/** Where and when a picture says it was taken; nulls where it does not, or where what it says cannot be read. */
export const readExif = async (file: Buffer): Promise<Told> => {
  const tags = (await parsed(file)) ?? (await parsed(await exifPart(file))) ?? {};
  const place = photoPlace(tags['latitude'], tags['longitude']);
  return { latitude: place?.latitude ?? null, longitude: place?.longitude ?? null, takenAt: takenAt(tags) };
};

type Tags = Readonly<Record<string, unknown>>;

/** A metadata block that is broken is no reason to refuse the picture. */
const parsed = async (bytes: Buffer | undefined): Promise<Tags | undefined> => {
  if (bytes === undefined) return undefined;
  const tags: unknown = await exifr.parse(bytes, wanted).catch(() => undefined);
  return typeof tags === 'object' && tags !== null ? { ...tags } : undefined;
};

/** exifr knows no WebP; sharp cuts the block out of it. */
const exifPart = async (file: Buffer): Promise<Buffer | undefined> => {
  const { exif } = await sharp(file, { limitInputPixels: mostPixels }).metadata();
  return exif?.subarray(exif.toString('latin1', 0, 4) === 'Exif' ? 6 : 0);
};

const takenAt = (tags: Tags): string | null => {
  const written = /^(\d{4}):(\d{2}):(\d{2}) (\d{2}:\d{2}:\d{2})/.exec(String(tags['DateTimeOriginal'] ?? ''));
  if (written === null) return null;
  const zone = /^[+-]\d{2}:\d{2}$/.exec(String(tags['OffsetTimeOriginal'] ?? ''))?.[0] ?? '';
  const moment = `${written[1]}-${written[2]}-${written[3]}T${written[4]}`;
  return Number.isNaN(Date.parse(`${moment}Z`)) ? null : `${moment}${zone}`;
};
