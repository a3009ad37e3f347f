import { afterAll, beforeAll, expect, it } from 'vitest';

import type { MoveName } from '../../domain/move.ts';
import type { Role } from '../../domain/role.ts';
import { fileSample } from '../report-life.ts';
import { startFenceSite, type FenceSite } from './fence-site.ts';
import { reportsInEveryState, type StandIn } from './reports-in-every-state.ts';
import { askFirst, bearerOf, everyRole } from './visitors.ts';

const desk = ['verifier', 'coordinator'] as const;
const above = ['coordinator', 'agency_head', 'leadership'] as const;
const readersWhoTakePart = ['intake_operator', ...desk, 'validator', 'inspectorate', 'leadership'] as const;
const whoSeesItInWork = [...readersWhoTakePart, 'agency_officer', 'agency_head'] as const;

/**
 * Who may make which move, written by hand from the table of the outside contract ("who"): asked with a body that lacks what the move must carry,
 * so that whoever may is told what is missing (422) and whoever may not is refused. `agency_officer` is the post assigned.
 */
const rows: readonly (readonly [MoveName, StandIn, readonly Role[]])[] = [
  ['ask_reporter', 'received', desk],
  ['ask_reporter', 'in_progress', [...desk, 'agency_officer']],
  ['provide_info', 'needs_info', ['intake_operator']],
  ['reject', 'received', ['verifier']],
  ['assign', 'verified', ['coordinator']],
  ['assign', 'assigned', ['coordinator', 'agency_head']],
  ['return_to_coordinator', 'assigned', ['agency_officer']],
  ['postpone', 'in_progress', ['agency_officer']],
  ['extend', 'request', ['coordinator', 'agency_officer']],
  ['answer', 'in_progress', ['agency_officer']],
  ['send_back', 'answered', ['validator']],
  ['reopen', 'disputed', above],
  ['uphold', 'disputed', above],
  ['transfer', 'verified', ['coordinator']],
  ['return_from_transfer', 'transferred', ['coordinator']],
  ['close', 'transferred', ['coordinator']],
  ['unmerge', 'merged', desk],
  ['reclassify', 'verified', desk],
  ['relocate', 'verified', desk],
  ['retitle', 'verified', desk],
  ['mask', 'verified', desk],
  ['note', 'verified', readersWhoTakePart],
  ['note', 'in_progress', whoSeesItInWork],
  ['message', 'verified', readersWhoTakePart],
  ['message', 'in_progress', whoSeesItInWork],
  ['confirm', 'resolved', []],
  ['dispute', 'resolved', []],
  ['withdraw', 'received', []],
  // What it is about may sit in any other office.
  ['note', 'berkadar', ['inspectorate']],
  ['assign', 'berkadar', ['inspectorate']],
  ['reclassify', 'berkadar', ['inspectorate']],
  ['mask', 'berkadar', ['inspectorate']],
  ['transfer', 'berkadar', ['inspectorate']],
  // It is read and judged by the inspectorate, by the leadership what the inspectorate answered itself, and by no validator.
  ['note', 'berkadar_answered', ['agency_officer', 'inspectorate']],
  ['send_back', 'berkadar_answered', ['inspectorate']],
  ['note', 'berkadar_answered_by_inspectorate', ['inspectorate', 'leadership']],
  ['send_back', 'berkadar_answered_by_inspectorate', ['leadership']],
  ['reopen', 'berkadar_disputed', ['leadership']],
  ['uphold', 'berkadar_disputed', ['leadership']],
  // Given back twice: from then on it is the coordinator's to relieve the agency.
  ['return_to_coordinator', 'assigned_for_good', []],
  ['assign', 'assigned_for_good', ['coordinator', 'agency_head']],
  ['note', 'secret', ['verifier', 'coordinator', 'validator', 'inspectorate']],
  ['reclassify', 'secret', desk],
  // These carry nothing: they are made by whoever may, after all others were refused.
  ['accept', 'assigned', ['agency_officer']],
  ['approve', 'answered', ['validator']],
  ['approve', 'berkadar_answered', ['inspectorate']],
  ['approve', 'berkadar_answered_by_inspectorate', ['leadership']],
];

let site: FenceSite;
let numbers: Readonly<Record<StandIn, string>>;
const keys = new Map<Role, Readonly<Record<string, string>>>();

beforeAll(async () => {
  site = await startFenceSite();
  numbers = await reportsInEveryState(site.laksa, site.cities[0]);
  for (const role of everyRole) keys.set(role, await bearerOf(site, role, 'report:handle'));
}, 120_000);

afterAll(() => site.close());

it.each(rows)('%s of a report that is %s: by %j and nobody else', async (move, standIn, who) => {
  const may: Role[] = [];
  for (const role of everyRole.toSorted((one, other) => Number(who.includes(one)) - Number(who.includes(other)))) {
    const { statusCode } = await askFirst(site, {
      method: 'POST',
      url: `/api/v1/reports/${numbers[standIn]}/moves`,
      headers: { ...keys.get(role), 'content-type': 'application/json' },
      payload: { move },
    });
    expect([200, 403, 404, 422], role).toContain(statusCode);
    if (statusCode === 200 || statusCode === 422) may.push(role);
  }
  expect(may.toSorted()).toEqual(who.toSorted());
});

it.each([
  ['verify', { class: 'complaint', category: 'sampah' }, desk],
  ['verify', { class: 'berkadar', category: 'perilaku-aparat' }, desk],
  ['merge', {}, desk],
] as const)('%s, carrying %j, of a report just filed: by %j and nobody else', async (move, carried, who) => {
  const may: Role[] = [];
  for (const role of everyRole) {
    const { number } = await fileSample(site.laksa, site.cities[0]);
    const primary = move === 'merge' ? { primary: numbers.verified } : {};
    const { statusCode } = await askFirst(site, {
      method: 'POST',
      url: `/api/v1/reports/${number}/moves`,
      headers: { ...keys.get(role), 'content-type': 'application/json' },
      payload: { move, ...carried, ...primary },
    });
    expect([200, 403], role).toContain(statusCode);
    if (statusCode === 200) may.push(role);
  }
  expect(may.toSorted()).toEqual(who.toSorted());
});

it('lets nobody make the move of the clock', async () => {
  for (const role of everyRole) {
    const { statusCode } = await askFirst(site, {
      method: 'POST',
      url: `/api/v1/reports/${numbers.resolved}/moves`,
      headers: { ...keys.get(role), 'content-type': 'application/json' },
      payload: { move: 'expire', clockId: '019a0000-0000-7000-8000-000000000000' },
    });
    // Not a move that can be asked for; nor does every post have a key that moves anything.
    expect([403, 422], role).toContain(statusCode);
  }
});
