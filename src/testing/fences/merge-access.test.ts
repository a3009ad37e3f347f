import { afterAll, beforeAll, expect, it } from 'vitest';

import { makeNumber } from '../../domain/report-number.ts';
import type { Role } from '../../domain/role.ts';
import { fileSample } from '../report-life.ts';
import { startFenceSite, type FenceSite } from './fence-site.ts';
import { reportsInEveryState, type StandIn } from './reports-in-every-state.ts';
import { askFirst, bearerOf } from './visitors.ts';

let site: FenceSite;
let numbers: Readonly<Record<StandIn, string>>;

beforeAll(async () => {
  site = await startFenceSite();
  numbers = await reportsInEveryState(site.laksa, site.cities[0]);
}, 120_000);

afterAll(() => site.close());

const merge = async (role: Role, number: string, primary: string) => {
  const answer = await askFirst(site, {
    method: 'POST',
    url: `/api/v1/reports/${number}/moves`,
    headers: await bearerOf(site, role, 'report:handle'),
    payload: { move: 'merge', primary },
  });
  return { status: answer.statusCode, errors: answer.json<{ readonly errors?: unknown }>().errors };
};

it('ties no report to one that the verifier may not read, and does not tell that there is one', async () => {
  const { number } = await fileSample(site.laksa, site.cities[0]);
  const nothing = await merge('verifier', number, makeNumber(Math.random));
  expect(nothing.status).toBe(422);
  expect(await merge('verifier', number, numbers.berkadar)).toEqual(nothing);
  // A secret report, which a verifier does read, is answered alone as well: that much is told.
  expect(await merge('verifier', number, numbers.secret)).toMatchObject({
    status: 422,
    errors: [{ field: 'primary', problem: 'not_allowed' }],
  });
  expect((await merge('verifier', number, numbers.received)).status).toBe(200);
});

it('tells nobody who may not merge which numbers exist', async () => {
  const nothing = await merge('agency_officer', numbers.in_progress, makeNumber(Math.random));
  expect(nothing.status).toBe(403);
  for (const primary of [numbers.secret, numbers.berkadar, numbers.received, numbers.verified])
    expect(await merge('agency_officer', numbers.in_progress, primary)).toEqual(nothing);
});
