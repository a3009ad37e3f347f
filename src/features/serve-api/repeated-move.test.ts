import { expect, it } from 'vitest';

import type { Actor } from '../../domain/actor.ts';
import type { MoveCommand } from '../../domain/move.ts';
import type { EventAfter } from './queries.ts';
import { isRepeat } from './repeated-move.ts';

const post: Actor = { kind: 'post', post: { id: 'p1', slug: 'verifikator', roles: ['verifier'], agencyId: null } };
const reporter: Actor = { kind: 'reporter' };

const event = (
  kind: string,
  payload: object,
  words: Readonly<Record<string, string>>,
  by: Actor = post,
): EventAfter => ({
  kind,
  actor_kind: by.kind,
  actor_post: by.kind === 'post' ? by.post.id : null,
  payload: { ...payload },
  words,
  state: 'received',
  version: 2,
});

const ask: MoveCommand = { move: 'ask_reporter', reason: 'other', message: 'RT berapa?' };
const verify: MoveCommand = {
  move: 'verify',
  class: 'complaint',
  categoryId: 'c1',
  villageCode: undefined,
  publish: { title: ' Lubang ', photos: [] },
};

it.each([
  ['the same question', ask, post, event('reporter_asked', { reason: 'other', count: 1 }, { message: 'RT berapa?' })],
  [
    'the same proposal to reject',
    { move: 'reject', reason: 'prank', message: 'x' },
    post,
    event('reject_proposed', { reason: 'prank' }, { message: 'x' }),
  ],
  [
    'the same verification',
    verify,
    post,
    event('verified', { class: 'complaint', categoryId: 'c1', photos: [] }, { title: 'Lubang' }),
  ],
  [
    'the same confirmation',
    { move: 'confirm', rating: 4, message: '' },
    reporter,
    event('confirmed', { rating: 4 }, {}, reporter),
  ],
] as const)('%s is a repeat', (_what, command, actor, after) => {
  expect(isRepeat(command, actor, after)).toBe(true);
});

it.each([
  ['other words', ask, post, event('reporter_asked', { reason: 'other' }, { message: 'RW berapa?' })],
  ['another reason', ask, post, event('reporter_asked', { reason: 'time_unclear' }, { message: 'RT berapa?' })],
  ['another move', ask, post, event('noted', {}, { message: 'RT berapa?' })],
  ['another hand', ask, reporter, event('reporter_asked', { reason: 'other' }, { message: 'RT berapa?' })],
  [
    'another post',
    ask,
    { ...post, post: { ...post.post, id: 'p2' } },
    event('reporter_asked', { reason: 'other' }, { message: 'RT berapa?' }),
  ],
  [
    'another title',
    verify,
    post,
    event('verified', { class: 'complaint', categoryId: 'c1', photos: [] }, { title: 'Jalan' }),
  ],
  ['words that were erased', ask, post, event('reporter_asked', { reason: 'other' }, {})],
] as const)('%s is none', (_what, command, actor, after) => {
  expect(isRepeat(command, actor, after)).toBe(false);
});
