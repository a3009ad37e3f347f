import { describe, expect, test } from 'vitest';

import { canonicalEvent, type HashedEvent } from './event-canonical.ts';
import { eventKinds, payloadProblems } from './event.ts';
import { lifecycle } from './lifecycle.ts';
import { idOf } from './testing/city.ts';

describe('the payload of an event', () => {
  const good = { from: 'resolved', to: 'closed', closedReason: 'confirmed', rating: 4 };

  test('has the closed shape of its kind', () => {
    expect(payloadProblems('confirmed', good)).toEqual([]);
    expect(payloadProblems('confirmed', { ...good, rating: undefined })).toEqual([]);
    expect(payloadProblems('confirmed', { ...good, name: 'budi' })).toEqual(['confirmed.name: not in the shape']);
    expect(payloadProblems('confirmed', { from: 'resolved', to: 'closed' })).toEqual([
      'confirmed.closedReason: missing',
    ]);
    expect(payloadProblems('gossip', {})).toEqual(['gossip: no such event']);
    expect(payloadProblems('toString', {})).toEqual(['toString: no such event']);
  });

  test('holds no words, no coordinates and no hash', () => {
    for (const value of ['Jalan Melati 5', 'BUDI', '-6.1781,106.63', 'a'.repeat(65), '', null, ['x']]) {
      expect(payloadProblems('rejected', { from: 'received', to: 'rejected', reason: value })).toEqual([
        'rejected.reason: not allowed',
      ]);
    }
  });

  test('holds ids, days, instants and counts as such', () => {
    const passed = { clock: 'answer', clockId: idOf(1), dueAt: '2026-07-01T00:00:00.000Z' };
    expect(payloadProblems('clock_passed', passed)).toEqual([]);
    expect(payloadProblems('clock_passed', { ...passed, dueAt: '2026-07-01T00:00:00Z' })).toEqual([
      'clock_passed.dueAt: not allowed',
    ]);
    expect(payloadProblems('clock_passed', { ...passed, clockId: 'x' })).toEqual(['clock_passed.clockId: not allowed']);
    expect(payloadProblems('postponed', { reason: 'weather', until: '1 Juli' })).toEqual([
      'postponed.until: not allowed',
    ]);
    expect(payloadProblems('confirmed', { ...good, rating: 4.5 })).toEqual(['confirmed.rating: not allowed']);
    expect(payloadProblems('answered', { from: 'in_progress', to: 'answered', proof: [idOf(1), 'foto.jpg'] })).toEqual([
      'answered.proof: not allowed',
    ]);
  });

  test('is known for every row of the table and for what is beside it', () => {
    const ofMoves = Object.values(lifecycle).map((row) => row.event);
    const beside = [
      'filed',
      'clock_passed',
      'clock_moved',
      'reminded',
      'escalated',
      'reject_proposed',
      'answer_shared',
      'photos_added',
      'photo_blurred',
      'flagged',
      'work_moved',
    ] as const;
    expect(new Set([...ofMoves, ...beside])).toEqual(new Set(eventKinds));
  });
});

describe('the one text of an event', () => {
  const event: HashedEvent = {
    tenantId: idOf(1),
    id: idOf(2),
    reportId: idOf(3),
    seq: 7,
    at: '2026-07-01T00:00:00Z',
    kind: 'confirmed',
    actorKind: 'reporter',
    actorPost: null,
    payload: { to: 'closed', from: 'resolved', closedReason: 'confirmed', rating: 4, absent: undefined },
    commitments: { message: 'ab12' },
  };

  test('sorts its names, writes numbers as strings and instants with three decimals', () => {
    expect(canonicalEvent(event)).toBe(
      `{"actorKind":"reporter","actorPost":null,"at":"2026-07-01T00:00:00.000Z","commitments":{"message":"ab12"},"id":"${idOf(2)}",` +
        `"kind":"confirmed","payload":{"closedReason":"confirmed","from":"resolved","rating":"4","to":"closed"},"reportId":"${idOf(3)}",` +
        `"seq":"7","tenantId":"${idOf(1)}"}`,
    );
  });

  test('is the same after a database has kept it as JSON', () => {
    const kept: HashedEvent = { ...event, payload: JSON.parse(JSON.stringify(event.payload)) };
    expect(canonicalEvent(kept)).toBe(canonicalEvent(event));
  });

  test('changes with every part of it', () => {
    const others = [
      { seq: 8 },
      { at: '2026-07-01T00:00:00.001Z' },
      { actorPost: idOf(9) },
      { payload: {} },
      { commitments: {} },
    ];
    expect(new Set([event, ...others.map((other) => ({ ...event, ...other }))].map(canonicalEvent)).size).toBe(6);
  });

  test('refuses what cannot stand in an event', () => {
    expect(() => canonicalEvent({ ...event, payload: { size: 10n } })).toThrow(TypeError);
    expect(() => canonicalEvent({ ...event, seq: Number.NaN })).toThrow(TypeError);
  });
});
