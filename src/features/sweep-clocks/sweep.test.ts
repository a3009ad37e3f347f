import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { fileSample, moved } from '../../testing/report-life.ts';
import { startTestInstallation, type TestInstallation } from '../../testing/test-installation.ts';
import { sweepClocks } from './sweep.ts';

let site: TestInstallation;
beforeAll(async () => {
  site = await startTestInstallation();
});
afterAll(() => site.close());

const rowOf = (number: string) =>
  site.laksa.database.inTenant(site.cities[0].id, (tx) =>
    tx
      .selectFrom('report')
      .select(['state', 'state_since', 'closed_reason'])
      .where('tenant_id', '=', site.cities[0].id)
      .where('number', '=', number)
      .executeTakeFirstOrThrow(),
  );

/** Filed, and the reporter is asked: without an answer it is closed after thirty days. */
const asked = async (): Promise<string> => {
  const { number } = await fileSample(site.laksa, site.cities[0]);
  await moved(site.laksa, site.cities[0], {
    number,
    by: 'verifikator',
    command: { move: 'ask_reporter', reason: 'place_unclear', message: 'Di mana tepatnya?' },
  });
  return number;
};

describe('the sweep of a city', () => {
  it('closes what got no reply, dated by the deadline however late it comes, and nothing of the other city', async () => {
    const number = await asked();
    const other = await fileSample(site.laksa, site.cities[1]);
    site.clock.set('2027-03-01T02:00:00.000Z');
    expect(await sweepClocks(site.laksa, site.cities[0])).toBe(false);
    expect(await rowOf(number)).toEqual({
      state: 'closed',
      closed_reason: 'not_completed',
      state_since: new Date('2026-12-23T17:00:00.000Z'),
    });
    const untouched = await site.laksa.database.inTenant(site.cities[1].id, (tx) =>
      tx
        .selectFrom('report')
        .select('version')
        .where('tenant_id', '=', site.cities[1].id)
        .where('number', '=', other.number)
        .executeTakeFirstOrThrow(),
    );
    expect(untouched.version).toBe(1);
  });

  it('goes on past a report that was changed from outside, and tells of it', async () => {
    const [first] = site.cities;
    const broken = await asked();
    const whole = await asked();
    await site.laksa.database.inTenant(first.id, (tx) =>
      tx
        .updateTable('report')
        .set({ version: 9 })
        .where('tenant_id', '=', first.id)
        .where('number', '=', broken)
        .execute(),
    );
    site.clock.set('2027-06-01T02:00:00.000Z');
    await expect(sweepClocks(site.laksa, first)).rejects.toThrow('clocks not marked');
    expect((await rowOf(broken)).state).toBe('needs_info');
    expect((await rowOf(whole)).state).toBe('closed');
  });
});
