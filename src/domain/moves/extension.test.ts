import { describe, expect, test } from 'vitest';

import { calendarFrom } from '../calendar.ts';
import { holidaysOfIndonesia } from '../calendar-id.ts';
import { lastOf, type RunningClock } from '../clocks.ts';
import { recountsOf } from '../recounted-clocks.ts';
import { policyFrom } from '../policy.ts';
import type { Report } from '../report.ts';
import { posts } from '../testing/city.ts';
import { applied, by, filed, moved, outcomeOf, refusalOf, reporter } from '../testing/life.ts';
import * as make from '../testing/moves.ts';
import { later, localDay } from '../time.ts';

const at = (day: number, hour = 3): string =>
  `2026-07-${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00.000Z`;
const coordinator = by(posts.coordinator);
const officer = by(posts.roadsOfficer);

const received = filed(at(1), { kind: 'information_request' });
const verified = moved(received, by(posts.verifier), make.verify('information_request'), at(1, 4));
const assigned = moved(verified, coordinator, make.assign(), at(1, 5));
const busy = moved(assigned, officer, make.accept, at(1, 6));
const answered = moved(busy, officer, make.answer, at(2));

const kipOf = (report: Report): RunningClock => {
  const clock = lastOf(report.clocks, 'kip');
  if (clock === undefined) throw new Error('no kip clock');
  return clock;
};
const dueDay = (report: Report): string => localDay(later(kipOf(report).dueAt, -1), 'Asia/Jakarta');

describe('the time to answer a request for information', () => {
  test('is ten working days, and seven more for a written reason that the reporter is told', () => {
    expect(dueDay(busy)).toBe('2026-07-15');
    const outcome = outcomeOf(busy, officer, make.extend, at(6));
    const longer = applied(busy, outcome);
    expect([dueDay(longer), kipOf(longer).extendedAt, longer.state]).toEqual(['2026-07-24', at(6), 'in_progress']);
    expect(outcome.events).toEqual([
      {
        kind: 'extended',
        payload: {
          clock: 'kip',
          clockId: kipOf(busy).id,
          before: kipOf(busy).dueAt,
          dueAt: kipOf(longer).dueAt,
          provisional: false,
        },
        secrets: { message: 'Arsipnya di gudang lama.' },
        tellsReporter: true,
      },
    ]);
  });

  test('is extended once, and with a reason', () => {
    const longer = moved(busy, officer, make.extend, at(6));
    expect(refusalOf(longer, coordinator, make.extend, at(7)).kind).toBe('state_forbids');
    expect(refusalOf(busy, officer, { move: 'extend', message: ' ' }, at(6))).toEqual({
      kind: 'incomplete',
      problems: [{ field: 'message', problem: 'required' }],
    });
  });

  test('is not extended a second time by way of another class', () => {
    const longer = moved(busy, officer, make.extend, at(6));
    const away = moved(longer, coordinator, { move: 'reclassify', class: 'complaint' }, at(7));
    const back = moved(away, coordinator, { move: 'reclassify', class: 'information_request' }, at(8));
    expect([dueDay(back), kipOf(back).extendedAt]).toEqual(['2026-07-24', at(6)]);
    expect(refusalOf(back, coordinator, make.extend, at(9)).kind).toBe('state_forbids');
  });

  test('is not extended when it is over: what is late stays late', () => {
    const { dueAt } = kipOf(busy);
    expect(moved(busy, officer, make.extend, later(dueAt, -1)).state).toBe('in_progress');
    expect(refusalOf(busy, officer, make.extend, dueAt)).toEqual({ kind: 'state_forbids', state: 'in_progress' });
  });

  test.each([
    ['verified', verified, [posts.coordinator], [posts.roadsOfficer, posts.verifier]],
    ['assigned', assigned, [posts.coordinator, posts.roadsOfficer], [posts.lightsOfficer, posts.validator]],
    ['in work', busy, [posts.coordinator, posts.roadsOfficer], [posts.roadsHead, posts.verifier, posts.leadership]],
    ['answered', answered, [posts.coordinator, posts.validator], [posts.roadsOfficer, posts.verifier]],
  ] as const)('is extended while %s by the coordinator and who holds it', (_state, report, may, mayNot) => {
    for (const post of may) expect(dueDay(moved(report, by(post), make.extend, at(3))), post.slug).toBe('2026-07-24');
    for (const post of mayNot)
      expect(refusalOf(report, by(post), make.extend, at(3)).kind, post.slug).toBe('post_may_not');
    expect(refusalOf(report, reporter, make.extend, at(3)).kind).toBe('post_may_not');
  });

  test('of any other report is nothing that an office could extend', () => {
    const complaint = moved(filed(at(1)), by(posts.verifier), make.verify('complaint'), at(1, 4));
    expect(refusalOf(complaint, coordinator, make.extend, at(2)).kind).toBe('state_forbids');
  });

  test('follows the policy of its report, in whatever days that counts', () => {
    const value = { n: 3, unit: 'calendar_days' } as const;
    const policy = policyFrom(2, [{ key: 'clock.kip_extension', value, source: 'Kota', confidence: 'own' }]);
    expect(dueDay(moved(busy, officer, make.extend, at(6), { policy }))).toBe('2026-07-18');
  });

  test('counts the extension when a holiday moves it, and when an objection reopens it', () => {
    const longer = moved(busy, officer, make.extend, at(6));
    const rows = [...holidaysOfIndonesia, { day: '2026-07-20', kind: 'regional' } as const];
    const calendar = calendarFrom('Asia/Jakarta', rows);
    const recounts = recountsOf(longer, { policy: policyFrom(1, []), calendar });
    expect(recounts.find(({ clock }) => clock.kind === 'kip')?.due.dueAt).toBe('2026-07-27T17:00:00.000Z');
    const given = moved(moved(longer, officer, make.answer, at(7)), by(posts.validator), make.approve, at(8));
    const reopened = moved(moved(given, reporter, make.dispute, at(10)), coordinator, make.reopen, at(13));
    expect([dueDay(reopened), kipOf(reopened).stoppedAt]).toEqual(['2026-07-28', null]);
    expect(refusalOf(reopened, coordinator, make.extend, at(14)).kind).toBe('state_forbids');
  });
});
