import { expect, it } from 'vitest';

import { problemsOf } from './carries.ts';
import type { MoveCommand } from './move.ts';
import { contextAt, posts } from './testing/city.ts';
import { by, filed } from './testing/life.ts';

const at = '2026-07-01T03:00:00.000Z';

const problemsWith = (command: MoveCommand, must: Parameters<typeof problemsOf>[1]) =>
  problemsOf({ report: filed(at), actor: by(posts.verifier), command, context: contextAt(at) }, must);

it.each(['', ' \n', '\u200B', '\u2060\uFEFF', '\u3164', '\u2800', '\u202E\u202C'])(
  'a title or a message of which nothing can be seen (%j) is still required',
  (words) => {
    expect(problemsWith({ move: 'retitle', title: words }, ['title'])).toEqual([
      { field: 'title', problem: 'required' },
    ]);
    expect(problemsWith({ move: 'note', message: words }, ['message'])).toEqual([
      { field: 'message', problem: 'required' },
    ]);
  },
);

it('words that can be seen are enough, whatever stands between them', () => {
  expect(problemsWith({ move: 'retitle', title: 'Jalan\u200Brusak' }, ['title'])).toEqual([]);
});
