import { describe, expect, test } from 'vitest';

import { allows, permissions, seesIdentity, seesReport } from './permission.ts';
import type { Report } from './report.ts';
import { idOf, posts, roads } from './testing/city.ts';

type Seen = Parameters<typeof seesReport>[1];
const report: Seen = {
  class: 'complaint',
  isSecret: false,
  isAnonymous: false,
  holderPostId: posts.roadsOfficer.id,
  assignments: [{ id: idOf(1), postId: posts.roadsOfficer.id, agencyId: roads, state: 'accepted' }],
};
const berkadar: Seen = { ...report, class: 'berkadar', holderPostId: posts.inspectorate.id, assignments: [] };
const secret: Seen = { ...report, isSecret: true };

const whoSees = (seen: Pick<Report, keyof Seen>) =>
  Object.entries(posts)
    .filter(([, post]) => seesReport(post, seen))
    .map(([name]) => name);

describe('who reads a report', () => {
  test('the desks, who works on it and who heads them; not another agency, not an administrator', () => {
    expect(whoSees(report)).toEqual([
      'operator',
      'verifier',
      'otherVerifier',
      'coordinator',
      'roadsOfficer',
      'roadsHead',
      'validator',
      'otherValidator',
      'inspectorate',
      'leadership',
      'ombudsman',
    ]);
  });

  test('a secret one: fewer', () => {
    expect(whoSees(secret)).toEqual([
      'verifier',
      'otherVerifier',
      'coordinator',
      'roadsOfficer',
      'roadsHead',
      'validator',
      'otherValidator',
      'inspectorate',
      'ombudsman',
    ]);
  });

  test('a berkadar one: the inspectorate and who holds it, not who oversees; the leadership it may be about only while it holds it', () => {
    expect(whoSees(berkadar)).toEqual(['inspectorate']);
    expect(whoSees({ ...berkadar, holderPostId: posts.leadership.id })).toEqual(['inspectorate', 'leadership']);
  });

  test('no longer who gave it back', () => {
    const back = {
      ...report,
      holderPostId: posts.coordinator.id,
      assignments: report.assignments.map((one) => ({ ...one, state: 'returned' as const })),
    };
    expect(seesReport(posts.roadsOfficer, back)).toBe(false);
    expect(seesReport(posts.roadsHead, back)).toBe(false);
  });
});

describe('who learns who the reporter is', () => {
  test('who works on it, unless the reporter is anonymous', () => {
    expect(seesIdentity(posts.roadsOfficer, report)).toBe(true);
    expect(seesIdentity(posts.roadsOfficer, { ...report, isAnonymous: true })).toBe(false);
    expect(seesIdentity(posts.verifier, { ...report, isAnonymous: true })).toBe(true);
  });

  test('of a berkadar report only the inspectorate', () => {
    const held = { ...berkadar, assignments: report.assignments };
    expect(Object.values(posts).filter((post) => seesIdentity(post, held))).toEqual([posts.inspectorate]);
  });

  test('nobody who only watches', () => {
    expect(
      [posts.leadership, posts.ombudsman, posts.validator, posts.lightsOfficer].map((post) =>
        seesIdentity(post, report),
      ),
    ).toEqual([false, false, false, false]);
  });
});

test('every permission is given to some role, and the administration reads nothing', () => {
  const roles = [
    'intake_operator',
    'verifier',
    'coordinator',
    'inspectorate',
    'leadership',
    'ombudsman',
    'city_admin',
    'data_protection',
    'platform_admin',
  ] as const;
  expect(permissions.filter((permission) => !allows({ roles }, permission))).toEqual([]);
  expect(permissions.filter((permission) => allows(posts.administrator, permission))).toEqual([
    'keep_duty',
    'administer_city',
    'see_health',
    'administer_platform',
  ]);
});
