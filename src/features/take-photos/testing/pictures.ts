import sharp from 'sharp';

/** A picture of our own: the left half red, the right half blue, with the time and place of a telephone in it and lying on its side. `zone`: that of its clock. */
export const telephonePicture = (zone?: string): Promise<Buffer> =>
  sharp({ create: { width: 400, height: 300, channels: 3, background: 'blue' } })
    .composite([{ input: { create: { width: 200, height: 300, channels: 3, background: 'red' } }, left: 0, top: 0 }])
    .jpeg()
    .withExif({
      IFD0: { Make: 'Telepon Contoh', Orientation: '6' },
      IFD2: { DateTimeOriginal: '2026:11:21 08:15:00', ...(zone === undefined ? {} : { OffsetTimeOriginal: zone }) },
      IFD3: {
        GPSLatitudeRef: 'S',
        GPSLatitude: '6/1 11/1 2322/100',
        GPSLongitudeRef: 'E',
        GPSLongitude: '106/1 38/1 2935/100',
      },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer();

/** Plain, of a colour, so that each is another. */
export const plainPicture = (background: string, format: 'jpeg' | 'png' | 'webp' | 'avif' = 'png'): Promise<Buffer> =>
  sharp({ create: { width: 64, height: 48, channels: 3, background } })
    .toFormat(format)
    .toBuffer();
