import encodeQR from 'qr';

/** A QR code as the path of its dark squares, in units of one square; `size` is a side, the quiet border of four squares included. */
export type QrPath = { readonly size: number; readonly path: string };

const border = 4; // ISO/IEC 18004, 5.3.8

export const qrPath = (words: string): QrPath => {
  const rows = encodeQR(words, 'raw', { ecc: 'low', border });
  const path = rows.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return { size: rows.length, path };
};
