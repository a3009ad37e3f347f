import { describe, expect, test } from 'vitest';

import { payloadProblems } from './event.ts';
import type { CommandOf } from './move.ts';
import { idOf, posts } from './testing/city.ts';
import { by, filed, moved, outcomeOf } from './testing/life.ts';
import * as make from './testing/moves.ts';

const at = '2026-07-01T03:00:00.000Z';
const [one, other] = [idOf(1), idOf(2)];
const received = filed(at);
const verifier = by(posts.verifier);
const isPublic = moved(received, verifier, make.verify(), at);
const answered = [
  [by(posts.coordinator), make.assign()],
  [by(posts.roadsOfficer), make.accept],
  [by(posts.roadsOfficer), make.answer],
] as const;
const waiting = answered.reduce((report, [actor, command]) => moved(report, actor, command, at), isPublic);

const verified = (publish: CommandOf<'verify'>['publish']) =>
  outcomeOf(received, verifier, { move: 'verify', class: 'complaint', categoryId: idOf(7), publish }, at);
const masked = (mask: Omit<CommandOf<'mask'>, 'move'>, report = isPublic) =>
  outcomeOf(report, verifier, { move: 'mask', ...mask }, at);
const approved = (photos: readonly string[] | undefined, report = waiting) =>
  outcomeOf(report, by(posts.validator), { move: 'approve', photos }, at, { answerWords: 'Sudah.' });

describe('which photos everyone sees', () => {
  test('is said by who verifies, where the words are shown and nowhere else', () => {
    expect(verified({ description: 'Lubang.', photos: [one] }).photos).toEqual({ only: [one] });
    expect(verified({ title: 'Lubang', photos: [one] }).photos).toEqual({ only: [] });
    expect(verified({ photos: [one] }).photos).toEqual({ only: [] });
  });

  test('is said anew by a mask that names them, left as it is by one that does not, and ends with the publication', () => {
    expect(masked({ photos: [other] }).photos).toEqual({ only: [other] });
    expect(masked({ photos: [] }).photos).toEqual({ only: [] });
    expect(masked({ description: 'Lubang besar.' }).photos).toBeUndefined();
    for (const publication of ['hidden', 'title_only', 'withdrawn_from_public'] as const)
      expect(masked({ publication, reason: 'personal_data', photos: [one] }).photos).toEqual({ only: [] });
    expect(masked({ photos: [one] }, { ...isPublic, isSecret: true }).photos).toEqual({ only: [] });
    expect(outcomeOf(isPublic, verifier, { move: 'reclassify', class: 'berkadar' }, at).photos).toEqual({ only: [] });
  });

  test('grows by the proof that a validator names, while the report is public', () => {
    expect(approved([one]).photos).toEqual({ also: [one] });
    expect(approved([]).photos).toBeUndefined();
    expect(approved([one], { ...waiting, publication: 'title_only' }).photos).toBeUndefined();
  });

  test('stands in the history by their ids', () => {
    const made = [masked({ photos: [one] }), masked({ description: 'Lubang.' }), approved([one]), approved(undefined)];
    const events = made.flatMap(({ events: [event] }) => event ?? []);
    expect(events.map(({ payload }) => payload['photos'])).toEqual([[one], undefined, [one], undefined]);
    expect(events.flatMap(({ kind, payload }) => payloadProblems(kind, payload))).toEqual([]);
  });

  test('is refused where a photo is named by anything but an id', () => {
    expect(() => masked({ photos: ['foto.jpg'] })).toThrow(/photos/);
    expect(() => approved(['foto.jpg'])).toThrow(/photos/);
  });
});
