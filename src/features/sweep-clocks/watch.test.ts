import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import type { Tenant } from '../../platform/tenant/tenant.ts';
import { uuid7 } from '../../platform/db/uuid7.ts';
import { publishPending } from '../../store/feed.ts';
import { addDuty } from '../../store/duty.ts';
import { addHolder } from '../../store/post-holder.ts';
import { watchReport } from '../../store/watch-clock.ts';
import { fileSample, moved, readCity } from '../../testing/report-life.ts';
import { startTestInstallation, type TestInstallation } from '../../testing/test-installation.ts';
import { verifyLedger } from '../verify-ledger/verify-ledger.ts';
import { createClockSweep } from './sweep.ts';
import { createWatchSweep } from './watch.ts';

let site: TestInstallation;
let first: Tenant;
let watchClocks: ReturnType<typeof createWatchSweep>;
beforeAll(async () => {
  site = await startTestInstallation();
  [first] = site.cities;
});
beforeEach(() => {
  watchClocks = createWatchSweep();
});
afterAll(() => site.close());

const hour = 3_600_000;

/** What posts were told of a report, the earliest moment first. */
const told = async (number: string, city: Tenant = first): Promise<readonly string[]> => {
  const { posts } = await readCity(site.laksa, city);
  const rows = await site.laksa.database.inTenant(city.id, (tx) =>
    tx
      .selectFrom('post_notice as n')
      .innerJoin('report as r', (join) =>
        join.onRef('r.tenant_id', '=', 'n.tenant_id').onRef('r.id', '=', 'n.report_id'),
      )
      .leftJoin('report_clock as c', (join) =>
        join.onRef('c.tenant_id', '=', 'n.tenant_id').onRef('c.id', '=', 'n.about_id'),
      )
      .select(['n.post_id', 'n.kind', 'n.at', 'c.kind as clock'])
      .where('n.tenant_id', '=', city.id)
      .where('r.number', '=', number)
      .orderBy('n.at')
      .orderBy('n.id')
      .execute(),
  );
  return rows.map(({ post_id, kind, at, clock }) => {
    const slug = posts.find(({ id }) => id === post_id)?.slug ?? '';
    return [at.toISOString(), slug, kind, ...(clock === null ? [] : [clock])].join(' ');
  });
};

const eventsOf = async (number: string, kind: string, city: Tenant = first) =>
  site.laksa.database.inTenant(city.id, (tx) =>
    tx
      .selectFrom('report_event as e')
      .innerJoin('report as r', (join) =>
        join.onRef('r.tenant_id', '=', 'e.tenant_id').onRef('r.id', '=', 'e.report_id'),
      )
      .select(['e.at', 'e.payload', 'e.actor_kind'])
      .where('e.tenant_id', '=', city.id)
      .where('r.number', '=', number)
      .where('e.kind', '=', kind)
      .orderBy('e.seq')
      .execute(),
  );

const sweepAt = async (iso: string, city: Tenant = first): Promise<void> => {
  site.clock.set(iso);
  while (await watchClocks(site.laksa, city));
};

const fileAt = async (iso: string, city: Tenant = first, more = {}): Promise<string> => {
  site.clock.set(iso);
  return (await fileSample(site.laksa, city, more)).number;
};

const idOfPost = async (slug: string, city: Tenant = first): Promise<string> => {
  const post = (await readCity(site.laksa, city)).posts.find((one) => one.slug === slug);
  if (post === undefined) throw new Error(`the city has no post ${slug}`);
  return post.id;
};

const ofClock = (lines: readonly string[], clock: string) => lines.filter((line) => line.endsWith(` ${clock}`));

