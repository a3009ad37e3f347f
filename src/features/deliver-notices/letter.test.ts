import { describe, expect, it, test } from 'vitest';

import { lifecycle } from '../../domain/lifecycle.ts';
import { toldToFollowers } from '../../store/tell-followers.ts';
import { renderLetter } from './letter.ts';
import type { LetterFacts, PublicFacts, StepFacts } from './letter-facts.ts';
import { renderClaimCode } from './send-claim-code.ts';
import { tellings, type Happened } from './tellings.ts';

const city = { name: 'Kota Satu', zone: 'Asia/Jakarta', isDemo: false, isRehearsal: false };

const step = (kind: Happened, more: Partial<StepFacts> = {}): StepFacts => ({
  kind,
  words: null,
  agency: null,
  answeredBy: null,
  decidedBy: null,
  authority: null,
  reason: null,
  until: null,
  closedReason: null,
  hasProof: false,
  objectUntil: null,
  publication: null,
  passed: null,
  moved: null,
  dues: {},
  ...more,
});

const letter = (steps: readonly StepFacts[], more: Partial<LetterFacts> = {}): LetterFacts => ({
  number: '4812073356',
  language: 'id',
  city,
  reader: { kind: 'reporter' },
  readUrl: 'http://satu.example/lacak/4812073356',
  choicesUrl: 'http://satu.example/pemberitahuan/abc',
  topic: null,
  isPublic: false,
  isConfidential: false,
  steps,
  wording: null,
  ...more,
});

/** A letter of one step. */
const rendered = (kind: Happened, of: Partial<StepFacts> = {}, more: Partial<LetterFacts> = {}) =>
  renderLetter(letter([step(kind, of)], more));

/** Midnight after Tuesday in Jakarta. */
const endOfTuesday = '2026-11-24T17:00:00.000Z';
const words = 'Tim kami datang besok.\nTerima kasih.';

