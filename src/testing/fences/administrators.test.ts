import type { InjectOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Scope } from '../../domain/access.ts';
import { fillWithWords, type Holdings } from './city-with-words.ts';
import { startFenceSite, type FenceSite } from './fence-site.ts';
import { nobodysHoldings } from './nobodys.ts';
import { probes } from './probes.ts';
import { askFirst, bearerOf, letVisitorsIn, type Visitors } from './visitors.ts';
import { wordOf } from './words-of-city.ts';

let site: FenceSite;
let own: Holdings;
let visitors: Visitors;

beforeAll(async () => {
  site = await startFenceSite();
  own = await fillWithWords(site, site.cities[0]);
  visitors = await letVisitorsIn(site);
}, 120_000);
afterAll(() => site.close());

/** What only who reads reports may know, of one that everyone may see a part of and of one that nobody may. */
const untold = ['name', 'email', 'description', 'place', 'note', 'secret', 'subject', 'question', 'info'] as const;

const keyOf = async (role: 'platform_admin' | 'city_admin', scope: Scope): Promise<string> =>
  (await bearerOf(site, role, scope)).authorization.replace('Bearer ', '');

describe.each(['platform_admin', 'city_admin'] as const)('a %s', (role) => {
  it('reads no report through any door, by session or by key', async () => {
    const session = visitors.get(role)?.['cookie'] ?? '';
    const keys = {
      'report:create': await keyOf(role, 'report:create'),
      'report:handle': await keyOf(role, 'report:handle'),
      'report:read': await keyOf(role, 'report:read'),
    };
    // Numbers and ids they may have heard of; none of what the reporter holds.
    const { number, hiddenNumber, photoId, reportId, jobId, agency, post, village, category } = own;
    const { spanId, cityEventId, handoverId } = own;
    const heard = { number, hiddenNumber, photoId, reportId, jobId, agency, post, village, category };
    const brought = { ...nobodysHoldings(session, 'x'), ...heard, spanId, cityEventId, handoverId, keys };
    const words = untold.map((field) => wordOf(site.cities[0], field));
    let asked = 0;
    for (const [route, ways] of Object.entries(probes))
      for (const way of ways) {
        const request: InjectOptions = way(brought, brought);
        const answer = await askFirst(site, request);
        expect(answer.statusCode, route).toBeLessThan(500);
        for (const word of words) expect(answer.body, `${route} ${JSON.stringify(request)}`).not.toContain(word);
        asked += 1;
      }
    expect(asked).toBeGreaterThan(200);
  }, 60_000);
});
