import { z } from 'zod';

import type { Carried } from '../../domain/carries.ts';
import { lifecycle } from '../../domain/lifecycle.ts';
import { longestLine, longestWords } from '../../domain/limits.ts';
import { approvalChecks, reasonsOf } from '../../domain/reasons.ts';
import { publications, reportClasses } from '../../domain/report.ts';
import type { AskedMove } from '../../store/move-command.ts';

const words = z.string().max(longestWords).optional();
const line = z.string().max(longestLine).optional();
const slug = z.string().max(100).optional();
const uploads = z.array(z.string().max(64)).max(20).optional().describe('Ids of uploads');

/** Every field a move can carry, by its name on the outside. What a move must carry is the rules' to say, after state and post. */
const fields = {
  class: z.enum(reportClasses).optional(),
  category: slug.describe('A slug of /api/v1/categories'),
  village: z.string().max(20).optional().describe('A code of /api/v1/villages'),
  publish: z
    .strictObject({ title: line, description: words, photos: uploads })
    .optional()
    .describe('What everyone may read, masked; without it the report stays hidden'),
  agency: slug.describe('A slug of /api/v1/agencies: the post that takes work for it'),
  post: slug.describe('The slug of a post, instead of an agency'),
  proposed_agency: slug.describe('Whose task it is instead'),
  reason: z.string().max(100).optional(),
  message: words,
  until: z.string().max(10).optional().describe('YYYY-MM-DD'),
  proof: uploads,
  photos: z
    .array(z.string().max(64))
    .max(20)
    .optional()
    .describe('Ids of photos that everyone sees: with `mask` these and no others, with `approve` of the proof'),
  checks: z.array(z.enum(approvalChecks)).max(approvalChecks.length).optional().describe('What was looked at'),
  rating: z.int().min(1).max(5).optional(),
  authority: line.describe('Which authority'),
  letter: line.describe('By what letter'),
  contact: line.describe('Whom to ask there'),
  reference: words.describe("The authority's answer, or where to find it"),
  primary: z.string().max(20).optional().describe('The number of the report it is merged into'),
  title: line,
  description: words,
  publication: z.enum(publications).optional(),
  place: line,
};
type FieldName = keyof typeof fields;

/** What each move may carry. */
const carriedBy = {
  verify: ['class', 'category', 'village', 'publish'],
  ask_reporter: ['reason', 'message'],
  correct: ['title', 'description', 'place'],
  provide_info: ['message'],
  reject: ['reason', 'message'],
  assign: ['agency', 'post'],
  accept: ['message'],
  return_to_coordinator: ['reason', 'message', 'proposed_agency'],
  postpone: ['reason', 'until', 'message'],
  extend: ['message'],
  answer: ['message', 'proof'],
  send_back: ['reason', 'message'],
  approve: ['checks', 'photos'],
  confirm: ['rating', 'message'],
  dispute: ['reason', 'message', 'rating'],
  reopen: ['reason', 'message'],
  uphold: ['reason', 'message'],
  withdraw: ['message'],
  transfer: ['reason', 'message', 'authority', 'letter', 'contact'],
  return_from_transfer: ['reason', 'message'],
  close: ['reference', 'message'],
  merge: ['primary'],
  unmerge: ['reason', 'message'],
  reclassify: ['class', 'category'],
  relocate: ['village', 'place'],
  retitle: ['title'],
  mask: ['description', 'publication', 'reason', 'photos'],
  note: ['message'],
  message: ['message'],
} as const satisfies Record<AskedMove, readonly FieldName[]>;

/** The rules' names of what must be carried that are not fields of one name. */
const fieldOf = (carried: Carried): readonly string[] => (carried === 'post' || carried === 'change' ? [] : [carried]);

export const isReporters = (move: AskedMove): boolean => lifecycle[move].who.includes('reporter');

/** Of PostgreSQL's integer. */
const lastVersion = 2 ** 31 - 1;
const common = {
  version: z.int().min(1).max(lastVersion).optional().describe('The version that was read; another one by now is 412'),
};
const claim = { claim_code: z.string().max(20).optional().describe('The reporter, instead of a key') };

/** Optional to the parser, so that 403 and 409 come before 422; required in the description, by the table of the rules. */
const bodyOf = <Move extends AskedMove>(move: Move) => {
  const own = Object.fromEntries(carriedBy[move].map((name) => [name, fieldFor(move, name)]));
  const shape = { move: z.literal(move), ...own, ...common, ...(isReporters(move) ? claim : {}) };
  return z
    .strictObject(shape)
    .meta({ title: move, description: fromWhere(move), required: ['move', ...lifecycle[move].must.flatMap(fieldOf)] });
};

const fieldFor = (move: AskedMove, name: FieldName) => {
  const listed = reasonsOf(move);
  return name === 'reason' && listed.length > 0 ? fields.reason.describe(`One of: ${listed.join(', ')}`) : fields[name];
};

const fromWhere = (move: AskedMove): string => `From: ${lifecycle[move].from.join(', ')}.`;

const askedMoves = Object.keys(carriedBy).filter((name): name is AskedMove => Object.hasOwn(carriedBy, name));

const anyMove = z
  .discriminatedUnion('move', [bodyOf('verify'), ...askedMoves.filter((move) => move !== 'verify').map(bodyOf)])
  .meta({ examples: [{ move: 'message', message: 'Tim kami datang besok pagi.' }] });

const anyFields = z.object({ move: z.enum(askedMoves), ...fields, ...common, ...claim });
export type MoveBody = z.output<typeof anyFields>;

/** A move by its name, each with its own fields and no others; given as one shape, in which what did not come is absent. */
export const moveBody = anyMove.transform((body): MoveBody => anyFields.parse(body));
