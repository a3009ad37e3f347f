import fc from 'fast-check';
import { expect, it } from 'vitest';

import { renderAtom } from './atom.ts';

const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string(),
  fc.constantFrom(']]>', 'a ]]> b', '<![CDATA[', '\uffff', '\ufffe', '\ud800', '\u0000', '&#0;', '</title>', '<!--'),
);

const feedOf = (text: string): string =>
  renderAtom({
    url: 'https://satu.example/umpan.atom',
    page: 'https://satu.example/laporan',
    title: text,
    notices: [text],
    author: text,
    language: 'id',
    since: new Date(0),
    entries: [
      {
        url: 'https://satu.example/laporan/1',
        title: text,
        published: new Date(0),
        updated: new Date(0),
        category: text,
        summary: text,
      },
    ],
  });

/** XML 1.0, 2.2: tab, line feed, carriage return, and everything else but controls, halves of pairs and the last two of the plane. */
const noSign = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

/** Outside of marks: no bracket that ends a section, no ampersand that begins nothing. */
const marks = /<[/?]?[a-z][^<>]*>/g;

it('is well-formed whatever stands in it', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const feed = feedOf(text);
      expect(feed).not.toMatch(noSign);
      const texts = feed.replaceAll(marks, ' ');
      expect(texts).not.toMatch(/<|]]>/);
      expect(feed).not.toMatch(/&(?!(?:amp|lt|gt|quot|#39);)/);
    }),
    { numRuns: 500 },
  );
});

it('keeps what people write', () => {
  expect(feedOf('Jalan "A" & B <rusak> ]]> 50 % 🚧')).toContain(
    '<title>Jalan &quot;A&quot; &amp; B &lt;rusak> ]]&gt; 50 % 🚧</title>',
  );
});
