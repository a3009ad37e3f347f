import type { Publication, ReportClass } from './report.ts';

/** Every move a report can make after it was filed, in the order of its way. */
export const moveNames = [
  'verify',
  'ask_reporter',
  'correct',
  'provide_info',
  'reject',
  'assign',
  'accept',
  'return_to_coordinator',
  'postpone',
  'extend',
  'answer',
  'send_back',
  'approve',
  'confirm',
  'expire',
  'dispute',
  'reopen',
  'uphold',
  'withdraw',
  'transfer',
  'return_from_transfer',
  'close',
  'merge',
  'unmerge',
  'reclassify',
  'relocate',
  'retitle',
  'mask',
  'note',
  'message',
] as const;
export type MoveName = (typeof moveNames)[number];

/** One move with what it carries. Ids are resolved by who calls: a slug on the outside is an id here. */
export type CommandOf<Move extends MoveName> = { readonly move: Move } & Carried[Move];

export type MoveCommand = { [Move in MoveName]: CommandOf<Move> }[MoveName];

/** What everyone will read, masked by the verifier. Nothing given: the report stays hidden. */
export type ToPublish = {
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  /** Ids of the photos that were looked at and may be shown. */
  readonly photos: readonly string[];
};

type Carried = {
  verify: Carry<{ class: ReportClass; categoryId: string; publish: ToPublish }, { villageCode: string }>;
  ask_reporter: Carry<Reasoned>;
  correct: Carry<{ description: string }, { title: string; place: string }>;
  provide_info: Carry<{ message: string }>;
  reject: Carry<Reasoned>;
  assign: Carry<{ postId: string; agencyId: string }>;
  accept: Carry<object, { message: string }>;
  return_to_coordinator: Carry<Reasoned, { proposedAgencyId: string }>;
  postpone: Carry<{ reason: string; until: string }, { message: string }>;
  extend: Carry<{ message: string }>;
  answer: Carry<{ message: string; proof: readonly string[] }>;
  send_back: Carry<Reasoned>;
  approve: Carry<object, { checks: readonly string[]; photos: readonly string[] }>;
  confirm: Carry<object, { rating: number; message: string }>;
  expire: Carry<{ clockId: string }>;
  dispute: Carry<Reasoned, { rating: number }>;
  reopen: Carry<Reasoned>;
  uphold: Carry<Reasoned>;
  withdraw: Carry<object, { message: string }>;
  transfer: Carry<Reasoned, { authority: string; letter: string; contact: string }>;
  return_from_transfer: Carry<{ reason: string }, { message: string }>;
  close: Carry<{ reference: string }, { message: string }>;
  merge: Carry<{ primaryId: string }>;
  unmerge: Carry<{ reason: string }, { message: string }>;
  reclassify: Carry<object, { class: ReportClass; categoryId: string }>;
  relocate: Carry<object, { villageCode: string; place: string }>;
  retitle: Carry<{ title: string }>;
  /** `photos`: those that everyone sees from here on, and no others; absent: as before. */
  mask: Carry<object, { description: string; publication: Publication; reason: string; photos: readonly string[] }>;
  note: Carry<{ message: string }>;
  message: Carry<{ message: string }>;
};

type Reasoned = { reason: string; message: string };

type Carry<Must, May = object> = Readonly<Must> & { readonly [Field in keyof May]?: May[Field] | undefined };
