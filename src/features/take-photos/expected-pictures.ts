import type { PhotoProblem } from '../../domain/photo.ts';

/** What becomes of a picture: it is shown, or it is refused and why. */
export type ExpectedPicture = {
  readonly file: string;
  readonly refused?: PhotoProblem;
  /** Upright, in pixels, at most 2048 on the long side; where it matters. */
  readonly size?: readonly [width: number, height: number];
  /** Where it says it was taken; null: it must not be taken to say anything. */
  readonly place?: readonly [latitude: number, longitude: number] | null;
  readonly takenAt?: string | null;
};

/**
 * Written from the names of the files, what is said of their origin, and what another decoder made of them, before any of them was sent. Accepted: whatever
 * is JPEG (an MPO is one), PNG, WebP, HEIC or AVIF and can be decoded to its end. GIF, BMP, TIFF, SVG and PDF are not among them, whatever their name.
 */
export const expectedPictures: readonly ExpectedPicture[] = [
  ...accepted('phone', [
    { file: 'htc_desire_gps.webp', size: [776, 909] },
    { file: 'iphone4_gps.jpg', place: [41.853, 12.4888] },
    { file: 'iphone5_gps_rotate180.jpg', place: [47.6272, -122.3373] },
    { file: 'iphone6_gps.jpg', place: [51.7624, -0.3179], size: [2048, 1536] },
    { file: 'oppo_r7plus_gps_13mp.jpg', size: [1536, 2048] },
    { file: 'samsung_j3_rotate90.jpg' },
  ]),
  ...accepted('heic', [
    { file: 'iphone11pro_gps_exif_at_eof.heic', size: [1536, 2048] },
    { file: 'iphone_IMG_5195.HEIC', place: [39.0513, -94.2888] },
    { file: 'samsung_s10plus_rotate90.heic', size: [1536, 2048], place: null },
  ]),
  ...eight((turn) => ({ file: `orientation/landscape_${turn}.jpg`, size: [480, 320] })),
  ...eight((turn) => ({ file: `orientation/portrait_${turn}.jpg`, size: [320, 480] })),
  ...accepted('generated/formats', [
    ...eight((turn) => ({ file: `orientasi_${turn}.jpg`, size: [300, 200] as const })),
    ...['16bit.png', '1x1.png', 'alpha.png', 'animasi.png', 'animasi.webp', 'cmyk.jpg', 'foto.avif', 'foto.mpo'].map(
      named,
    ),
    ...['grayscale.jpg', 'palette.png', 'pita_20x8000.jpg', 'pita_8000x20.jpg', 'progressive.jpg'].map(named),
    { file: '54mp_polos.jpg', size: [2048, 1365] },
  ]),
  ...refused('generated/formats', 'not_a_picture', ['animasi.gif', 'foto.bmp', 'foto.tiff']),
  ...accepted('generated/gps', [
    { file: '367101_tangerang.jpg', place: [-6.189615, 106.641486] },
    { file: '367102_jatiuwung.jpg', place: [-6.198725, 106.571724] },
    { file: '367103_batuceper.jpg', place: [-6.164655, 106.679441] },
    { file: '367104_benda.jpg', place: [-6.125725, 106.66107] },
    { file: '367105_cipondoh.jpg', place: [-6.183005, 106.686496] },
    { file: '367106_ciledug.jpg', place: [-6.240145, 106.702869] },
    { file: '367107_karawaci.jpg', place: [-6.18271, 106.617843] },
    { file: '367108_periuk.jpg', place: [-6.168975, 106.592411] },
    { file: '367109_cibodas.jpg', place: [-6.203625, 106.602554] },
    { file: '367110_neglasari.jpg', place: [-6.13662, 106.622426] },
    { file: '367111_pinang.jpg', place: [-6.213525, 106.671537] },
    { file: '367112_karang_tengah.jpg', place: [-6.209815, 106.707774] },
    { file: '367113_larangan.jpg', place: [-6.23812, 106.733133] },
    { file: 'exif_gps.png', place: [-6.1783, 106.6319] },
    { file: 'exif_gps.webp', place: [-6.1783, 106.6319] },
    { file: 'hemisfer_salah_utara.jpg', place: [6.1783, 106.6319] },
    { file: 'luar_kota_monas_jakarta.jpg', place: [-6.1754, 106.8272] },
    { file: 'luar_negeri_paris.jpg', place: [48.8584, 2.2945] },
    { file: 'null_island_0_0.jpg', place: null },
    { file: 'perbatasan_tangsel.jpg', place: [-6.2595, 106.73] },
    { file: 'tanggal_masa_depan.jpg', place: [-6.1783, 106.6319] },
    { file: 'tanpa_exif.jpg', place: null, takenAt: null },
    { file: 'xmp_gps_saja.jpg' },
  ]),
  ...accepted(
    'pngsuite',
    (
      'basi2c16 basi6a16 basn0g01 basn0g02 basn0g04 basn0g08 basn0g16 basn2c08 basn2c16 basn3p01 basn3p02 basn3p04 basn3p08 basn4a08 ' +
      'basn4a16 basn6a08 basn6a16 cten0g04 ctzn0g04 exif2c08 tbbn2c16'
    )
      .split(' ')
      .map((name) => named(`${name}.png`)),
  ),
  // Of the suite's broken ones: wrong header fields, checksums and a picture that is missing, then those that do not begin as a PNG does.
  ...refused(
    'pngsuite',
    'broken',
    'xc1n0g08 xc9n2c08 xcsn0g01 xd0n2c08 xd3n2c08 xd9n2c08 xdtn0g01 xhdn0g08'.split(' ').map((name) => `${name}.png`),
  ),
  ...refused(
    'pngsuite',
    'not_a_picture',
    'xcrn0g04 xlfn0g04 xs1n0g01 xs2n0g01 xs4n0g01 xs7n0g01'.split(' ').map((name) => `${name}.png`),
  ),
  ...accepted(
    'generated/hostile',
    [
      'jpeg_bernama.png',
      'jpeg_ekor_html.jpg',
      'jpeg_exif_teks_skrip.jpg',
      'jpeg_komentar_html.jpg',
      'png_bernama.jpg',
      'png_tEXt_skrip.png',
      'png_zTXt_bom_60MB.png',
      'poliglot_jpeg_zip.jpg',
      'poliglot_pdf_jpeg.jpg',
    ].map(named),
  ),
  ...refused('generated/hostile', 'not_a_picture', [
    'acak_4k.jpg',
    'gif_dimensi_palsu_65535.gif',
    'html.jpg',
    'pdf.jpg',
    'poliglot_gif_js.gif',
    'skrip.svg',
    'teks.jpg',
    'xxe.svg',
  ]),
  // Two bytes tell nothing of what follows.
  ...refused('generated/hostile', 'not_a_picture', ['hanya_SOI.jpg']),
  ...refused('generated/hostile', 'empty', ['nol_byte.jpg']),
  ...refused('generated/hostile', 'too_big_in_pixels', [
    'bom_png_12000x12000_rgb8.png',
    'bom_png_20000x20000_1bit.png',
    'jpeg_dimensi_palsu_65500.jpg',
  ]),
  ...refused('generated/hostile', 'broken', [
    'crc_salah.png',
    'png_dimensi_palsu_2147483647.png',
    'terpotong.heic',
    'terpotong.png',
    'terpotong_200byte.jpg',
    'terpotong_50persen.jpg',
  ]),
  ...refused('corrupt', 'broken', [
    'IllegalArgumentException.HeifReader.processBoxes.heif',
    'NegativeArraySizeException.HeifReader.processBoxes.heif',
    'NegativeArraySizeException.ItemInfoBox.init.heif',
    'NullPointerException.HeifPictureHandler.processBox.heif',
    'fuzz_png_01.png',
  ]),
  ...refused('corrupt', 'not_a_picture', [
    'fuzz_bmp_01.bmp',
    ...[1, 2, 3, 4, 5, 6, 7, 8].map((one) => `fuzz_heif_0${one}.heif`),
    ...[1, 2, 3, 4].map((one) => `fuzz_tif_0${one}.tif`),
    ...[1, 2, 3, 4, 5, 6, 7, 8].map((one) => `fuzz_webp_0${one}.webp`),
  ]),
];

function named(file: string): ExpectedPicture {
  return { file };
}

function eight(expect: (turn: number) => ExpectedPicture): readonly ExpectedPicture[] {
  return [1, 2, 3, 4, 5, 6, 7, 8].map(expect);
}

function accepted(folder: string, pictures: readonly ExpectedPicture[]): readonly ExpectedPicture[] {
  return pictures.map((picture) => ({ ...picture, file: `${folder}/${picture.file}` }));
}

function refused(folder: string, problem: PhotoProblem, files: readonly string[]): readonly ExpectedPicture[] {
  return files.map((file) => ({ file: `${folder}/${file}`, refused: problem }));
}
