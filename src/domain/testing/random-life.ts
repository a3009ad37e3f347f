import fc from 'fast-check';

import type { Actor } from '../actor.ts';
import { daysLater } from '../calendar.ts';
import { clockPassed } from '../clock-passed.ts';
import { nextClock } from '../clocks.ts';
import { expiringClockOf } from '../moves/expiry.ts';
import { decide, lifecycle, movesFor } from '../lifecycle.ts';
import type { MoveContext } from '../move-context.ts';
import { moveNames, type MoveCommand, type MoveName } from '../move.ts';
import type { Outcome } from '../outcome.ts';
import { reasons, reasonsOf } from '../reasons.ts';
import { reportClasses, reportKinds, type Report } from '../report.ts';
import { later } from '../time.ts';
import { contextAt, idOf, posts, roads } from './city.ts';
import { answererOf, applied, by, clock, filed, reporter } from './life.ts';
import { category } from './moves.ts';

export const everybody: readonly Actor[] = [
  ...Object.values(posts).map(by),
  reporter,
  clock,
  { kind: 'authority' },
  { kind: 'rule' },
];

/** Who may be given work. The validator of the desk is not: then nobody could look at the answer. */
const workers = [
  posts.roadsOfficer,
  posts.roadsCrew,
  posts.roadsHead,
  posts.lightsOfficer,
  posts.otherValidator,
  posts.inspectorate,
];

/** What happened at one step of a life. */
export type Step = {
  readonly before: Report;
  readonly after: Report;
  readonly actor: Actor;
  readonly command: MoveCommand | { readonly move: 'sweep' };
  readonly outcome: Outcome;
  readonly context: MoveContext;
};

/** `blind`: any move of anybody, mostly refused. `able`: one that somebody may make. `onward`: one of those that moves the report on. */
const moods = ['blind', 'able', 'onward', 'onward', 'onward'] as const;

type Draw = {
  readonly who: number;
  readonly how: number;
  readonly hours: number;
  readonly mood: (typeof moods)[number];
};

const draws = fc.array(
  fc.record({
    who: fc.nat(),
    how: fc.nat(),
    hours: fc.oneof(
      { weight: 4, arbitrary: fc.integer({ min: 0, max: 12 }) },
      { weight: 1, arbitrary: fc.integer({ min: 0, max: 400 }) },
    ),
    mood: fc.constantFrom(...moods),
  }),
  { minLength: 5, maxLength: 60 },
);

/** A random report, moved at random by random posts, by its reporter and by the sweep; every step that was made. */
export const lives = fc
  .record({
    kind: fc.constantFrom(...reportKinds),
    isSecret: fc.boolean(),
    day: fc.integer({ min: 0, max: 600 }),
    draws,
  })
  .map(({ kind, isSecret, day, draws: drawn }) => {
    const start = later('2025-01-01T02:00:00.000Z', day * 86_400_000);
    return readable(stepsOf(filed(start, { kind, isSecret }), start, drawn));
  });

/** How a life that breaks a promise is printed: what was done, by whom, when, and where it led. */
const readable = (steps: readonly Step[]): readonly Step[] => {
  const lines = steps.map(({ command, actor, context, after }) => {
    const who = actor.kind === 'post' ? actor.post.slug : actor.kind;
    return `${context.at} ${command.move} by ${who} -> ${after.state}`;
  });
  return Object.assign([...steps], { [fc.toStringMethod]: () => `\n${lines.join('\n')}\n` });
};

const stepsOf = (report: Report, start: string, drawn: readonly Draw[]): readonly Step[] => {
  const steps: Step[] = [];
  let [now, current] = [start, report];
  for (const draw of drawn) {
    now = later(now, draw.hours * 3_600_000);
    const step = sweepStep(current, now) ?? moveStep(current, now, draw);
    if (step === null) continue;
    steps.push(step);
    current = step.after;
  }
  return steps;
};

const contextOf = (report: Report, at: string, how: number): MoveContext =>
  contextAt(at, {
    answeredBy: answererOf(report),
    answerWords: 'Sudah dikerjakan.',
    primary: { id: idOf(555), state: 'verified', mergedInto: null, isSecret: false, class: null, voices: 0 },
    rule: how % 3 === 0 ? { postId: posts.roadsOfficer.id, agencyId: roads, assignsAtOnce: true } : null,
  });

const sweepStep = (before: Report, at: string): Step | null => {
  const due = nextClock(before.clocks.filter((one) => one.passedAt === null && one.dueAt <= at));
  if (due === null) return null;
  const context = contextOf(before, at, 1);
  if (expiringClockOf(before, due.id) !== null)
    return step(before, clock, { move: 'expire', clockId: due.id }, context);
  const outcome = clockPassed(before, due.id, at);
  return (
    outcome && { before, after: applied(before, outcome), actor: clock, command: { move: 'sweep' }, outcome, context }
  );
};

const moveStep = (before: Report, at: string, { who, how, mood }: Draw): Step | null => {
  const context = contextOf(before, at, how);
  const pairs = everybody.flatMap((actor) => {
    const moves = mood === 'blind' ? moveNames : movesFor(before, actor, context);
    return moves.filter((move) => mood !== 'onward' || leadsOn(move, who)).map((move) => ({ actor, move }));
  });
  if (pairs.length === 0) return null;
  const { actor, move } = pick(pairs, who);
  return step(before, actor, commandOf(move, how, context.at), context);
};

/** A reporter who withdraws ends a life: seldom. */
const leadsOn = (move: MoveName, luck: number): boolean =>
  move === 'postpone' ||
  move === 'correct' ||
  (lifecycle[move].to !== 'unchanged' && move !== 'reclassify' && (move !== 'withdraw' || luck % 10 === 0));

const step = (before: Report, actor: Actor, command: MoveCommand, context: MoveContext): Step | null => {
  const decided = decide(before, actor, command, context);
  if (!decided.ok) return null;
  return { before, after: applied(before, decided.value), actor, command, outcome: decided.value, context };
};

const pick = <One>(list: readonly One[], number: number): One => {
  const one = list[number % list.length];
  if (one === undefined) throw new Error('nothing to pick from');
  return one;
};

export const commandOf = (move: MoveName, how: number, at: string): MoveCommand => {
  const worker = pick(workers, how);
  const fields = {
    move,
    class: pick(reportClasses, how),
    categoryId: category,
    publish: { title: 'Judul', description: 'Isi', photos: [] },
    reason: Object.hasOwn(reasons, move) ? pick(reasonsOf(move), how) : undefined,
    message: (move === 'accept' || move === 'postpone') && how % 2 === 0 ? undefined : 'Kata-kata.',
    postId: worker.id,
    agencyId: worker.agencyId,
    until: daysLater(at.slice(0, 10), 1 + (how % 300)),
    proof: [],
    clockId: idOf(3000 + (how % 8)),
    primaryId: idOf(555),
    reference: 'Surat 1',
    title: 'Judul lain',
    description: 'Kata-kata lain.',
    villageCode: '36.71.01.1001',
    rating: (how % 5) + 1,
  };
  return fields as unknown as MoveCommand;
};
