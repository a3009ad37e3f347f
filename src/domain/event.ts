/** Says whether a value may stand in an event for ever. */
type Test = (value: unknown) => boolean;
type Shape = Readonly<Record<string, Test>>;

const matches =
  (pattern: RegExp): Test =>
  (value) =>
    typeof value === 'string' && pattern.test(value);
const listOf =
  (isOne: Test): Test =>
  (value) =>
    Array.isArray(value) && value.every(isOne);
const maybe =
  (test: Test): Test =>
  (value) =>
    value === undefined || test(value);

/** A uuid as we make and write them. */
export const isId = matches(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
const id = isId;
const ids = listOf(id);
/** A word of a list, the number of a report, the code of a place: short, without blanks, no sentence of anybody. */
const code = matches(/^[a-z0-9][a-z0-9_.-]{0,63}$/);
const codes = listOf(code);
const count: Test = (value) => Number.isSafeInteger(value) && Number(value) >= 0;
const day = matches(/^\d{4}-\d{2}-\d{2}$/);
const instant = matches(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/);
const flag: Test = (value) => typeof value === 'boolean';

/** Where the report went; a move that cannot move it carries neither. */
const way = { from: code, to: code } as const satisfies Shape;
const reasoned = { ...way, reason: code } as const satisfies Shape;

/**
 * The closed shape of each kind of event: ids, codes, numbers, instants. Words, names, coordinates and file hashes never stand here:
 * they are the event's secrets, which can be erased.
 */
const payloadShapes = {
  filed: {
    to: code,
    kind: code,
    number: code,
    channel: code,
    policyVersion: count,
    isAnonymous: flag,
    isSecret: flag,
    categoryId: maybe(id),
    villageCode: maybe(code),
    occurredOn: maybe(day),
  },
  verified: { ...way, class: code, categoryId: id, villageCode: maybe(code), publication: code, photos: ids },
  reporter_asked: { ...reasoned, count: count },
  corrected: {},
  photos_added: {},
  photo_blurred: { photoId: id, version: count, boxes: count },
  info_provided: way,
  reject_proposed: { reason: code },
  rejected: reasoned,
  assigned: { ...way, postId: id, agencyId: id },
  accepted: way,
  returned: { ...reasoned, count: count, proposedAgencyId: maybe(id) },
  postponed: { reason: code, until: day },
  extended: { clock: code, clockId: id, before: instant, dueAt: instant, provisional: flag },
  answered: { ...way, proof: ids },
  sent_back: reasoned,
  approved: { ...way, checks: codes, photos: maybe(ids) },
  confirmed: { ...way, closedReason: code, rating: maybe(count) },
  expired: { ...way, clock: code, clockId: id, closedReason: maybe(code) },
  disputed: { ...reasoned, rating: maybe(count) },
  reopened: reasoned,
  upheld: { ...reasoned, closedReason: maybe(code) },
  withdrawn: { ...way, closedReason: code },
  transferred: reasoned,
  returned_from_transfer: reasoned,
  handed_over: { ...way, closedReason: code },
  merged: { primaryId: id },
  unmerged: { primaryId: id, reason: code },
  answer_shared: { from: maybe(code), to: maybe(code), primaryId: id },
  reclassified: {
    ...way,
    classBefore: maybe(code),
    class: maybe(code),
    categoryBefore: maybe(id),
    categoryId: maybe(id),
    publication: code,
  },
  relocated: { villageBefore: maybe(code), villageCode: maybe(code) },
  retitled: {},
  masked: { publication: code, reason: maybe(code), photos: maybe(ids) },
  flagged: { publication: code, reason: code },
  work_moved: { fromPostId: id, postId: id, handoverId: id },
  noted: {},
  message_sent: {},
  escalated: { clock: code, clockId: id, dueAt: instant, step: count, level: code },
  clock_passed: { clock: code, clockId: id, dueAt: instant },
  reminded: { clock: code, clockId: id, dueAt: instant },
  clock_moved: { clock: code, clockId: id, before: instant, dueAt: instant, provisional: flag, changeId: id },
} as const satisfies Record<string, Shape>;

export type EventKind = keyof typeof payloadShapes;

const isEventKind = (kind: string): kind is EventKind => Object.hasOwn(payloadShapes, kind);

export const eventKinds: readonly EventKind[] = Object.keys(payloadShapes).filter(isEventKind);

/** What is wrong with a payload, one line each; empty when it has the closed shape of its kind. The store refuses to write any other. */
export const payloadProblems = (kind: string, payload: Readonly<Record<string, unknown>>): string[] => {
  if (!isEventKind(kind)) return [`${kind}: no such event`];
  const shape: Shape = payloadShapes[kind];
  const strangers = Object.keys(payload).filter((name) => !Object.hasOwn(shape, name));
  const wrong = Object.entries(shape).filter(([name, test]) => !test(payload[name]));
  return [
    ...strangers.map((name) => `${kind}.${name}: not in the shape`),
    ...wrong.map(([name]) => `${kind}.${name}: ${payload[name] === undefined ? 'missing' : 'not allowed'}`),
  ];
};
