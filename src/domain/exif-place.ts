import { isDay } from './calendar.ts';

/** What a picture says of where and when it was taken; `2026-11-21T08:15:00`, with `+07:00` where the camera wrote its zone. */
export type ExifSaid = { readonly latitude?: number; readonly longitude?: number; readonly takenAt?: string };

/**
 * Reads place and time out of the first bytes of a JPEG: small enough for a telephone to load, which makes the picture smaller and loses both. Nothing is
 * said of what cannot be read.
 */
export const exifOf = (bytes: DataView): ExifSaid => {
  const start = readable(() => exifStart(bytes));
  return start === null ? {} : exifIn(new DataView(bytes.buffer, bytes.byteOffset + start, bytes.byteLength - start));
};

/**
 * The same out of the block itself, however the file keeps it. A handful of tags is looked for and nothing else is read: what a block made to do harm
 * leads to costs nothing.
 */
export const exifIn = (block: DataView): ExifSaid => {
  const tags = readable(() => tagsOf(block));
  if (tags === null) return {};
  const latitude = readable(() => tags.degrees(1, 'S'));
  const longitude = readable(() => tags.degrees(3, 'W'));
  const takenAt = readable(() => momentIn(tags.letters(0x9003, 19), readable(() => tags.letters(0x9011, 6)) ?? ''));
  return {
    ...(latitude === null || longitude === null ? {} : { latitude, longitude }),
    ...(takenAt === null ? {} : { takenAt }),
  };
};

/** Null where a pointer leads out of the file. */
const readable = <Value>(read: () => Value | null): Value | null => {
  try {
    return read();
  } catch {
    return null;
  }
};

/** Where the TIFF block begins: after the marker APP1 and `Exif\0\0`. */
const exifStart = (bytes: DataView): number | null => {
  if (bytes.getUint16(0) !== 0xffd8) return null;
  for (let at = 2; at + 10 < bytes.byteLength; at += 2 + bytes.getUint16(at + 2)) {
    const marker = bytes.getUint16(at);
    if (marker === 0xffe1 && bytes.getUint32(at + 4) === 0x45786966) return at + 10;
    if ((marker & 0xff00) !== 0xff00 || marker === 0xffda) return null;
  }
  return null;
};

const tagsOf = (block: DataView) => {
  const isLittle = block.getUint16(0) === 0x4949;
  const short = (at: number): number => block.getUint16(at, isLittle);
  const long = (at: number): number => block.getUint32(at, isLittle);
  /** Where the value of a tag stands in a directory: in its last four bytes, or where they lead. */
  const entryOf = (directory: number | null, tag: number): number | null => {
    if (directory === null) return null;
    for (let index = 0; index < short(directory); index += 1)
      if (short(directory + 2 + index * 12) === tag) return directory + 2 + index * 12 + 8;
    return null;
  };
  const directoryOf = (tag: number): number | null => {
    const entry = entryOf(long(4), tag);
    return entry === null ? null : long(entry);
  };
  const [gps, exif] = [readable(() => directoryOf(0x8825)), readable(() => directoryOf(0x8769))];
  const text = (at: number, length: number): string =>
    String.fromCharCode(...Array.from({ length }, (_, index) => block.getUint8(at + index)));
  const ratio = (at: number): number => long(at) / long(at + 4);
  return {
    /** Of the directory of the camera. */
    letters: (tag: number, length: number): string | null => {
      const entry = entryOf(exif, tag);
      return entry === null ? null : text(long(entry), length);
    },
    /** Of the directory of places: the side is in the tag, the angle in the one after it. */
    degrees: (tag: number, minus: string): number | null => {
      const [side, value] = [entryOf(gps, tag), entryOf(gps, tag + 1)];
      if (side === null || value === null) return null;
      const at = long(value);
      const angle = ratio(at) + ratio(at + 8) / 60 + ratio(at + 16) / 3600;
      if (!Number.isFinite(angle)) return null;
      return text(side, 1) === minus ? -angle : angle;
    },
  };
};

/** `2026:11:21 08:15:00` as it is written elsewhere. Null: no time there is. */
const momentIn = (written: string | null, zone: string): string | null => {
  const [, year, month, date, time] =
    /^(\d{4}):(\d{2}):(\d{2}) ((?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d)$/.exec(written ?? '') ?? [];
  const day = `${year}-${month}-${date}`;
  if (!isDay(day)) return null;
  const moment = `${day}T${time}`;
  return /^[+-]\d{2}:\d{2}$/.test(zone) ? `${moment}${zone}` : moment;
};
