import { createWriteStream } from 'node:fs';
import { buffer } from 'node:stream/consumers';

import sharp from 'sharp';

import { answerLine, writeFrame } from './adapters/pictures/frame.ts';
import { workOnPicture } from './adapters/pictures/work-on-picture.ts';

/**
 * A process for one picture: its bytes come in, what was made of it goes out, on a line of its own: a decoder of HEIC talks to the standard output.
 * Whatever a picture does to a decoder happens here.
 */
sharp.cache(false);
sharp.concurrency(1);
createWriteStream('', { fd: answerLine }).end(writeFrame(await workOnPicture(await buffer(process.stdin))));