describe('the first answer within 24 hours', () => {
  it('is told step by step to whoever holds it and whoever stands above, each at its moment and once', async () => {
    const number = await fileAt('2026-11-23T03:00:00.000Z');
    expect(await told(number)).toEqual(['2026-11-23T03:00:00.000Z verifikator new_work']);
    for (let minutes = 0; minutes <= 40 * 60; minutes += 90)
      await sweepAt(new Date(Date.parse('2026-11-23T03:00:00.000Z') + minutes * 60_000).toISOString());
    await sweepAt('2026-11-24T19:00:00.000Z');
    expect(ofClock(await told(number), 'first_answer')).toEqual([
      '2026-11-23T15:00:00.000Z verifikator escalated first_answer',
      '2026-11-23T21:00:00.000Z koordinator escalated first_answer',
      '2026-11-24T01:00:00.000Z verifikator due_today first_answer',
      '2026-11-24T03:00:00.000Z verifikator overdue first_answer',
      '2026-11-24T03:00:00.000Z pimpinan escalated first_answer',
      '2026-11-24T15:00:00.000Z ombudsman escalated first_answer',
    ]);
    const steps = (await eventsOf(number, 'escalated')).map(({ at, actor_kind, payload }) => [
      at.toISOString(),
      actor_kind,
      payload,
    ]);
    expect(steps[0]).toEqual([
      '2026-11-23T21:00:00.000Z',
      'clock',
      expect.objectContaining({ clock: 'first_answer', step: 75, level: 'agency_head' }),
    ]);
    expect(steps.map(([at]) => at)).toEqual(steps.map(([at]) => at).toSorted());
  });

  it('is caught up after a week of downtime, dated by its moments, by two workers at once, and never again', async () => {
    const number = await fileAt('2026-11-30T03:00:00.000Z');
    site.clock.set('2026-12-07T03:00:00.000Z');
    const other = createWatchSweep();
    await Promise.all([watchClocks(site.laksa, first), other(site.laksa, first)]);
    const after = await told(number);
    expect(ofClock(after, 'first_answer')).toEqual([
      '2026-11-30T21:00:00.000Z koordinator escalated first_answer',
      '2026-12-01T03:00:00.000Z verifikator overdue first_answer',
      '2026-12-01T03:00:00.000Z pimpinan escalated first_answer',
      '2026-12-01T15:00:00.000Z ombudsman escalated first_answer',
    ]);
    await Promise.all([watchClocks(site.laksa, first), other(site.laksa, first)]);
    await sweepAt('2026-12-07T04:00:00.000Z');
    expect(await told(number)).toEqual(after);
    const seen = (await eventsOf(number, 'escalated')).map(({ payload }) => JSON.stringify(payload));
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThanOrEqual(3);
  });

  it('is not told of once it was given', async () => {
    const number = await fileAt('2026-12-08T03:00:00.000Z');
    await moved(site.laksa, first, {
      number,
      by: 'verifikator',
      command: { move: 'message', message: 'Kami sedang memeriksanya.' },
    });
    await sweepAt('2026-12-12T03:00:00.000Z');
    expect(ofClock(await told(number), 'first_answer')).toEqual([]);
  });
});

describe('a due date that moves', () => {
  it('takes its moments with it; while it stands still nobody is told', async () => {
    const number = await fileAt('2026-12-14T03:00:00.000Z');
    await moved(site.laksa, first, {
      number,
      by: 'verifikator',
      command: { move: 'ask_reporter', reason: 'place_unclear', message: 'Di mana?' },
    });
    await sweepAt('2026-12-20T03:00:00.000Z');
    expect(ofClock(await told(number), 'verify')).toEqual([]);
    site.clock.set('2026-12-21T03:00:00.000Z');
    await moved(site.laksa, first, {
      number,
      by: { kind: 'reporter' },
      command: { move: 'provide_info', message: 'Depan sekolah.' },
    });
    await sweepAt('2026-12-21T03:00:01.000Z');
    expect(await told(number)).toContain('2026-12-21T03:00:00.000Z verifikator info_provided');
    expect(ofClock(await told(number), 'verify')).toEqual([]);
    await sweepAt('2027-01-20T03:00:00.000Z');
    const verify = ofClock(await told(number), 'verify');
    expect(verify.filter((line) => line.includes('overdue'))).toHaveLength(1);
    expect(verify.every((line) => line > '2026-12-21T03:00:01')).toBe(true);
  });
});

