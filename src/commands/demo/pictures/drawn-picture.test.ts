import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { DemoReport } from '../demo-report.ts';
import { demoReports } from '../demo-reports.ts';
import { drawnPicture, isPictureName, pictureNames } from './drawn-picture.ts';

const UPRIGHT: readonly string[] = ['lubang-jalur-motor', 'kabel-menjuntai'];
const BAND = 96;

describe('the pictures of the demonstration', () => {
  it('are drawn for every name that a report uses', () => {
    const named = demoReports.flatMap(namedBy);
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((name) => !isPictureName(name))).toEqual([]);
  });

  it('are all used by a report', () => {
    const named = new Set(demoReports.flatMap(namedBy));
    expect(pictureNames.filter((name) => !named.has(name))).toEqual([]);
  });

  it.each(pictureNames)('%s is a photograph in size and no larger than one', async (name) => {
    const picture = await drawnPicture(name);
    const { format, width, height } = await sharp(picture).metadata();
    const [wide, high] = UPRIGHT.includes(name) ? [1200, 1600] : [1600, 1200];
    expect({ format, width, height }).toEqual({ format: 'jpeg', width: wide, height: high });
    expect(picture.byteLength).toBeLessThan(200_000);
  });

  it('each show something else, even without the name on the band', async () => {
    const seen = await Promise.all(pictureNames.map(async (name) => hashAboveTheBand(await drawnPicture(name))));
    expect(new Set(seen).size).toBe(pictureNames.length);
  });

  it('say on their band that they are an example, in the same strokes each', async () => {
    const bands = await Promise.all(pictureNames.map(async (name) => whiteInTheBand(await drawnPicture(name))));
    expect(Math.min(...bands)).toBeGreaterThan(1_500);
    expect(Math.max(...bands) - Math.min(...bands)).toBeLessThan(100);
  });

  it('are the same however often they are drawn', async () => {
    const [once, again] = await Promise.all([drawnPicture('gang-gelap'), drawnPicture('gang-gelap')]);
    expect(once.equals(again)).toBe(true);
  });

  it('are asked for by their names alone', () => {
    expect(isPictureName('toString')).toBe(false);
    expect(isPictureName('monas')).toBe(false);
  });
});

function namedBy({ pictures = [], steps }: DemoReport): readonly string[] {
  const ofSteps = steps.flatMap((step) => {
    if (step.move === 'verify') return step.publish?.photos ?? [];
    return step.move === 'answer' ? step.proof : [];
  });
  return [...pictures, ...ofSteps];
}

async function hashAboveTheBand(picture: Buffer): Promise<string> {
  const { width, height } = await sharp(picture).metadata();
  const scene = sharp(picture).extract({ left: 0, top: 0, width, height: height - BAND });
  return createHash('sha256')
    .update(await scene.raw().toBuffer())
    .digest('hex');
}

/** How many points of the left end of the band are white: the words "gambar contoh", and nothing behind them. */
async function whiteInTheBand(picture: Buffer): Promise<number> {
  const { height } = await sharp(picture).metadata();
  const words = sharp(picture).extract({ left: 0, top: height - BAND, width: 420, height: BAND });
  const points = await words.greyscale().raw().toBuffer();
  return points.filter((point) => point > 200).length;
}
