const longSide = 2048;
const quality = 0.85;

/** What is sent instead of a picture, and a small one to show; null: the browser cannot draw it. */
export type Shrunk = { readonly body: Blob; readonly canvas: HTMLCanvasElement | null };

/** Upright and with a long side of 2048; what the browser cannot draw (HEIC on many telephones) goes as it is. */
export const shrink = async (file: File): Promise<Shrunk> => {
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null);
  if (bitmap === null) return { body: file, canvas: null };
  const scale = Math.min(1, longSide / Math.max(bitmap.width, bitmap.height));
  const canvas = drawn(bitmap, Math.round(bitmap.width * scale), Math.round(bitmap.height * scale));
  const smaller = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', quality));
  const thumb = drawn(canvas, Math.round((canvas.width * 120) / canvas.height), 120);
  bitmap.close();
  return { body: smaller !== null && smaller.size < file.size ? smaller : file, canvas: thumb };
};

const drawn = (source: CanvasImageSource, width: number, height: number): HTMLCanvasElement => {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const context = canvas.getContext('2d');
  if (context === null) return canvas;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.drawImage(source, 0, 0, width, height);
  return canvas;
};
