import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { endedAt, overlaps } from './office.ts';
import { administeredUntil, forEver, staffingProblem, withOffice, type Staffing } from './staffing.ts';

const now = '2026-11-23T02:00:00.000Z';
const later = '2026-12-01T00:00:00.000Z';
const muchLater = '2027-01-01T00:00:00.000Z';
const span = (id: string, until: string | null, from = '2026-01-01T00:00:00.000Z', postId = 'admin') => ({
  id,
  postId,
  userId: id,
  from,
  until,
  acting: null,
});
const desk = ['verifier', 'coordinator', 'validator', 'inspectorate', 'leadership'] as const;
const city = (...holders: readonly ReturnType<typeof span>[]): Staffing => ({
  posts: [{ id: 'admin', roles: ['city_admin'] }, ...desk.map((role) => ({ id: role, roles: [role] }))],
  holders,
});
const ended = (id: string, until: string) => ({ kind: 'holder', id, fields: span(id, until) }) as const;

describe('a city', () => {
  it('keeps an administrator without end, once it has one', () => {
    const one = city(span('ani', null));
    expect(staffingProblem(one, withOffice(one, ended('ani', later)), now)).toEqual({ kind: 'last_administrator' });
    const two = city(span('ani', null), span('budi', null));
    expect(staffingProblem(two, withOffice(two, ended('ani', now)), now)).toBeNull();
    const deputy = city(span('ani', null), span('budi', muchLater));
    expect(staffingProblem(deputy, withOffice(deputy, ended('ani', now)), now)).toEqual({ kind: 'last_administrator' });
  });

  it('lets its administrator go on the day that another comes, and keeps that one then', () => {
    const toCome = city(span('ani', null), span('budi', null, later));
    const handedOver = withOffice(toCome, ended('ani', later));
    expect(staffingProblem(toCome, handedOver, now)).toBeNull();
    expect(staffingProblem(toCome, withOffice(toCome, ended('ani', now)), now)).toEqual({ kind: 'last_administrator' });
    const budiGone = withOffice(handedOver, { kind: 'holder', id: 'budi', fields: span('budi', later, later) });
    expect(staffingProblem(handedOver, budiGone, now)).toEqual({ kind: 'last_administrator' });
    const gap = city(span('ani', null), span('budi', null, muchLater));
    expect(staffingProblem(gap, withOffice(gap, ended('ani', later)), now)).toEqual({ kind: 'last_administrator' });
    const chain = city(span('ani', later), span('budi', muchLater, later), span('citra', null, muchLater));
    expect(administeredUntil(chain, now)).toBe(forEver);
  });

  it('keeps who stays longest where everybody has an end', () => {
    const dated = city(span('ani', later), span('budi', muchLater));
    expect(staffingProblem(dated, withOffice(dated, ended('ani', now)), now)).toBeNull();
    expect(staffingProblem(dated, withOffice(dated, ended('budi', later)), now)).toEqual({
      kind: 'last_administrator',
    });
    expect(administeredUntil(city(), now)).toBe('');
    expect(administeredUntil(city(span('ani', null)), now)).toBe(forEver);
  });

  it('keeps the post and the role that its administrator is in', () => {
    const one = city(span('ani', null));
    const post = { name: 'Admin', agencyId: null, roles: ['city_admin'], closedAt: null } as const;
    const closed = withOffice(one, { kind: 'post', id: 'admin', fields: { ...post, closedAt: now } });
    const emptied = withOffice(one, { kind: 'post', id: 'admin', fields: { ...post, roles: ['data_protection'] } });
    for (const after of [closed, emptied])
      expect(staffingProblem(one, after, now)).toEqual({ kind: 'last_administrator' });
  });

  it.each(desk)('keeps a post that is %s', (role) => {
    const before = city();
    const fields = { name: role, agencyId: null, roles: [role], closedAt: now };
    const after = withOffice(before, { kind: 'post', id: role, fields });
    expect(staffingProblem(before, after, now)).toEqual({ kind: 'role_left_empty', role });
    const twice = { ...before, posts: [...before.posts, { id: 'second', roles: [role] }] };
    expect(staffingProblem(twice, withOffice(twice, { kind: 'post', id: role, fields }), now)).toBeNull();
  });
});

const instants = fc.integer({ min: 1, max: 9 }).map((day) => `2026-11-0${day}T00:00:00.000Z`);

it('no sequence of changes that were allowed leaves a city without whoever administers it without end', () => {
  const someone = fc.constantFrom('ani', 'budi', 'citra');
  const step = fc.oneof(
    fc.record({ kind: fc.constant('holder' as const), id: someone, from: instants, until: fc.option(instants) }),
    fc.record({
      kind: fc.constant('post' as const),
      id: fc.constantFrom('admin', 'admin-2'),
      isAdmin: fc.boolean(),
      isOpen: fc.boolean(),
    }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), instants, (steps, at) => {
      let staffing = city(span('ani', null));
      for (const one of steps) {
        const office =
          one.kind === 'holder'
            ? ({ kind: 'holder', id: one.id, fields: span(one.id, one.until, one.from) } as const)
            : ({
                kind: 'post',
                id: one.id,
                fields: {
                  name: '',
                  agencyId: null,
                  roles: one.isAdmin ? ['city_admin' as const] : [],
                  closedAt: one.isOpen ? null : at,
                },
              } as const);
        const after = withOffice(staffing, office);
        if (staffingProblem(staffing, after, at) === null) staffing = after;
        expect(administeredUntil(staffing, at)).toBe(forEver);
      }
    }),
  );
});

it('a span that has not begun never begins when it is ended, and one that is over is not made longer', () => {
  expect(endedAt({ from: later, until: null }, now)).toEqual({ until: later });
  expect(endedAt({ from: now, until: null }, later)).toEqual({ until: later });
  expect(endedAt({ from: now, until: later }, muchLater)).toEqual({ until: later });
});

it('two spans overlap when they have a moment in common', () => {
  expect(overlaps({ from: now, until: later }, { from: later, until: null })).toBe(false);
  expect(overlaps({ from: now, until: null }, { from: later, until: muchLater })).toBe(true);
  expect(overlaps({ from: later, until: later }, { from: now, until: null })).toBe(false);
});
