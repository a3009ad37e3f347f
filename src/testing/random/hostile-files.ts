import fc from 'fast-check';

import { hostileText } from './hostile.ts';

export type HostileFile = {
  readonly field: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
};

const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** A picture, parts of one, what pretends to be one, lists, archives, programs, and nothing at all. */
const contents: readonly Buffer[] = [
  Buffer.alloc(0),
  pixel,
  pixel.subarray(0, 40),
  Buffer.concat([pixel.subarray(0, 16), Buffer.from('7fffffff7fffffff', 'hex'), pixel.subarray(24)]),
  Buffer.from('ffd8ffe000104a4649460001', 'hex'),
  Buffer.from('GIF89a\xff\xff\xff\xff', 'latin1'),
  Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script><image href="file:///etc/passwd"/></svg>',
  ),
  Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'),
  Buffer.from('II*\0\xff\xff\xff\xff', 'latin1'),
  Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog/OpenAction<</S/JavaScript>>>>'),
  Buffer.from('504b0304', 'hex'),
  Buffer.from('nama;jabatan;email\n=cmd|/c calc;@a;"'),
  Buffer.from('jabatan;nama;email;mulai\nKepala;\u202eSiti\0;siti@contoh.id,x@y.id;9999-99-99\n'),
  Buffer.from('\xff\xfe\x00\xd8', 'latin1'),
  Buffer.alloc(300_000, 'a'),
];

const types = [
  'image/jpeg',
  'image/png',
  'text/csv',
  'application/octet-stream',
  'text/html',
  '',
  'a/b; charset="',
  '*/*',
] as const;

const names = [
  'foto.jpg',
  '../../../../etc/passwd',
  '..\\..\\a.jpg',
  'C:\\a.jpg',
  '.',
  '',
  'a.jpg\0.php',
  'con.jpg',
  `${'x'.repeat(5_000)}.jpg`,
] as const;

/** Files under the names that a form has, and now and then under one that it has not. */
export const hostileFiles = (fields: readonly string[]): fc.Arbitrary<readonly HostileFile[]> =>
  fc.array(
    fc.record({
      field: fc.oneof(
        { weight: 5, arbitrary: fc.constantFrom(...fields, 'photos') },
        { weight: 1, arbitrary: hostileText() },
      ),
      name: fc.oneof(fc.constantFrom(...names), hostileText()),
      type: fc.constantFrom(...types),
      bytes: fc.oneof(
        fc.constantFrom(...contents),
        fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes)),
      ),
    }),
    { maxLength: 4 },
  );

const boundary = 'a-line-that-nobody-types';

export const multipartType = `multipart/form-data; boundary=${boundary}`;

/** As it goes over the wire. Names are written as browsers write them; `isRaw`: as nobody does, so that a name can end its line. */
export const multipartOf = (
  fields: readonly (readonly [string, string])[],
  files: readonly HostileFile[],
  isRaw: boolean,
): Buffer => {
  const written = (word: string): string =>
    isRaw ? word : word.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const head = (lines: readonly string[]): Buffer => Buffer.from([`--${boundary}`, ...lines, '', ''].join('\r\n'));
  return Buffer.concat([
    ...fields.flatMap(([name, value]) => [
      head([`Content-Disposition: form-data; name="${written(name)}"`]),
      Buffer.from(`${value}\r\n`),
    ]),
    ...files.flatMap(({ field, name, type, bytes }) => [
      head([
        `Content-Disposition: form-data; name="${written(field)}"; filename="${written(name)}"`,
        `Content-Type: ${type}`,
      ]),
      bytes,
      Buffer.from('\r\n'),
    ]),
    Buffer.from(`--${boundary}--\r\n`),
  ]);
};
