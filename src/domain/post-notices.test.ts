import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { Actor } from './actor.ts';
import { startedClock } from './changed-clock.ts';
import { noticesOfClock } from './clock-notices.ts';
import { momentsOf, type Moment } from './escalation.ts';
import { eventKinds, type EventKind } from './event.ts';
import { seesReport } from './permission.ts';
import { isSettled, noticesOfMove, type Staff } from './post-notices.ts';
import { reportClasses, reportStates, type Report } from './report.ts';
import { calendar, desk, idOf, lights, policy, posts, roads } from './testing/city.ts';

const staff: Staff = { posts: Object.values(posts), desk };
const at = '2026-11-23T03:00:00.000Z';

const report: Report = {
  id: idOf(1000),
  number: '1234567894',
  version: 3,
  kind: 'complaint',
  class: 'complaint',
  state: 'in_progress',
  stateBefore: null,
  closedReason: null,
  publication: 'hidden',
  isAnonymous: false,
  isSecret: false,
  categoryId: null,
  villageCode: null,
  holderPostId: posts.roadsOfficer.id,
  answeredByPostId: null,
  rejectProposedByPostId: null,
  questionsAsked: 0,
  timesReturned: 0,
  policyVersion: 1,
  filedAt: at,
  assignments: [{ id: idOf(2001), postId: posts.roadsOfficer.id, agencyId: roads, state: 'accepted' }],
  clocks: [],
  happened: ['filed'],
  mergedInto: null,
};
const atDesk = (holder: { readonly id: string }, state: Report['state']): Report => ({
  ...report,
  state,
  holderPostId: holder.id,
  assignments: [],
});
const withLights: Report = {
  ...report,
  assignments: [
    ...report.assignments,
    { id: idOf(2002), postId: posts.lightsOfficer.id, agencyId: lights, state: 'offered' },
  ],
};

const slugOf = (postId: string) => staff.posts.find(({ id }) => id === postId)?.slug ?? postId;

type Made = { readonly before?: Report; readonly after: Report; readonly actor?: Actor; readonly postId?: string };

const toldBy = (kind: EventKind, { before = report, after, actor = { kind: 'reporter' }, postId }: Made) =>
  noticesOfMove(
    { before, after, actor, events: [{ id: idOf(5000), kind, at, payload: postId === undefined ? {} : { postId } }] },
    staff,
  ).map((notice) => `${slugOf(notice.postId)}: ${notice.kind}`);

describe('posts are told of a move', () => {
  const received = atDesk(posts.verifier, 'received');
  const verified = atDesk(posts.coordinator, 'verified');

  test.each<[string, EventKind, Made, readonly string[]]>([
    ['the verifier of what was filed', 'filed', { before: received, after: received }, ['verifier: new_work']],
    [
      'the coordinator of what was verified and has no owner',
      'verified',
      { before: received, after: verified, actor: { kind: 'post', post: posts.verifier } },
      ['coordinator: new_work'],
    ],
    [
      'whoever gets work, and not who has some already',
      'assigned',
      { after: withLights, actor: { kind: 'post', post: posts.coordinator }, postId: posts.lightsOfficer.id },
      ['lights-officer: new_work'],
    ],
    [
      'the coordinator of what comes back',
      'returned',
      { after: verified, actor: { kind: 'post', post: posts.roadsOfficer } },
      ['coordinator: returned'],
    ],
    [
      'the coordinator also when another agency works on',
      'returned',
      { before: withLights, after: report, actor: { kind: 'post', post: posts.lightsOfficer } },
      ['coordinator: returned'],
    ],
    [
      'everybody at work of what the reporter answered',
      'info_provided',
      { before: { ...withLights, state: 'needs_info' }, after: withLights },
      ['roads-officer: info_provided', 'lights-officer: info_provided'],
    ],
    [
      'the validator of an answer',
      'answered',
      { after: atDesk(posts.validator, 'answered'), actor: { kind: 'post', post: posts.roadsOfficer } },
      ['validator: new_work'],
    ],
    [
      'who answered of what is sent back',
      'sent_back',
      { before: atDesk(posts.validator, 'answered'), after: report, actor: { kind: 'post', post: posts.validator } },
      ['roads-officer: sent_back'],
    ],
    [
      'who hears it of a dispute',
      'disputed',
      { before: { ...report, state: 'resolved' }, after: atDesk(posts.coordinator, 'disputed') },
      ['coordinator: disputed'],
    ],
    [
      'who works again of a dispute that held',
      'reopened',
      {
        before: atDesk(posts.coordinator, 'disputed'),
        after: report,
        actor: { kind: 'post', post: posts.coordinator },
      },
      ['roads-officer: reopened'],
    ],
    [
      'who holds it of what is no longer merged',
      'unmerged',
      { before: { ...report, mergedInto: idOf(7) }, after: report },
      ['roads-officer: new_work'],
    ],
    [
      'nobody of what they only keep watch over',
      'approved',
      { before: atDesk(posts.validator, 'answered'), after: { ...report, state: 'resolved' } },
      [],
    ],
    ['nobody of a merged report', 'info_provided', { after: { ...report, mergedInto: idOf(7) } }, []],
    [
      'nobody of what they did themselves',
      'reopened',
      { after: report, actor: { kind: 'post', post: posts.roadsOfficer } },
      [],
    ],
    ['nobody of what nobody has to act on', 'noted', { after: report }, []],
  ])('%s', (_says, kind, made, told) => {
    expect(toldBy(kind, made)).toEqual(told);
  });
});

const clock = startedClock(
  {
    do: 'start',
    kind: 'answer',
    startedAt: '2026-11-20T03:00:00.000Z',
    dueAt: '2026-12-10T17:00:00.000Z',
    provisional: false,
  },
  { id: idOf(3000), policyVersion: 1 },
);
const moments = momentsOf(clock, { calendar, policy });

