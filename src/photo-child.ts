import { createWriteStream } from 'node:fs';
import { buffer } from 'node:stream/consumers';

import sharp from 'sharp';

import { answerLine, writeFrame } from './adapters/pictures/frame.ts';
import { workOnPicture } from './adapters/pictures/work-on-picture.ts';
import { readBox } from './domain/blur-box.ts';

/**
 * A process for one picture: its bytes come in, what was made of it goes out, on a line of its own: a decoder of HEIC talks to the standard output.
 * Whatever a picture does to a decoder happens here. Its arguments are the boxes that nobody shall recognise.
 */
sharp.cache(false);
sharp.concurrency(1);
const boxes = process.argv.slice(2).map((text) => {
  const box = readBox(text);
  if (box === null) throw new Error('no box of a picture');
  return box;
});
createWriteStream('', { fd: answerLine }).end(writeFrame(await workOnPicture(await buffer(process.stdin), boxes)));
