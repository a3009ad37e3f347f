import sharp from 'sharp';

import type { BlurBox } from '../../domain/blur-box.ts';

/** Pixels one after another, eight bits a channel. */
export type PixelData = {
  readonly data: Buffer;
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 2 | 3 | 4;
};

/** What is left of a box along its longer side: so few points of colour that no face and no number plate can be made of them again. */
const pointsLeft = 4;
const whole = 1000;

/** A copy of the picture in which each box is a few points of its own colours, drawn soft. The pixels that were there are in it nowhere any more. */
export const blurBoxes = async (picture: PixelData, boxes: readonly BlurBox[]): Promise<PixelData> => {
  if (boxes.length === 0) return picture;
  const blurred = await opaque(picture);
  for (const box of boxes) await blurOne(blurred, box);
  return blurred;
};

/** Seen through, a box would show what lies in the file behind it. */
const opaque = async ({ data, ...raw }: PixelData): Promise<PixelData> => {
  const { data: filled, info } = await sharp(data, { raw })
    .flatten({ background: 'white' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data: filled, width: info.width, height: info.height, channels: info.channels };
};

/** Writes over the pixels of the picture. */
const blurOne = async ({ data, ...raw }: PixelData, box: BlurBox): Promise<void> => {
  const place = placeOf(raw, box);
  const few = await sharp(data, { raw })
    .extract(place)
    .resize({ ...pointsOf(place), fit: 'fill', kernel: 'linear' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = few.info;
  const patch = await sharp(few.data, { raw: { width, height, channels } })
    .resize({ width: place.width, height: place.height, fit: 'fill', kernel: 'cubic' })
    .raw()
    .toBuffer();
  const rowBytes = place.width * raw.channels;
  for (let row = 0; row < place.height; row += 1)
    patch.copy(data, ((place.top + row) * raw.width + place.left) * raw.channels, row * rowBytes, (row + 1) * rowBytes);
};

/** To whole pixels outwards: what a box touches is in it. */
const placeOf = (raw: Pick<PixelData, 'width' | 'height'>, { x, y, width, height }: BlurBox) => {
  const left = Math.min(raw.width - 1, Math.floor((x * raw.width) / whole));
  const top = Math.min(raw.height - 1, Math.floor((y * raw.height) / whole));
  return {
    left,
    top,
    width: Math.max(1, Math.min(raw.width, Math.ceil(((x + width) * raw.width) / whole)) - left),
    height: Math.max(1, Math.min(raw.height, Math.ceil(((y + height) * raw.height) / whole)) - top),
  };
};

const pointsOf = ({ width, height }: { readonly width: number; readonly height: number }) => {
  const share = pointsLeft / Math.max(width, height);
  return { width: Math.max(1, Math.round(width * share)), height: Math.max(1, Math.round(height * share)) };
};
