import { describe, expect, test } from 'vitest';

import { payloadProblems } from './event.ts';
import type { CommandOf, MoveCommand } from './move.ts';
import { isAnswerApproved } from './publication.ts';
import { idOf, posts } from './testing/city.ts';
import { by, filed, moved, outcomeOf, refusalOf, reporter } from './testing/life.ts';
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
const publicNow = { description: 'Lubang.', photos: [one] };
const masked = (mask: Omit<CommandOf<'mask'>, 'move'>, report = isPublic) =>
  outcomeOf(report, verifier, { move: 'mask', ...mask }, at, { publicNow });
const problemsOf = (command: MoveCommand, report = isPublic, actor = verifier) =>
  refusalOf(report, actor, command, at, { publicNow });
const approved = (photos: readonly string[] | undefined, report = waiting) =>
  outcomeOf(report, by(posts.validator), { move: 'approve', photos }, at, { answerWords: 'Sudah.' });

describe('which photos everyone sees', () => {
  test('is said by who verifies, where the words are shown and nowhere else', () => {
    expect(verified({ description: 'Lubang.', photos: [one] }).photos).toEqual({ only: [one] });
    expect(verified({ description: 'Lubang.', photos: [] }).photos).toEqual({ only: [] });
    expect(verified({ title: 'Lubang', photos: [] }).photos).toEqual({ only: [] });
  });

  test('is said anew by a mask that names them, left as it is by one that does not, and ends with the publication', () => {
    expect(masked({ photos: [other] }).photos).toEqual({ only: [other] });
    expect(masked({ photos: [] }).photos).toEqual({ only: [] });
    expect(masked({ description: 'Lubang besar.' }).photos).toBeUndefined();
    for (const publication of ['hidden', 'title_only', 'withdrawn_from_public'] as const)
      expect(masked({ publication, reason: 'personal_data', photos: [one] }).photos).toEqual({ only: [] });
    expect(outcomeOf(isPublic, verifier, { move: 'reclassify', class: 'berkadar' }, at).photos).toEqual({ only: [] });
  });

  test('grows by the proof that a validator names, while the report is public', () => {
    expect(approved([one]).photos).toEqual({ also: [one] });
    expect(approved([]).photos).toBeUndefined();
  });

  test('stands in the history by their ids', () => {
    const made = [
      masked({ photos: [other] }),
      masked({ description: 'Lubang besar.' }),
      approved([one]),
      approved(undefined),
    ];
    const events = made.flatMap(({ events: [event] }) => event ?? []);
    expect(events.map(({ payload }) => payload['photos'])).toEqual([[other], undefined, [one], undefined]);
    expect(events.flatMap(({ kind, payload }) => payloadProblems(kind, payload))).toEqual([]);
  });

  test('is nothing to drop without a word: a tick on what is not public is refused, one that goes with a withdrawal is not', () => {
    const unseen = { kind: 'incomplete', problems: [{ field: 'photos', problem: 'not_allowed' }] };
    const verify = (publish: CommandOf<'verify'>['publish']): MoveCommand => ({
      move: 'verify',
      class: 'complaint',
      categoryId: idOf(7),
      publish,
    });
    for (const publish of [{ title: 'Lubang', photos: [one] }, { photos: [one] }])
      expect(problemsOf(verify(publish), received)).toEqual(unseen);
    const titleOnly = { ...isPublic, publication: 'title_only' } as const;
    expect(problemsOf({ move: 'mask', photos: [other] }, titleOnly)).toEqual(unseen);
    expect(problemsOf({ move: 'mask', publication: 'hidden', reason: 'insult', photos: [other] }, titleOnly)).toEqual(
      unseen,
    );
    expect(masked({ publication: 'public', photos: [other] }, titleOnly).photos).toEqual({ only: [other] });
    expect(problemsOf({ move: 'mask', photos: [one, other] }, { ...isPublic, publication: 'hidden' })).toEqual(unseen);
    const notShown = { ...waiting, publication: 'title_only' } as const;
    expect(problemsOf({ move: 'approve', photos: [one] }, notShown, by(posts.validator))).toEqual(unseen);
  });

  test('is no change where a mask says what is so already', () => {
    const nothing = { kind: 'incomplete', problems: [{ field: 'change', problem: 'required' }] };
    expect(problemsOf({ move: 'mask', photos: [one] })).toEqual(nothing);
    expect(problemsOf({ move: 'mask', description: ' Lubang. ', photos: [one] })).toEqual(nothing);
    expect(problemsOf({ move: 'mask' })).toEqual(nothing);
    expect(masked({ description: 'Lubang.', photos: [] }).photos).toEqual({ only: [] });
    const bare = { publicNow: { description: null, photos: [] } };
    expect(refusalOf(isPublic, verifier, { move: 'mask', photos: [] }, at, bare)).toEqual(nothing);
  });

  test('is asked of an answer only while it stands approved', () => {
    const approvedOnce = moved(waiting, by(posts.validator), make.approve, at, { answerWords: 'Sudah.' });
    const disputed = moved(approvedOnce, reporter, make.dispute, at);
    const reopened = moved(disputed, by(posts.coordinator), make.reopen, at);
    const withdrawn = moved(reopened, reporter, make.withdraw, at);
    const upheld = moved(disputed, by(posts.coordinator), make.uphold, at);
    expect([approvedOnce, disputed, upheld].map(isAnswerApproved)).toEqual([true, true, true]);
    expect([waiting, reopened, withdrawn].map(isAnswerApproved)).toEqual([false, false, false]);
  });

  test('is refused where a photo is named by anything but an id', () => {
    expect(() => masked({ photos: ['foto.jpg'] })).toThrow(/photos/);
    expect(() => approved(['foto.jpg'])).toThrow(/photos/);
  });
});
