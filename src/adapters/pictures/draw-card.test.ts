import sharp from 'sharp';
import { expect, it } from 'vitest';

import { drawCard } from './draw-card.ts';

it.each(['क्ष्म्'.repeat(16), 'W'.repeat(300), 'ﷺ'.repeat(60), 'Lampu mati'])(
  'is drawn whatever its title is: %s',
  async (title) => {
    const words = { city: 'Kota Satu', title, state: 'Proses', isDone: false, lines: ['Nomor 1'], notices: [] };
    const card = await drawCard(words, null);
    // A machine without fonts draws none.
    if (card === null) return;
    expect(await sharp(card).metadata()).toMatchObject({ width: 1200, height: 630 });
  },
);

const white = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#ffffff' } })
    .jpeg()
    .toBuffer();

it('ends with a band over its whole width, also below a picture', async () => {
  const words = { city: 'Kota Satu', title: 'Lampu mati', state: 'Proses', isDone: false, lines: [], notices: [] };
  const card = await drawCard(words, await white(400, 900));
  if (card === null) return;
  const { data, info } = await sharp(card).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const pointAt = (x: number, y: number) => [...data.subarray((y * info.width + x) * info.channels).subarray(0, 3)];
  for (const x of [10, 600, 800, 980, 1190]) expect(pointAt(x, 624), `${x}`).toEqual([11, 74, 58]);
});
