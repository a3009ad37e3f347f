/** What a telephone's JPEG says of where and when it was taken. */
export type ExifSaid = { readonly latitude?: number; readonly longitude?: number; readonly takenAt?: string };

/**
 * Reads place and time out of the first bytes of a JPEG: small enough for a telephone to load, which makes the picture smaller and loses both. Nothing is
 * said of what cannot be read.
 */
export const exifOf = (bytes: DataView): ExifSaid => {
  try {
    const start = exifStart(bytes);
    return start === null ? {} : saidIn(bytes, start);
  } catch {
    return {}; // a pointer leads out of the file
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

const saidIn = (bytes: DataView, start: number): ExifSaid => {
  const isLittle = bytes.getUint16(start) === 0x4949;
  const short = (at: number): number => bytes.getUint16(start + at, isLittle);
  const long = (at: number): number => bytes.getUint32(start + at, isLittle);
  /** Where the value of a tag stands in a directory: in its last four bytes, or where they lead. */
  const entryOf = (directory: number, tag: number): number | null => {
    for (let index = 0; index < short(directory); index += 1)
      if (short(directory + 2 + index * 12) === tag) return directory + 2 + index * 12 + 8;
    return null;
  };
  const directoryOf = (tag: number): number | null => {
    const entry = entryOf(long(4), tag);
    return entry === null ? null : long(entry);
  };
  const letters = (at: number, length: number): string =>
    String.fromCharCode(...Array.from({ length }, (_, index) => bytes.getUint8(start + at + index)));
  const ratio = (at: number): number => long(at) / long(at + 4);
  const degrees = (gps: number, tag: number, minus: string): number => {
    const [side, value] = [entryOf(gps, tag), entryOf(gps, tag + 1)];
    if (side === null || value === null) return Number.NaN;
    const at = long(value);
    return (letters(side, 1) === minus ? -1 : 1) * (ratio(at) + ratio(at + 8) / 60 + ratio(at + 16) / 3600);
  };
  const [gps, exif] = [directoryOf(0x8825), directoryOf(0x8769)];
  const [latitude, longitude] = gps === null ? [Number.NaN, Number.NaN] : [degrees(gps, 1, 'S'), degrees(gps, 3, 'W')];
  const taken = exif === null ? null : entryOf(exif, 0x9003);
  return {
    ...(Number.isNaN(latitude + longitude) ? {} : { latitude, longitude }),
    ...(taken === null ? {} : { takenAt: momentIn(letters(long(taken), 19)) }),
  };
};

/** `2026:11:21 08:15:00` as it is written elsewhere. */
const momentIn = (written: string): string => written.replace(/^(\d+):(\d+):(\d+) /, '$1-$2-$3T');