const toldOfClock = (of: Report, some: readonly Moment[] = moments) =>
  noticesOfClock(of, clock, some, staff).notices.map(({ postId, kind }) => `${slugOf(postId)}: ${kind}`);
const eventsOf = (of: Report, some: readonly Moment[] = moments) => noticesOfClock(of, clock, some, staff).events;

describe('posts are told of a clock', () => {
  test('step by step: who works on it, the head of the agency, the leadership, the Ombudsman', () => {
    expect(toldOfClock(report)).toEqual([
      'roads-officer: escalated',
      'roads-head: escalated',
      'roads-officer: due_soon',
      'roads-officer: due_today',
      'roads-officer: overdue',
      'leadership: escalated',
      'ombudsman: escalated',
    ]);
  });

  test('every step above is an event, dated by its moment, of which the reporter is not told', () => {
    expect(
      eventsOf(report).map(({ kind, payload, tellsReporter, at: moment }) => [
        kind,
        payload['level'],
        payload['step'],
        tellsReporter,
        moment,
      ]),
    ).toEqual([
      ['escalated', 'agency_head', 75, false, '2026-12-05T13:30:00.000Z'],
      ['escalated', 'leadership', 100, false, clock.dueAt],
      ['escalated', 'oversight', 150, false, '2026-12-21T00:00:00.000Z'],
    ]);
  });

  test('the coordinator, where there is no head of the agency and where the desk holds it', () => {
    const [step] = moments.filter((one) => one.kind === 'escalated' && one.step.to === 'agency_head');
    if (step === undefined) throw new Error('there is such a step');
    expect(toldOfClock(withLights, [step])).toEqual(['roads-head: escalated', 'coordinator: escalated']);
    expect(toldOfClock(atDesk(posts.verifier, 'received'), [step])).toEqual(['coordinator: escalated']);
    expect(toldOfClock(atDesk(posts.coordinator, 'verified'), [step])).toEqual([]);
    expect(eventsOf(atDesk(posts.coordinator, 'verified'), [step])).toEqual([]);
  });

  test('of a secret report only who may read it; of berkadar only its line', () => {
    expect(toldOfClock({ ...report, isSecret: true })).not.toContain('leadership: escalated');
    const berkadar: Report = { ...atDesk(posts.inspectorate, 'verified'), class: 'berkadar' };
    expect(new Set(toldOfClock(berkadar))).toEqual(
      new Set([
        'inspectorate: escalated',
        'inspectorate: due_soon',
        'inspectorate: due_today',
        'inspectorate: overdue',
      ]),
    );
  });

  test('nobody, of one that is merged into another', () => {
    expect(noticesOfClock({ ...report, mergedInto: idOf(7) }, clock, moments, staff)).toEqual({
      notices: [],
      events: [],
    });
  });
});

test('nobody is ever told of a report they may not read', () => {
  const anyPost = fc.constantFrom(...Object.values(posts));
  const assignment = fc.record({
    id: fc.constant(idOf(2001)),
    postId: anyPost.map(({ id }) => id),
    agencyId: fc.constantFrom(roads, lights),
    state: fc.constantFrom('offered', 'accepted', 'done', 'returned'),
  });
  const anyReport: fc.Arbitrary<Report> = fc
    .record({
      class: fc.constantFrom(null, ...reportClasses),
      state: fc.constantFrom(...reportStates),
      isSecret: fc.boolean(),
      holderPostId: fc.option(anyPost.map(({ id }) => id)),
      assignments: fc.array(assignment, { maxLength: 3 }),
    })
    .map((some) => ({ ...report, ...some }));
  fc.assert(
    fc.property(anyReport, anyReport, anyPost, fc.constantFrom(...eventKinds), (before, after, other, kind) => {
      const events = [{ id: idOf(5000), kind, at, payload: { postId: other.id } }];
      const told = [
        ...noticesOfMove({ before, after, actor: { kind: 'reporter' }, events }, staff),
        ...noticesOfClock(after, clock, moments, staff).notices,
      ];
      for (const { postId } of told) {
        const post = staff.posts.find(({ id }) => id === postId);
        expect(post !== undefined && seesReport(post, after)).toBe(true);
      }
    }),
  );
});

describe('what a post was told', () => {
  const worker = posts.roadsOfficer.id;
  const told = { postId: worker, stoppedAt: null, isUrgent: false };
  const offered: Report = { ...withLights, holderPostId: posts.lightsOfficer.id };
  const elsewhere: Report = {
    ...offered,
    assignments: offered.assignments.filter(({ postId }) => postId !== worker),
  };
  const closed: Report = { ...report, state: 'closed' };

  test.each([
    ['new work that it holds', { ...told, kind: 'new_work' }, report, false],
    ['new work that another holds, with a part of its own', { ...told, kind: 'new_work' }, offered, false],
    ['new work that went on', { ...told, kind: 'new_work' }, elsewhere, true],
    ['new work of another that cannot wait', { ...told, kind: 'new_work', isUrgent: true }, elsewhere, false],
    ['new work of what was closed', { ...told, kind: 'new_work' }, closed, true],
    ['an objection', { ...told, kind: 'disputed' }, elsewhere, false],
    ['a date that comes', { ...told, kind: 'due_soon' }, report, false],
    ['a date that came to nothing', { ...told, kind: 'due_today', stoppedAt: new Date(at) }, report, true],
    ['a delay, for it stays one', { ...told, kind: 'overdue', stoppedAt: new Date(at) }, report, false],
  ] as const)('of %s is settled or not', (_name, notice, now, isOver) => {
    expect(isSettled(notice, now)).toBe(isOver);
  });
});
