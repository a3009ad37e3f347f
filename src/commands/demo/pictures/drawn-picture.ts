import { bridgeScenes } from './bridge-scenes.ts';
import { indoorScenes } from './indoor-scenes.ts';
import { nightScenes } from './night-scenes.ts';
import { parkScenes } from './park-scenes.ts';
import { roadScenes } from './road-scenes.ts';
import type { Scene } from './scene.ts';
import { band } from './shapes.ts';
import { streetScenes } from './street-scenes.ts';
import { drawing } from './svg.ts';
import { wasteScenes } from './waste-scenes.ts';
import { waterScenes } from './water-scenes.ts';

const scenes = {
  ...roadScenes,
  ...nightScenes,
  ...bridgeScenes,
  ...waterScenes,
  ...wasteScenes,
  ...streetScenes,
  ...parkScenes,
  ...indoorScenes,
} as const;

export type PictureName = keyof typeof scenes;

export const pictureNames: readonly PictureName[] = Object.keys(scenes).filter(isPictureName);

/** Reports name their pictures by plain words; these are the ones that can be drawn. */
export function isPictureName(name: string): name is PictureName {
  return Object.hasOwn(scenes, name);
}

/**
 * A picture of the demonstration as a JPEG of 1600 x 1200 or 1200 x 1600, as a telephone would send it. It shows no place
 * and nobody, and says so on its band.
 */
export async function drawnPicture(name: PictureName): Promise<Buffer> {
  // Asked for when the first picture is: what never makes a demonstration does not carry the library in memory.
  const { default: sharp } = await import('sharp');
  return sharp(Buffer.from(pictureOf(name)))
    .jpeg({ quality: 80 })
    .toBuffer();
}

function pictureOf(name: PictureName): string {
  const { canvas, paint }: Scene = scenes[name];
  return drawing(canvas, [...paint(canvas), ...band(canvas, name)]);
}