describe('what happened first is told first', () => {
  /** A request for information, whose time runs on while its reporter is asked; nobody looks until both have long run out. */
  const askedAndLeft = async (): Promise<string> => {
    site.clock.set('2026-06-22T03:00:00.000Z');
    const { number } = await fileSample(site.laksa, first, { kind: 'information_request' });
    const categoryId = (await readCity(site.laksa, first)).categories[0]?.id ?? '';
    const verify = { move: 'verify', class: 'information_request', categoryId, publish: { photos: [] } } as const;
    const ask = { move: 'ask_reporter', reason: 'place_unclear', message: 'Arsip tahun berapa?' } as const;
    await moved(site.laksa, first, { number, by: 'verifikator', command: verify });
    await moved(site.laksa, first, { number, by: 'koordinator', command: { move: 'extend', message: 'Arsip lama.' } });
    await moved(site.laksa, first, { number, by: 'koordinator', command: ask });
    site.clock.set('2026-09-01T03:00:00.000Z');
    return number;
  };

  const historyOf = async (number: string): Promise<readonly string[]> => {
    const events = [...(await eventsOf(number, 'escalated')), ...(await eventsOf(number, 'expired'))];
    return events.map(({ at, payload }) => `${at.toISOString()} ${Object(payload).level ?? 'closed'}`);
  };

  it.each(['posts', 'reporters'] as const)(
    'after weeks of downtime, whether %s are looked after first: what came before the time to reply was over, and nothing after',
    async (whoFirst) => {
      const number = await askedAndLeft();
      const [closing, telling] = [createClockSweep(), createWatchSweep()];
      const sweeps = whoFirst === 'posts' ? [telling, closing, telling] : [closing, telling];
      for (const sweep of sweeps) while (await sweep(site.laksa, first));
      expect(await historyOf(number)).toEqual([
        '2026-07-15T17:00:00.000Z leadership',
        '2026-07-22T17:00:00.000Z closed',
      ]);
    },
  );
});

describe('a merged report', () => {
  it('is told of by its primary; parted, of all that came meanwhile', async () => {
    site.clock.set('2029-03-05T03:00:00.000Z');
    const { number: primary, reportId: primaryId } = await fileSample(site.laksa, first);
    const { number: voice, reportId } = await fileSample(site.laksa, first);
    await moved(site.laksa, first, {
      number: voice,
      by: 'verifikator',
      command: { move: 'merge', primaryId },
    });
    await sweepAt('2029-03-12T03:00:00.000Z');
    const ofPrimary = ofClock(await told(primary), 'first_answer');
    expect(ofPrimary).not.toEqual([]);
    const city = await readCity(site.laksa, first);
    const due = { tenantId: first.id, city, reportId, at: site.clock.now() };
    await site.laksa.database.inTenant(first.id, (tx) => watchReport(tx, due));
    expect(ofClock(await told(voice), 'first_answer')).toEqual([]);
    await moved(site.laksa, first, {
      number: voice,
      by: 'verifikator',
      command: { move: 'unmerge', reason: 'not_the_same', message: 'Lubang lain.' },
    });
    await sweepAt('2029-03-12T03:00:00.000Z');
    expect(ofClock(await told(voice), 'first_answer')).toEqual(ofPrimary);
  });
});

describe('who may not read a report', () => {
  it('is not told of it: a secret one goes past the leadership', async () => {
    const number = await fileAt('2027-02-01T03:00:00.000Z', first, { isSecret: true });
    await sweepAt('2027-03-01T03:00:00.000Z');
    const lines = (await told(number)).join('\n');
    expect(lines).toContain('koordinator escalated first_answer');
    expect(lines).toContain('ombudsman escalated');
    expect(lines).not.toContain('pimpinan');
    expect((await eventsOf(number, 'escalated')).map(({ payload }) => payload)).not.toContainEqual(
      expect.objectContaining({ level: 'leadership' }),
    );
  });

  it('is not told of it: berkadar stays within its line', async () => {
    const number = await fileAt('2027-03-08T03:00:00.000Z');
    const { categories } = await readCity(site.laksa, first);
    const categoryId = categories.find(({ slug }) => slug === 'perilaku-aparat')?.id ?? '';
    await moved(site.laksa, first, {
      number,
      by: 'verifikator',
      command: { move: 'verify', class: 'berkadar', categoryId, publish: { title: '', description: '', photos: [] } },
    });
    const before = await told(number);
    await sweepAt('2027-12-01T03:00:00.000Z');
    const slugs = (await told(number)).filter((line) => !before.includes(line)).map((line) => line.split(' ')[1]);
    expect(new Set(slugs)).toEqual(new Set(['inspektorat']));
  });

  it('is not told of it: another city hears nothing, though its clocks run too', async () => {
    const [, second] = site.cities;
    const here = await fileAt('2028-01-03T03:00:00.000Z');
    const there = (await fileSample(site.laksa, second)).number;
    await sweepAt('2028-01-05T03:00:00.000Z');
    expect(ofClock(await told(here), 'first_answer')).not.toEqual([]);
    expect(await told(there, second)).toEqual(['2028-01-03T03:00:00.000Z verifikator new_work']);
  });
});

