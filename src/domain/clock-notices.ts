import type { RunningClock } from './clocks.ts';
import type { EscalationLevel } from './escalation-level.ts';
import type { Moment } from './escalation.ts';
import type { NewEvent } from './outcome.ts';
import { maySee, workersOn, type PostNotice, type Staff } from './post-notices.ts';
import type { Report } from './report.ts';
import type { Post, Role } from './role.ts';

/** What the moments of a clock that have come say to whom, and what the history of the report keeps of it. */
export type ClockNotices = { readonly notices: readonly PostNotice[]; readonly events: readonly NewEvent[] };

/**
 * Who is told of the moments of a clock: whoever works on the report, and step by step whoever stands above them. Nobody who may not read the report, and
 * nothing of one that is merged. A post that several missed steps name hears of the highest. That somebody above was told is an event, dated by its moment.
 */
export const noticesOfClock = (
  report: Report,
  clock: RunningClock,
  moments: readonly Moment[],
  staff: Staff,
): ClockNotices => {
  if (report.mergedInto !== null) return { notices: [], events: [] };
  const told = moments.map((moment) => ({ moment, posts: toldOf(moment, report, staff) }));
  const events = told.flatMap(({ moment, posts }) => (posts.length > 0 ? escalation(clock, moment) : []));
  const notices = told.flatMap(({ moment: { kind, at }, posts }) =>
    posts.map((postId) => ({ postId, kind, aboutId: clock.id, at })),
  );
  return { notices: notices.filter(isHighest), events };
};

const isHighest = ({ postId, kind }: PostNotice, index: number, all: readonly PostNotice[]): boolean =>
  kind !== 'escalated' || !all.slice(index + 1).some((later) => later.postId === postId && later.kind === kind);

const toldOf = (moment: Moment, report: Report, staff: Staff): readonly string[] => {
  const level = moment.kind === 'escalated' ? moment.step.to : 'holder';
  const workers = workersOn(report);
  const posts =
    level === 'holder' ? workers : above(level, report, staff).filter((postId) => !workers.includes(postId));
  return [...new Set(posts)].filter((postId) => maySee(postId, report, staff));
};

const above = (level: Exclude<EscalationLevel, 'holder'>, report: Report, staff: Staff): readonly string[] => {
  switch (level) {
    case 'agency_head':
      return workersOn(report).flatMap((postId) => headsOver(postId, report, staff));
    case 'leadership':
      return withRole(staff.posts, 'leadership').map(({ id }) => id);
    case 'oversight':
      return withRole(staff.posts, 'ombudsman').map(({ id }) => id);
    default:
      return level satisfies never;
  }
};

/** The heads of the agency; where there is none besides the holder itself, and at the desk, whoever leads the desk. */
const headsOver = (postId: string, report: Report, { posts, desk }: Staff): readonly string[] => {
  const agencyId = posts.find(({ id }) => id === postId)?.agencyId ?? null;
  const heads = withRole(posts, 'agency_head').filter((post) => post.agencyId === agencyId && post.id !== postId);
  if (agencyId !== null && heads.length > 0) return heads.map(({ id }) => id);
  return [report.class === 'berkadar' ? desk.inspectoratePostId : desk.coordinatorPostId];
};

const withRole = (posts: readonly Post[], role: Role): readonly Post[] =>
  posts.filter(({ roles }) => roles.includes(role));

/** Staff read it in the history; to the reporter it is no news. */
const escalation = ({ id, kind, dueAt }: RunningClock, moment: Moment): readonly NewEvent[] => {
  if (moment.kind !== 'escalated' || moment.step.to === 'holder') return [];
  const { to, percent } = moment.step;
  const payload = { clock: kind, clockId: id, dueAt, step: percent, level: to };
  return [{ kind: 'escalated', payload, secrets: {}, tellsReporter: false, at: moment.at }];
};
