import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { postNoticeKinds, type PostNoticeKind } from '../../domain/post-notices.ts';
import { textFor } from '../../ui/texts/text.ts';
import { renderPostLetter, type LetterItem, type PostLetter } from './letter.ts';

const city = {
  name: 'Kota Satu',
  zone: 'Asia/Jakarta',
  origin: 'http://satu.example',
  isDemo: false,
  isRehearsal: false,
};

const item = (more: Partial<LetterItem> = {}): LetterItem => ({
  kind: 'new_work',
  number: '4812073356',
  isConfidential: false,
  at: '2026-11-23T02:00:00.000Z',
  category: 'Jalan rusak',
  village: 'Sukasari',
  clock: { kind: 'answer', due: '2026-11-24T17:00:00.000Z' },
  ...more,
});

const letter = (items: readonly LetterItem[], more: Partial<PostLetter> = {}): PostLetter => ({
  city,
  language: 'id',
  isDigest: false,
  writtenAt: '2026-11-23T02:00:00.000Z',
  items,
  ...more,
});

const said: Readonly<Record<PostNoticeKind, readonly [string, string]>> = {
  new_work: ['Pekerjaan baru', 'New work'],
  returned: ['Pekerjaan dikembalikan', 'Work returned'],
  info_provided: ['Pertanyaan dijawab pelapor', 'The reporter answered the question'],
  disputed: ['Jawaban disanggah pelapor', 'The reporter objects to the answer'],
  sent_back: ['Jawaban perlu diperbaiki', 'The answer needs correction'],
  reopened: ['Dibuka kembali setelah sanggahan', 'Reopened after an objection'],
  due_soon: ['Batas waktunya sudah dekat', 'Due soon'],
  due_today: ['Batas waktunya hari ini juga', 'Due this very day'],
  overdue: ['Batas waktunya lewat', 'Overdue'],
  escalated: ['Perlu perhatian Anda', 'Needs your attention'],
};

describe('a letter to an officer', () => {
  it.each(postNoticeKinds)(
    'that tells of %s says so with number, place, clock and the way there, in Indonesian',
    (kind) => {
      const { subject, text } = renderPostLetter(letter([item({ kind })]));
      expect(subject).toBe(`Laporan 481-207-3356: ${said[kind][0]}`);
      expect(text).toContain(
        [
          `${said[kind][0]}: laporan 481-207-3356`,
          'Jalan rusak, Sukasari',
          'Sejak Senin 23 November pukul 09.00',
          'Jawaban atas laporan paling lambat Selasa 24 November pukul 24.00',
          'http://satu.example/petugas/laporan/4812073356',
        ].join('\n'),
      );
      expect(text).toContain('cara Anda menerimanya:\nhttp://satu.example/petugas/kabar');
    },
  );

  it.each(postNoticeKinds)('that tells of %s reads in English as well', (kind) => {
    const { subject, text } = renderPostLetter(letter([item({ kind })], { language: 'en' }));
    expect(subject).toBe(`Report 481-207-3356: ${said[kind][1]}`);
    expect(text).toContain('Since Monday 23 November, 09:00');
    expect(text).toContain('Tuesday 24 November, 24:00');
    expect(text).not.toMatch(/paling lambat|Sejak|laporan 481/);
  });

  it.each(postNoticeKinds)('of a confidential report gives its number and the way there, and nothing of %s', (kind) => {
    for (const language of ['id', 'en'] as const) {
      const t = textFor(language);
      const { subject, text } = renderPostLetter(letter([item({ kind, isConfidential: true })], { language }));
      expect(subject).toBe(t('postNotice.letter.confidential', { number: '481-207-3356' }));
      const all = `${subject}\n${text}`;
      expect(text).toContain(`${subject}\nhttp://satu.example/petugas/laporan/4812073356\n`);
      for (const hidden of [said[kind][0], said[kind][1], 'Jalan rusak', 'Sukasari', 'November'])
        expect(all).not.toContain(hidden);
    }
  });

  it('tells everything that waited, in order, and counts it in its subject', () => {
    const { subject, text } = renderPostLetter(
      letter([item(), item({ kind: 'overdue', number: '1234567890' }), item({ isConfidential: true })]),
    );
    expect(subject).toBe('3 kabar pekerjaan');
    expect(text.match(/petugas\/laporan\/\d{10}/g)).toEqual([
      'petugas/laporan/4812073356',
      'petugas/laporan/1234567890',
      'petugas/laporan/4812073356',
    ]);
  });

  it('says that it is a summary, a demonstration, a rehearsal: the last two in both languages', () => {
    const { text } = renderPostLetter(
      letter([item()], { isDigest: true, city: { ...city, isDemo: true, isRehearsal: true } }),
    );
    for (const words of ['Ringkasan hari ini.', 'Ini demonstrasi', 'This is a demonstration', 'Ini latihan'])
      expect(text).toContain(words);
  });

  it('has a line for what is known and none for what is not, whatever a report is', () => {
    const words = fc.option(fc.constantFrom('Jalan rusak', 'Sampah'), { nil: null });
    const anItem = fc.record({
      kind: fc.constantFrom(...postNoticeKinds),
      isConfidential: fc.boolean(),
      category: words,
      village: words,
      clock: fc.option(fc.constant({ kind: 'verify', due: '2027-01-20T03:00:00.000Z' } as const), { nil: null }),
    });
    fc.assert(
      fc.property(fc.array(anItem, { minLength: 1, maxLength: 5 }), fc.constantFrom('id', 'en'), (items, language) => {
        const { subject, text } = renderPostLetter(letter(items.map(item), { language }));
        expect(subject).not.toMatch(/[\n{}]/);
        expect(text).not.toMatch(/undefined|null|\{\{|\n\n\n| $/m);
        expect(text.match(/petugas\/laporan\//g)).toHaveLength(items.length);
      }),
    );
  });
});