describe('at night', () => {
  const letters = (number: string) =>
    site.laksa.database.inTenant(first.id, (tx) =>
      tx
        .selectFrom('post_letter as l')
        .innerJoin('post_notice as n', (join) =>
          join.onRef('n.tenant_id', '=', 'l.tenant_id').onRef('n.id', '=', 'l.notice_id'),
        )
        .innerJoin('report as r', (join) =>
          join.onRef('r.tenant_id', '=', 'n.tenant_id').onRef('r.id', '=', 'n.report_id'),
        )
        .select(['l.user_id', 'n.kind', 'n.not_before', 'l.state'])
        .where('l.tenant_id', '=', first.id)
        .where('r.number', '=', number)
        .orderBy('n.not_before')
        .orderBy('l.user_id')
        .execute(),
    );

  it('what can wait waits for the morning; what cannot goes to whoever is on duty, at once', async () => {
    site.clock.set('2028-03-06T00:00:00.000Z');
    const at = site.clock.now();
    const duty = await idOfPost('ruang-kendali');
    const verifier = await idOfPost('verifikator');
    await site.laksa.database.inTenant(first.id, async (tx) => {
      await addHolder(tx, first.id, { postId: verifier, userId: 'vera', from: at, address: 'vera@example.org' });
      await addHolder(tx, first.id, { postId: duty, userId: 'dini', from: at, address: 'dini@example.org' });
      const row = { id: uuid7(at), post_id: duty, from_at: at, until_at: new Date(at.getTime() + 48 * hour) };
      await tx
        .insertInto('duty')
        .values({ tenant_id: first.id, ...row, made_by: null, made_at: at })
        .execute();
    });
    // 22:00 in Jakarta on Monday; 24 hours are over on Tuesday at 22:00, when everybody sleeps.
    const number = await fileAt('2028-03-06T15:00:00.000Z');
    expect(await letters(number)).toEqual([
      { user_id: 'vera', kind: 'new_work', not_before: new Date('2028-03-06T23:00:00.000Z'), state: 'waiting' },
    ]);
    await sweepAt('2028-03-07T15:00:00.000Z');
    const overdue = (await letters(number)).filter(({ kind }) => kind === 'overdue');
    expect(overdue.map(({ user_id, not_before }) => [user_id, not_before.toISOString()])).toEqual([
      ['dini', '2028-03-07T15:00:00.000Z'],
      ['vera', '2028-03-07T23:00:00.000Z'],
    ]);
  });

  it('whoever is on duty over the days off is told when the offices close on Friday', async () => {
    const duty = await idOfPost('ruang-kendali');
    const [from, until] = [new Date('2028-03-10T09:00:00.000Z'), new Date('2028-03-13T01:00:00.000Z')];
    await site.laksa.database.inTenant(first.id, (tx) =>
      addDuty(tx, first.id, { postId: duty, from, until, by: duty, at: from }),
    );
    // Friday at 10:00 in Jakarta: 24 hours are over on Saturday at 10:00, when nobody is at work.
    const number = await fileAt('2028-03-10T03:00:00.000Z');
    await sweepAt('2028-03-10T08:59:59.000Z');
    expect((await told(number)).filter((line) => line.includes('ruang-kendali'))).toEqual([]);
    await sweepAt('2028-03-10T09:00:00.000Z');
    expect(await told(number)).toContain('2028-03-10T09:00:00.000Z ruang-kendali due_soon first_answer');
    const [letter] = (await letters(number)).filter(({ user_id, kind }) => user_id === 'dini' && kind === 'due_soon');
    expect(letter?.not_before.toISOString()).toBe('2028-03-10T09:00:00.000Z');
  });

  it('whoever holds a post no longer gets no letter', async () => {
    const holders = () =>
      site.laksa.database.inTenant(first.id, (tx) =>
        tx
          .updateTable('post_holder')
          .set({ until_at: site.clock.now() })
          .where('tenant_id', '=', first.id)
          .where('user_id', '=', 'vera')
          .execute(),
      );
    site.clock.set('2028-04-03T03:00:00.000Z');
    await holders();
    expect(await letters(await fileAt('2028-04-03T03:00:01.000Z'))).toEqual([]);
  });
});

it('what was told stands in a ledger that is whole', async () => {
  await site.laksa.database.inTenant(first.id, async (tx) => {
    while (await publishPending(tx, first.id, first.clock.now()));
  });
  const { findings } = await verifyLedger(site.laksa, first);
  expect(findings).toEqual([]);
});
