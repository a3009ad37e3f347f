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
