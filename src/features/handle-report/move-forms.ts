import { isOpenAssignment } from '../../domain/assignment.ts';
import type { EventKind } from '../../domain/event.ts';
import { movesFor } from '../../domain/lifecycle.ts';
import type { MoveName } from '../../domain/move.ts';
import type { FieldProblem } from '../../domain/refusal.ts';
import type { ReportState } from '../../domain/report.ts';
import { areReturnsUsedUp } from '../../domain/returns.ts';
import { policyOf, type City, type NamedPost } from '../../store/city.ts';
import { isStaffMove, type StaffMove } from './form.ts';
import { reportPath } from './means.ts';
import type { Making } from './making.ts';
import { moveFields } from './move-fields.ts';
import type { MoveField, MoveFormProps } from './move-form.view.tsx';
import { hasPublicSide } from './public-side.ts';
import type { Story, StoryEvent } from './queries.ts';

/** The moves this post may make now and has a use for, in the order of a report's way. */
export const movesNow = (story: Story, post: NamedPost, city: City, at: Date): readonly StaffMove[] => {
  const policy = policyOf(city, story);
  const answeredBy = city.posts.find((one) => one.id === story.answeredByPostId) ?? null;
  return movesFor(story, { kind: 'post', post }, { policy, answeredBy, at: at.toISOString() })
    .filter(isStaffMove)
    .filter((move) => move !== 'mask' || hasPublicSide(story));
};

/** The one that is waited for, which stands first and open; none where a decision has two sides. */
export const likelyMove = (state: ReportState, moves: readonly StaffMove[]): StaffMove | null =>
  next[state].find((move) => moves.includes(move)) ?? null;

const next: { readonly [State in ReportState]: readonly StaffMove[] } = {
  received: ['verify'],
  needs_info: ['provide_info'],
  verified: ['assign'],
  assigned: ['accept', 'answer'],
  in_progress: ['accept', 'answer'],
  answered: ['approve'],
  resolved: [],
  disputed: [],
  transferred: ['close'],
  rejected: [],
  closed: [],
};

/** What was refused last: its fields keep what was typed and say what is wrong. */
export type RefusedForm = {
  readonly move: MoveName;
  readonly version: number;
  readonly problems: readonly FieldProblem[];
};

export const moveFormOf = (making: Making, move: StaffMove, refused: RefusedForm | null): MoveFormProps => {
  const action = `${reportPath(making.story.number)}/${move}`;
  const own = refused?.move === move ? refused : null;
  const fields = moveFields(own === null ? { ...making, typed: null } : making, move);
  const errorOf = (field: MoveField): string | undefined => {
    const problem = own?.problems.find((one) => formFieldOf(move, one, fields) === field.name);
    return problem === undefined ? undefined : problemWords(making, problem);
  };
  return {
    t: making.t,
    move,
    action,
    version: own?.version ?? making.story.version,
    about: aboutOf(making, move),
    note: noteOf(making, move),
    fields: fields.map((field) => ({ ...field, error: errorOf(field) })),
  };
};

/** A number or a date that was typed has no list to choose from, and what was ticked may be seen where the words are or not at all. */
export const problemWords = ({ t }: Pick<Making, 't'>, { field, problem }: FieldProblem): string => {
  if (field === 'until' && problem === 'not_allowed') return t('staff.promisedAlready');
  if (field === 'photos' && problem === 'not_allowed') return t('staff.photosUnseen');
  if (field !== 'primary') return t(`refusal.problem.${problem}`);
  if (problem === 'unknown') return t('staff.primary.unknown');
  return problem === 'not_allowed' || problem === 'too_many'
    ? t(`staff.primary.${problem}`)
    : t(`refusal.problem.${problem}`);
};

/** What is decided on, shown again where it is decided: the answer as the reporter will read it, the objection, the question. */
const aboutOf = ({ t, story }: Making, move: StaffMove): MoveFormProps['about'] => {
  const kind = decidesOn[move];
  if (kind === undefined) return null;
  const text =
    kind === 'answered' ? answerIn(story.events) : said(story.events.findLast((event) => event.kind === kind));
  return text === '' ? null : { label: t(`state.event.${kind}`), text };
};

/** What a move does besides: an approval speaks to everyone merged into the report, a decision that binds takes it from who had it. */
const noteOf = ({ t, city, story }: Making, move: StaffMove): string | null => {
  const { length } = story.voices;
  if (move === 'approve' && length > 0) return t('staff.report.reaches', { count: length });
  if (move !== 'assign' || !areReturnsUsedUp(story, policyOf(city, story))) return null;
  return t(story.assignments.some(isOpenAssignment) ? 'staff.report.bindsAndReplaces' : 'staff.report.binds');
};

/** What every agency has answered since the last time it was sent back or reopened: all of it is approved at once. */
const answerIn = (events: Story['events']): string => {
  const from = events.findLast(({ kind }) => kind === 'sent_back' || kind === 'reopened')?.seq ?? 0;
  return events
    .filter(({ kind, seq }) => kind === 'answered' && seq > from)
    .map(said)
    .join('\n\n');
};

const said = (event: StoryEvent | undefined): string => event?.words['message'] ?? '';

const decidesOn: { readonly [Move in StaffMove]?: EventKind } = {
  approve: 'answered',
  send_back: 'answered',
  reopen: 'disputed',
  uphold: 'disputed',
  provide_info: 'reporter_asked',
  reject: 'reject_proposed',
};

/** The rules name what a move carries; a form may have another name for it, or one field for several. What no field stands for is told at the first. */
export const formFieldOf = (
  move: StaffMove,
  { field }: FieldProblem,
  fields: readonly { readonly name: string }[],
): string => {
  const name = move === 'verify' ? (publishedNames[field] ?? field) : field;
  const asked = name === 'post' && !fields.some((one) => one.name === 'post') ? 'agency' : name;
  return fields.some((one) => one.name === asked) ? asked : (fields[0]?.name ?? asked);
};

const publishedNames: Readonly<Record<string, string>> = { title: 'publish_title', description: 'publish_description' };
