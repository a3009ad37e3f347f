import sharp, { type Sharp } from 'sharp';

import type { PhotoMediaType, UnreadableProblem } from '../../domain/photo.ts';

/**
 * The most pixels of a picture. 60 million let the largest of ordinary telephones pass; a decoder that is told of more stops before it takes any memory.
 * HEIC is decoded whole: 12 million pixels took 397 MB, so what is above is stopped by the memory it needs.
 */
export const mostPixels = 60e6;

/** A picture that cannot be read, and why. */
export class Unreadable extends Error {
  readonly problem: UnreadableProblem;
  constructor(problem: UnreadableProblem, cause?: unknown) {
    super(problem, { cause });
    this.problem = problem;
  }
}

/** The first picture of a file, the right way up. */
export const uprightPicture = (file: Buffer, mediaType: PhotoMediaType): Promise<Sharp> | Sharp =>
  mediaType === 'image/heic'
    ? heicPicture(file)
    : sharp(file, { failOn: 'error', limitInputPixels: mostPixels, sequentialRead: true, pages: 1 }).autoOrient();

/** sharp reads AVIF and not HEIC, whose codec is patented; libheif in WebAssembly does, and turns the picture as its file says. */
const heicPicture = async (file: Buffer): Promise<Sharp> => {
  const { default: libheif } = await import('libheif-js/wasm-bundle.js');
  const images = new libheif.HeifDecoder().decode(file);
  const image = images.find((one) => one.is_primary()) ?? images[0];
  if (image === undefined) throw new Unreadable('broken');
  const [width, height] = [image.get_width(), image.get_height()];
  if (width * height > mostPixels) throw new Unreadable('too_big_in_pixels');
  const pixels = { data: new Uint8ClampedArray(width * height * 4), width, height };
  await new Promise<void>((resolve, reject) =>
    image.display(pixels, (shown) => (shown === null ? reject(new Unreadable('broken')) : resolve())),
  );
  return sharp(Buffer.from(pixels.data.buffer), { raw: { width, height, channels: 4 } });
};