/** What each letter must say besides that it happened: [facts, what must stand in it]. */
const cases: { readonly [Kind in Happened]: readonly [Partial<StepFacts>, readonly string[]] } = {
  filed: [
    { dues: { first_answer: endOfTuesday } },
    ['sudah kami terima', 'Tanggapan pertama paling lambat Selasa, 24 November 2026 (akhir hari).'],
  ],
  verified: [
    { dues: { answer: endOfTuesday } },
    ['sudah diperiksa', 'Jawabannya paling lambat Selasa, 24 November 2026 (akhir hari).'],
  ],
  assigned: [
    { agency: 'Dinas PUPR', dues: { answer: endOfTuesday } },
    ['diteruskan', 'Instansi: Dinas PUPR', 'Jawabannya paling lambat'],
  ],
  accepted: [{ agency: 'Dinas PUPR', words }, ['sedang dikerjakan', '> Tim kami datang besok.\n> Terima kasih.']],
  masked: [
    { publication: 'withdrawn_from_public', reason: 'personal_data' },
    [
      'Tampilan untuk umum: Tidak lagi tampil',
      'Alasan: Berisi data pribadi',
      'Kirim pesan kepada petugas',
      'Ombudsman',
    ],
  ],
  flagged: [
    { publication: 'withdrawn_from_public', reason: 'flagged' },
    ['disembunyikan sampai petugas melihatnya', 'Kirim pesan kepada petugas', 'Ombudsman'],
  ],
  postponed: [
    { reason: 'weather', until: '2026-12-01', words },
    ['Alasan: Cuaca', 'Dijanjikan sampai: 1 Desember 2026'],
  ],
  reporter_asked: [
    { words: 'Di RT berapa?', dues: { completion: endOfTuesday } },
    ['> Di RT berapa?', 'Mohon dijawab paling lambat Selasa'],
  ],
  info_provided: [
    { dues: { verify: endOfTuesday } },
    ['Keterangan Anda kami terima', 'Pemeriksaannya paling lambat Selasa'],
  ],
  rejected: [
    { reason: 'prank', words, dues: { reply_window: endOfTuesday } },
    ['Alasan: Laporan main-main', 'menyanggah paling lambat Selasa', 'Ombudsman'],
  ],
  approved: [
    { words: 'Sudah ditambal.', answeredBy: 'Dinas PUPR, Dinas Perhubungan', dues: { reply_window: endOfTuesday } },
    [
      '> Sudah ditambal.',
      'Dijawab oleh Dinas PUPR, Dinas Perhubungan',
      'Nyatakan selesai atau sanggah paling lambat Selasa',
    ],
  ],
  answer_shared: [
    { words: 'Sudah ditambal.', dues: { reply_window: endOfTuesday } },
    ['ditangani bersama', '> Sudah ditambal.', 'Nyatakan selesai atau sanggah paling lambat Selasa'],
  ],
  clock_passed: [
    { passed: { clock: 'answer', due: endOfTuesday } },
    ['sudah lewat', 'Jawaban atas laporan: seharusnya Selasa, 24 November 2026 (akhir hari)'],
  ],
  clock_moved: [
    { moved: { clock: 'answer', before: '2026-11-23T17:00:00.000Z', due: endOfTuesday } },
    [
      'Hari libur',
      'Jawaban atas laporan: sekarang Selasa, 24 November 2026 (akhir hari), sebelumnya Senin, 23 November 2026 (akhir hari)',
    ],
  ],
  extended: [
    { words: 'Arsipnya kami cari.', moved: { clock: 'kip', before: '2026-11-23T17:00:00.000Z', due: endOfTuesday } },
    [
      'lebih lama',
      '> Arsipnya kami cari.',
      'Jawaban permintaan informasi publik: sekarang Selasa, 24 November 2026 (akhir hari)',
    ],
  ],
  reminded: [
    { dues: { reply_window: endOfTuesday } },
    ['hampir habis', 'Waktu Anda untuk menanggapi tinggal sampai Selasa, 24 November 2026 (akhir hari).'],
  ],
  confirmed: [{ closedReason: 'confirmed' }, ['Terima kasih', 'Anda menyatakannya selesai']],
  expired: [{ closedReason: 'no_reply' }, ['ditutup', 'Alasan: Tidak ada tanggapan pelapor sampai batas waktu']],
  disputed: [
    { dues: { validation: endOfTuesday } },
    ['Sanggahan Anda kami terima', 'Hasilnya kami sampaikan paling lambat Selasa'],
  ],
  reopened: [
    { words, dues: { answer: endOfTuesday } },
    ['Sanggahan Anda diterima', '> Tim kami', 'Jawabannya paling lambat'],
  ],
  upheld: [
    { words, decidedBy: 'Kepala Dinas PUPR', closedReason: 'upheld', dues: { reply_window: endOfTuesday } },
    [
      'Jawabannya tetap',
      '> Tim kami',
      'Diputuskan oleh Kepala Dinas PUPR\nLaporan Anda ditutup dengan jawaban itu.',
      'menyanggah sekali lagi di halaman laporan, paling lambat Selasa, 24 November 2026 (akhir hari)',
      'Ombudsman',
    ],
  ],
  withdrawn: [{ closedReason: 'withdrawn' }, ['Anda menariknya']],
  transferred: [
    { authority: 'Kementerian\r\nPUPR', words, dues: { outside: endOfTuesday } },
    ['Diteruskan ke: Kementerian PUPR', 'Kami menunggu kabar mereka sampai Selasa'],
  ],
  returned_from_transfer: [{ dues: { answer: endOfTuesday } }, ['kembali ke kota', 'Jawabannya paling lambat']],
  handed_over: [{ words, dues: { reply_window: endOfTuesday } }, ['sudah menyelesaikan', '> Tim kami', 'menyanggah']],
  merged: [{}, ['bersama laporan lain', 'Nomor dan kode Anda tetap berlaku']],
  unmerged: [{}, ['ditangani sendiri lagi']],
  message_sent: [{ words }, ['Ada pesan dari petugas', '> Tim kami datang besok.']],
};

const shown = {
  answer: 'Sudah ditambal.',
  agencies: ['Dinas PUPR', 'Dinas Perhubungan'],
  answeredBy: ['Dinas PUPR'],
  hasProof: true,
};
const paragraphs = (text: string): readonly string[] => text.split('\n\n');

/** Each letter says what is next: by when, that news will come, or that nothing more does. */
const nextInWords = /paling lambat|sampai (Selasa|hari)|begitu ada|Tidak ada langkah lagi/;

