import { describe, expect, it } from 'vitest';

import { dutyTyped } from './typed-duty.ts';

const setting = {
  posts: [{ id: 'p1', slug: 'verifikator' }],
  zone: 'Asia/Jakarta',
  now: '2026-11-23T02:00:00.000Z',
};
const night = {
  post: 'verifikator',
  fromDay: '2026-11-23',
  fromTime: '20.00',
  untilDay: '2026-11-24',
  untilTime: '06:00',
};

describe('a duty that was typed', () => {
  it('is two instants of the city’s time, and a day ends at 24.00', () => {
    expect(dutyTyped(night, setting)).toEqual({
      ok: true,
      postId: 'p1',
      from: '2026-11-23T13:00:00.000Z',
      until: '2026-11-23T23:00:00.000Z',
    });
    expect(dutyTyped({ ...night, untilTime: '24.00' }, setting)).toMatchObject({ until: '2026-11-24T17:00:00.000Z' });
    expect(dutyTyped(night, { ...setting, zone: 'Asia/Jayapura' })).toMatchObject({ from: '2026-11-23T11:00:00.000Z' });
  });

  it('lasts 31 days at most, and begins within a year', () => {
    expect(dutyTyped({ ...night, untilDay: '2026-12-24', untilTime: '20.00' }, setting)).toMatchObject({ ok: true });
    expect(dutyTyped({ ...night, fromDay: '2027-11-23', untilDay: '2027-11-24' }, setting)).toMatchObject({ ok: true });
  });

  it.each([
    [{ post: '' }, [['post', 'required']]],
    [{ post: 'walikota' }, [['post', 'unknown']]],
    [{ fromDay: '2026-02-30' }, [['fromDay', 'not_a_date']]],
    [{ untilDay: '0001-01-01' }, [['untilDay', 'not_a_date']]],
    [{ fromTime: '8' }, [['fromTime', 'not_a_time']]],
    [{ untilTime: '25.00' }, [['untilTime', 'not_a_time']]],
    [{ untilDay: '2026-11-23', untilTime: '20.00' }, [['untilTime', 'not_after']]],
    [{ fromDay: '2026-11-01', untilDay: '2026-11-02' }, [['untilDay', 'in_the_past']]],
    [{ fromDay: '2027-11-24', untilDay: '2027-11-25' }, [['fromDay', 'too_far']]],
    [{ untilDay: '2026-12-24', untilTime: '20.01' }, [['untilDay', 'too_long']]],
    [
      { fromDay: '', fromTime: '', untilDay: '', untilTime: '' },
      [
        ['fromDay', 'required'],
        ['fromTime', 'required'],
        ['untilDay', 'required'],
        ['untilTime', 'required'],
      ],
    ],
  ] as const)('with %j is refused, and every field says why', (more, problems) => {
    const read = dutyTyped({ ...night, ...more }, setting);
    expect(read).toEqual({ ok: false, problems: problems.map(([field, problem]) => ({ field, problem })) });
  });
});
