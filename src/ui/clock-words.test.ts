import { expect, it } from 'vitest';

import { dueWords, longestPause, pauseWords, promiseBeside, promisesGiven, type ToldClock } from './clock-words.ts';
import { textFor } from './texts/text.ts';

const reader = (language: 'id' | 'en' = 'id', now = '2026-11-24T02:00:00.000Z') => ({
  t: textFor(language),
  language,
  zone: 'Asia/Jakarta',
  now,
});

const clock = (more: Partial<ToldClock> = {}): ToldClock => ({
  kind: 'first_answer',
  startedAt: '2026-11-23T07:00:00.000Z',
  dueAt: '2026-11-24T07:00:00.000Z',
  provisional: false,
  stoppedAt: null,
  outcome: null,
  pauses: [],
  ...more,
});

const pause = (from: string, until: string | null, reason = 'place_unclear') => ({ from, until, reason });

it('a running clock says its name, its date and what is left', () => {
  expect(dueWords(clock(), reader())).toBe(
    'Tanggapan pertama paling lambat Selasa 24 November pukul 14.00, 5 jam lagi',
  );
  const endOfDay = clock({ dueAt: '2026-11-24T17:00:00.000Z' });
  expect(dueWords(endOfDay, reader(), 'Jawaban')).toBe(
    'Jawaban paling lambat Selasa 24 November pukul 24.00, 15 jam lagi',
  );
});

it('a clock that stands still says since when, why and how long', () => {
  const paused = clock({ pauses: [pause('2026-11-21T02:00:00.000Z', null)] });
  expect(pauseWords(paused, reader())).toBe(
    'Tanggapan pertama: berhenti sejak Sabtu 21 November pukul 09.00 karena tempatnya belum jelas, sudah 3 hari',
  );
  expect(pauseWords(paused, reader('en'))).toMatch(
    /^First answer: paused since .* \(the place is not clear\), for 3 days so far$/,
  );
});

it('a clock that stood still says how long in all; one that never did says nothing', () => {
  const pauses = [
    pause('2026-11-10T02:00:00.000Z', '2026-11-12T02:00:00.000Z'),
    pause('2026-11-13T02:00:00.000Z', '2026-11-14T02:00:00.000Z'),
  ];
  expect(pauseWords(clock({ pauses }), reader())).toBe('Tanggapan pertama: 3 hari jeda');
  expect(longestPause([clock(), clock({ pauses })], reader())).toBe('Tanggapan pertama: 3 hari jeda');
  expect(pauseWords(clock(), reader())).toBeNull();
  expect(longestPause([], reader())).toBeNull();
});

it('a clock that ended stands still no longer, whatever was left open of its pause', () => {
  const ended = clock({ stoppedAt: '2026-11-12T02:00:00.000Z', pauses: [pause('2026-11-10T02:00:00.000Z', null)] });
  expect(pauseWords(ended, reader())).toBe('Tanggapan pertama: 2 hari jeda');
  expect(pauseWords(ended, reader('id', '2026-12-24T02:00:00.000Z'))).toBe('Tanggapan pertama: 2 hari jeda');
});

it('the time in which a matter seemed settled is no pause, and is said apart', () => {
  const settled = { ...pause('2026-11-01T02:00:00.000Z', '2026-11-13T02:00:00.000Z'), reason: 'settled' };
  expect(pauseWords(clock({ pauses: [settled] }), reader())).toBe(
    'Tanggapan pertama: 12 hari tidak dihitung karena persoalannya dianggap selesai',
  );
  const asked = pause('2026-11-15T02:00:00.000Z', '2026-11-18T02:00:00.000Z');
  expect(pauseWords(clock({ pauses: [asked, settled] }), reader('en'))).toMatch(
    /: paused for 3 days, 12 days not counted, in which the matter seemed settled$/,
  );
});

it('what is said of several clocks names those that stand still, and never one that runs on', () => {
  const pauses = [pause('2026-11-21T02:00:00.000Z', null)];
  const clocks = [
    clock({ kind: 'kip' }),
    clock({ kind: 'follow_up', pauses }),
    clock({ kind: 'answer', pauses: [pause('2026-11-01T02:00:00.000Z', '2026-11-02T02:00:00.000Z'), ...pauses] }),
  ];
  expect(longestPause(clocks, reader())).toBe(
    'Tindak lanjut dimulai, jawaban atas laporan: berhenti sejak Sabtu 21 November pukul 09.00 karena tempatnya belum jelas, sudah 3 hari',
  );
  const over = clocks.map((one) => ({ ...one, pauses: one.pauses.filter(({ until }) => until !== null) }));
  expect(longestPause(over, reader('en'))).toBe('Answer to the report: paused for 24 hours');
});

it('each promise says what became of it', () => {
  const promise = (startedAt: string, dueAt: string, outcome: ToldClock['outcome']) =>
    clock({ kind: 'promise', startedAt, dueAt, outcome, stoppedAt: outcome === null ? null : dueAt });
  const moved = promise('2026-11-01T02:00:00.000Z', '2026-11-10T17:00:00.000Z', 'moved');
  const kept = promise('2026-11-02T02:00:00.000Z', '2026-11-12T17:00:00.000Z', 'kept');
  const replaced = promise('2026-11-01T01:00:00.000Z', '2026-11-01T17:00:00.000Z', 'late');
  const missed = promise('2026-11-13T02:00:00.000Z', '2026-11-20T17:00:00.000Z', null);
  expect(promisesGiven([missed, kept, clock(), moved, replaced], reader())).toEqual([
    'Minggu 1 November pukul 24.00: terlewat',
    'Selasa 10 November pukul 24.00: dipindahkan ke Kamis 12 November pukul 24.00',
    'Kamis 12 November pukul 24.00: ditepati',
    'Jumat 20 November pukul 24.00: terlewat',
  ]);
});

it('a promised date that is still to come beside a running time limit is told apart from it', () => {
  const promise = clock({ kind: 'promise', dueAt: '2026-12-05T17:00:00.000Z' });
  const told = 'Itu janji petugas kapan dikerjakan. Batas waktu menurut aturan tidak bergeser karenanya.';
  expect(promiseBeside([clock({ kind: 'answer' }), promise], reader())).toBe(told);
  expect(promiseBeside([promise], reader())).toBeNull();
  expect(promiseBeside([clock({ kind: 'answer' })], reader())).toBeNull();
  const kept = { ...promise, stoppedAt: promise.dueAt, outcome: 'kept' } as const;
  expect(promiseBeside([clock({ kind: 'answer' }), kept], reader())).toBeNull();
});