describe('a letter to the reporter', () => {
  const told = Object.entries(cases) as readonly (readonly [Happened, (typeof cases)[Happened]])[];

  it.each(told)('that tells of %s says what happened, what is next and by when', (kind, [more, must]) => {
    const { subject, text } = rendered(kind, more);
    expect(subject).toMatch(/^Laporan 481-207-3356(: \S| dijawab$)/);
    for (const part of must) expect(text).toContain(part);
    expect(text).toContain('nomor 481-207-3356 dan kode Anda di:\nhttp://satu.example/lacak');
    expect(text).toContain('Atur atau hentikan surat seperti ini:\nhttp://satu.example/pemberitahuan/abc');
    expect(text).toMatch(nextInWords);
  });

  it.each(told)('that tells of %s reads in English as well, and has no gap', (kind, [more]) => {
    const { subject, text } = rendered(kind, more, { language: 'en' });
    expect(subject).toMatch(/^Report 481-207-3356(: \S| is answered$)/);
    expect(`${subject}\n${text}`).not.toMatch(/\{\{|undefined|null/);
    expect(text).toContain('Dear Sir or Madam,');
  });

  it.each(told)('that tells of %s in confidence holds nothing of the content', (kind, [more]) => {
    const secret = 'KATA-RAHASIA';
    const spoken = { ...more, words: secret, agency: secret, authority: secret, reason: 'prank' };
    const { subject, text } = rendered(kind, spoken, { isConfidential: true });
    expect(subject).toBe('Laporan 481-207-3356: ada kabar');
    expect(text).not.toContain(secret);
    expect(text).not.toContain('Alasan');
    expect(text).toContain('http://satu.example/lacak');
  });

  test('with an answer is named by that, not by who looked at it', () => {
    expect(rendered('approved').subject).toBe('Laporan 481-207-3356 dijawab');
    const follower = { kind: 'follower', shown } as const;
    expect(rendered('approved', {}, { reader: follower }).subject).toBe('Laporan 481-207-3356 yang Anda ikuti dijawab');
  });

  test('says what the report is about in its text, and in its subject where everyone may read that', () => {
    const topic = 'Lampu jalan, Kel. Sukasari';
    const hidden = rendered('assigned', {}, { topic });
    expect(hidden.text).toContain('Yth. Bapak/Ibu,\n\nLaporan 481-207-3356: Lampu jalan, Kel. Sukasari.\n\n');
    expect(hidden.subject).not.toContain('Lampu');
    const open = { topic, isPublic: true } as const;
    expect(rendered('approved', {}, open).subject).toBe('Laporan 481-207-3356 (Lampu jalan, Kel. Sukasari) dijawab');
    const follower = rendered('assigned', {}, { ...open, reader: { kind: 'follower', shown } });
    expect(follower.subject).toMatch(/^Laporan 481-207-3356 \(Lampu jalan, Kel. Sukasari\) yang Anda ikuti: /);
    expect(follower.text).toContain('\n\nLaporan 481-207-3356: Lampu jalan, Kel. Sukasari.\n\n');
    const secret = rendered('assigned', {}, { ...open, isConfidential: true });
    expect(secret.subject + secret.text).not.toMatch(/Lampu|Sukasari/);
  });

  test('is from whoever signs it, in words that a list of letters has room for', () => {
    expect(rendered('filed').fromName).toBe('Laporan warga Kota Satu');
    const signed = (id: string) => rendered('filed', {}, { wording: { signature: { id } } }).fromName;
    expect(signed('LAKSA {{city}}')).toBe('LAKSA Kota Satu');
    expect(signed('Salam hangat '.repeat(10))).toBe('Laporan warga Kota Satu');
  });

  test('of an answer that stands says that nothing more comes once the time to object is over', () => {
    const { text } = rendered('upheld', { words });
    expect(text).toContain('Laporan Anda tetap dinyatakan tidak dapat diproses.');
    expect(text).toContain('Tidak ada langkah lagi');
    expect(text).not.toContain('begitu ada');
  });

  test('names the date that comes first, as the page does, before the one that it promises', () => {
    const dues = { answer: endOfTuesday, follow_up: '2026-11-23T17:00:00.000Z' };
    expect(rendered('info_provided', { dues }).text).toContain(
      'Tindak lanjut dimulai paling lambat Senin, 23 November 2026 (akhir hari). Jawabannya paling lambat Selasa, 24 November 2026 (akhir hari).',
    );
    const asked = rendered('message_sent', { words, dues: { completion: endOfTuesday } }).text;
    expect(asked).toContain('Mohon dijawab paling lambat Selasa, 24 November 2026 (akhir hari).');
  });

  test('names the hour of what is counted in hours, with the zone of the city, in either language', () => {
    const dues = { first_answer: '2026-11-24T02:31:00.000Z' };
    expect(rendered('filed', { dues }).text).toContain('paling lambat Selasa, 24 November 2026 pukul 09.31 WIB.');
    const east = { ...city, zone: 'Asia/Jayapura' };
    expect(rendered('filed', { dues }, { language: 'en', city: east }).text).toContain(
      'Tuesday, 24 November 2026, 11:31 WIT',
    );
  });

  test('is there for every event that the rules tell the reporter of', () => {
    const told = Object.values(lifecycle).flatMap((row) => (row.tellsReporter ? [row.event] : []));
    expect(
      ['filed', 'flagged', 'clock_passed', 'clock_moved', 'reminded', 'answer_shared', ...told].toSorted(),
    ).toEqual(Object.keys(tellings).toSorted());
  });

  test('tells of several steps in their order, is named by the last that matters, and says what is next once', () => {
    const dues = { answer: endOfTuesday };
    const { subject, text } = renderLetter(
      letter([step('verified', { dues }), step('assigned', { agency: 'Dinas PUPR', dues })]),
    );
    expect(subject).toBe('Laporan 481-207-3356: Diteruskan ke instansi yang bertugas');
    expect(text).toContain('Langkah sebelumnya:\n- Laporan diperiksa\n\nLaporan Anda sudah diteruskan');
    expect(text.match(/Jawabannya paling lambat/g)).toHaveLength(1);
    const asked = letter([step('reporter_asked', { words, dues: { completion: endOfTuesday } }), step('clock_moved')]);
    expect(renderLetter(asked).subject).toBe('Laporan 481-207-3356: Petugas bertanya');
  });

  test('has what an officer asked first, with its date, above what is over', () => {
    const dues = { completion: endOfTuesday };
    const steps = [step('filed'), step('assigned', { agency: 'Dinas PUPR' }), step('message_sent', { words: 'Halo.' })];
    const asked = step('reporter_asked', { words: 'Di RT berapa?', dues });
    const { text } = renderLetter(letter([...steps, asked, step('clock_moved', { dues })]));
    expect(paragraphs(text).slice(1, 8)).toEqual([
      'Petugas memerlukan keterangan dari Anda:',
      '> Di RT berapa?',
      'Mohon dijawab paling lambat Selasa, 24 November 2026 (akhir hari). Sesudah itu laporan ditutup.',
      'Langkah sebelumnya:\n- Laporan diterima\n- Diteruskan ke instansi yang bertugas: Dinas PUPR',
      'Ada pesan dari petugas:',
      '> Halo.',
      expect.stringContaining('Hari libur'),
    ]);
  });

  test('says nothing of a step that is over but that it was', () => {
    const { text } = renderLetter(letter([step('disputed'), step('reopened', { words })]));
    expect(text).not.toContain('sedang memeriksanya');
    expect(text).toContain('- Jawaban disanggah\n\nSanggahan Anda diterima.');
    const answered = [step('reporter_asked', { words: 'Di RT berapa?' }), step('info_provided')];
    expect(renderLetter(letter(answered)).text).not.toContain('Di RT berapa?');
  });

  test('with the answer says that there is a photo of the work, where there is one, and what silence does', () => {
    const photo = 'Ada foto hasil pekerjaan';
    const dues = { reply_window: endOfTuesday };
    const { text } = rendered('approved', { words, hasProof: true, dues });
    expect(text).toContain(photo);
    expect(text).toContain('Tanpa tanggapan Anda, laporan ditutup sesudah itu.');
    expect(rendered('approved', { words, dues }).text).not.toContain(photo);
  });

  test('at the end says until when one may still object, and asks for no reply where nobody may', () => {
    const open = rendered('confirmed', { objectUntil: endOfTuesday }).text;
    expect(open).toContain('masih dapat menyanggah sampai Selasa, 24 November 2026 (akhir hari).');
    expect(open).toContain('Baca dan tanggapi');
    const over = rendered('confirmed').text;
    expect(over).toContain('Tidak ada langkah lagi');
    expect(over).not.toMatch(/tanggapi|Untuk menjawab/);
    expect(over).toContain('Baca dengan nomor 481-207-3356');
  });

  test('to a follower has the answer that everyone sees, and the photo, or none', () => {
    const steps = [step('verified'), step('approved', { words: 'KATA-RAHASIA' })];
    const text = (of: PublicFacts) => renderLetter(letter(steps, { reader: { kind: 'follower', shown: of } })).text;
    expect(paragraphs(text(shown)).slice(1, 7)).toEqual([
      'Laporan ini sudah dijawab.',
      '> Sudah ditambal.',
      'Dijawab oleh Dinas PUPR',
      'Ada foto hasil pekerjaan di halaman laporan.',
      'Langkah sebelumnya:\n- Laporan diperiksa',
      'Instansi: Dinas PUPR, Dinas Perhubungan',
    ]);
    const hidden = text({ answer: null, agencies: [], answeredBy: [], hasProof: false });
    expect(hidden).not.toMatch(/>|foto|Instansi|KATA-RAHASIA/);
  });

  test('promises no date of a step that a later one in it has ended', () => {
    const steps = [step('verified', { dues: { answer: endOfTuesday } }), step('withdrawn')];
    expect(renderLetter(letter(steps)).text).not.toContain('Selasa');
  });

  test('says in the words of the city what it says in its own words, and all else in ours', () => {
    const wording = {
      'happened.filed': { id: 'Matur nuwun. Nomor {{number}}, {{city}}.' },
      greeting: { en: 'Hello,' },
    };
    const { text } = rendered('filed', {}, { wording });
    expect(text).toContain('Yth. Bapak/Ibu,\n\nMatur nuwun. Nomor 481-207-3356, Kota Satu.');
    expect(rendered('filed', {}, { wording, language: 'en' }).text).toMatch(/^Hello,\n\nWe have received/);
  });

  test.each(toldToFollowers)('to a follower tells of %s without a word that was meant for the reporter', (kind) => {
    const secret = 'KATA-RAHASIA';
    const [more] = cases[kind];
    const follower = { kind: 'follower', shown } as const;
    const of = { ...more, words: secret, agency: secret, authority: secret };
    for (const language of ['id', 'en'] as const) {
      const { subject, text } = rendered(kind, of, { reader: follower, language });
      expect(subject + text).not.toMatch(/KATA-RAHASIA|\bAnda laporkan|your report\b|undefined|\{\{/);
      expect(text).toContain('Dinas PUPR, Dinas Perhubungan');
      expect(text.match(/http:\S+/g)).toEqual([
        'http://satu.example/lacak/4812073356',
        'http://satu.example/pemberitahuan/abc',
      ]);
      expect(text).not.toMatch(/kode Anda|menyanggah|Nyatakan selesai/);
    }
  });

  test('names the date of a confidential report only where the reporter has to act', () => {
    const asked = rendered('reporter_asked', { dues: { completion: endOfTuesday } }, { isConfidential: true });
    expect(asked.text).toContain('Mohon dibaca paling lambat Selasa, 24 November 2026 (akhir hari).');
    const filed = rendered('filed', { dues: { first_answer: endOfTuesday } }, { isConfidential: true });
    expect(filed.text).not.toContain('Selasa');
  });

  test('of a demonstration says so in both languages, whichever it is written in', () => {
    for (const language of ['id', 'en'] as const) {
      const { text } = rendered('filed', {}, { language, city: { ...city, isDemo: true } });
      expect(text).toContain('Ini demonstrasi, bukan layanan resmi Kota Satu. Dalam bahaya, telepon 112.');
      expect(text).toContain('This is a demonstration');
    }
    expect(rendered('filed').text).not.toContain('demonstra');
  });

  test('sets every line of an officer off, so that none can pass for the city', () => {
    const { text } = rendered('message_sent', {
      words: 'Halo\r\nLaporan warga Kota Satu\r\rKirim kode Anda ke 0812.',
    });
    expect(text).toContain('> Halo\n> Laporan warga Kota Satu\n>\n> Kirim kode Anda ke 0812.');
  });

  test('goes without words that were erased, and without a reason no list knows', () => {
    const { text } = rendered('rejected', { words: null, reason: 'retired_reason' });
    expect(text).not.toContain('Alasan');
    expect(text).not.toContain('>');
  });

  test('has no line break in its subject, whatever the number', () => {
    expect(rendered('filed').subject).not.toMatch(/[\r\n]/);
  });
});

test('the letter with a new code shows number and code as they are typed', () => {
  const { subject, text } = renderClaimCode(
    { number: '4812073356', language: 'id', readUrl: 'http://satu.example/lacak' },
    city,
    '04178852',
  );
  expect(subject).toBe('Laporan 481-207-3356: kode baru');
  expect(text).toContain('Nomor: 481-207-3356\nKode: 0417-8852');
  expect(text).toContain('Begitu Anda memakainya, kode yang lama tidak berlaku lagi.');
});
