import { fileTypeFromBuffer } from 'file-type';

/** As many of the first bytes as a type is told by. */
export const tellingBytes = 4_100;

/** What a file is by how it begins, whatever it is called; null where nothing is known of it. */
export const mediaTypeOf = async (head: Buffer): Promise<string | null> => {
  const found = await fileTypeFromBuffer(head).catch(() => undefined); // of a few broken files it throws
  return found === undefined ? null : (sameAs[found.mime] ?? found.mime);
};

/** Names for what is the same to a decoder: HEIC files that say only HEIF, or hold a burst; an animated PNG begins with its first picture. */
const sameAs: Readonly<Record<string, string>> = {
  'image/heif': 'image/heic',
  'image/heic-sequence': 'image/heic',
  'image/heif-sequence': 'image/heic',
  'image/apng': 'image/png',
};
