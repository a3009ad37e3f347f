import type { Sharp, SharpConstructor } from 'sharp';

import { withoutTricks } from '../../domain/shown-text.ts';

/** What a card says; every word of it is public. */
export type CardWords = {
  readonly city: string;
  readonly title: string;
  readonly state: string;
  readonly isDone: boolean;
  /** Number and place. */
  readonly lines: readonly string[];
  /** What must be said of the service itself; none on one that is real. */
  readonly notices: readonly string[];
};

const width = 1200;
const height = 630;
const edge = 64;
const pictureWidth = 440;
/** The band at the bottom runs below everything. */
const foot = 12;
const ink = {
  band: '#0b4a3a',
  paper: '#ffffff',
  text: '#16201c',
  quiet: '#4a5751',
  shade: '#eef2f0',
  done: '#14652f',
  open: '#15507f',
};

/**
 * A PNG of 1200 x 630 points for messages that pass a page's address on, in the fonts of the machine. Null: it has none, and a card without words
 * would be worse than none.
 */
export const drawCard = async (words: CardWords, photo: Buffer | null): Promise<Buffer | null> => {
  const { default: sharp } = await import('sharp'); // 20 MB that a web process needs only once somebody shares something
  const write = writer(sharp);
  if (!(await hasFonts(write))) return null;
  const top = 96 + noticeHeight(words);
  const room = width - 2 * edge - (photo === null ? 0 : pictureWidth);
  const parts = [
    { input: Buffer.from(background(words, top)), left: 0, top: 0 },
    ...(await writeAll(write, words, { room, top })),
    ...(photo === null
      ? []
      : [{ input: await whole(sharp(photo), height - foot - top), left: width - pictureWidth, top }]),
  ];
  return sharp({ create: { width, height, channels: 3, background: ink.paper } })
    .composite(parts)
    .png({ palette: photo === null })
    .toBuffer();
};

const noticeHeight = ({ notices }: Pick<CardWords, 'notices'>): number =>
  notices.length === 0 ? 0 : 16 + 30 * notices.length;

/** The whole of it: what its edges say would be lost by a cut. */
const whole = (photo: Sharp, room: number): Promise<Buffer> =>
  photo.resize(pictureWidth, room, { fit: 'contain', background: ink.shade }).png().toBuffer();

/** No word of anybody stands in it. */
const background = (words: CardWords, top: number): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="${width}" height="96" fill="${ink.band}"/>
    <rect y="96" width="${width}" height="${top - 96}" fill="#f2b01e"/>
    <rect y="${height - foot}" width="${width}" height="${foot}" fill="${ink.band}"/>
    <circle cx="${edge + 14}" cy="${stateTop + 15}" r="11" fill="${words.isDone ? ink.done : 'none'}" stroke="${words.isDone ? ink.done : ink.open}" stroke-width="6"/>
  </svg>`;

const stateTop = 440;

type Line = {
  readonly text: string;
  readonly size: number;
  readonly colour: string;
  readonly isBold?: boolean;
  readonly spacing?: number;
};
type Written = { readonly input: Buffer; readonly width: number; readonly height: number };
type Write = (line: Line, room: number, highest?: number) => Promise<Written>;

const writeAll = async (
  write: Write,
  { city, title, state, isDone, lines, notices }: CardWords,
  { room, top }: { readonly room: number; readonly top: number },
) => {
  const at = async (left: number, from: number, line: Line, highest?: number) => ({
    input: (await write(line, left === edge && from > top ? room : width - 2 * edge, highest)).input,
    left,
    top: from,
  });
  return Promise.all([
    at(edge, 26, { text: city, size: 36, colour: '#ffffff', isBold: true }, 44),
    ...block(notices).map((text) =>
      at(edge, 106, { text, size: 21, colour: ink.text, spacing: 6 }, noticeHeight({ notices }) - 14),
    ),
    at(edge, top + 36, { text: title, size: 54, colour: ink.text, isBold: true }, stateTop - top - 64),
    at(edge + 44, stateTop, { text: state, size: 36, colour: isDone ? ink.done : ink.open, isBold: true }, 44),
    ...block(lines).map((text) => at(edge, stateTop + 64, { text, size: 32, colour: ink.quiet, spacing: 8 }, 96)),
  ]);
};

/** Set as one: lines that are set each for itself are cut to their letters, and stand at unlike heights. */
const block = (lines: readonly string[]): readonly string[] => (lines.length === 0 ? [] : [lines.join('\n')]);

/** Set by Pango, which breaks the lines; what would be higher than its room is set smaller. The words are escaped: Pango reads marks. */
const writer =
  (sharp: SharpConstructor): Write =>
  async ({ text, size, colour, isBold = false, spacing = 0 }, room, highest) => {
    const marked = `<span foreground="${colour}">${escaped(text)}</span>`;
    const set = {
      text: marked,
      font: `sans ${isBold ? 'bold ' : ''}${size}`,
      width: room,
      rgba: true,
      wrap: 'word-char',
      spacing,
    } as const;
    const { data, info } = await sharp({ text: { ...set, dpi: 72 } })
      .png()
      .toBuffer({ resolveWithObject: true });
    const isLow = highest === undefined || info.height <= highest;
    if (isLow && info.width <= room) return { input: data, width: info.width, height: info.height };
    const fitted = isLow
      ? data
      : await sharp({ text: { ...set, height: highest } })
          .png()
          .toBuffer();
    // Letters that join are not broken everywhere, and may be wider than their room.
    const smaller = await sharp(fitted)
      .resize({
        width: room,
        ...(highest === undefined ? {} : { height: highest }),
        fit: 'inside',
        withoutEnlargement: true,
      })
      .png()
      .toBuffer({ resolveWithObject: true });
    return { input: smaller.data, width: smaller.info.width, height: smaller.info.height };
  };

const escaped = (text: string): string =>
  withoutTricks(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Without fonts every sign is the same box, or nothing at all. */
const hasFonts = async (write: Write): Promise<boolean> => {
  const widthOf = async (text: string): Promise<number> =>
    (await write({ text, size: 20, colour: '#000000' }, 400)).width;
  try {
    return (await widthOf('MMMM')) > (await widthOf('iiii')) + 4;
  } catch {
    return false;
  }
};
