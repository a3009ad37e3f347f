/**
 * What must be so before a region opens to its citizens, in the order in which it is best done. `blocks`: it does not open without, unless somebody
 * says why. `isConfirmed`: no program can see it; a person looks and says so.
 */
const readinessItems = [
  { key: 'administrator', blocks: true, isConfirmed: false },
  { key: 'address', blocks: true, isConfirmed: false },
  { key: 'mail', blocks: true, isConfirmed: false },
  { key: 'test_letter', blocks: true, isConfirmed: true },
  { key: 'agencies', blocks: true, isConfirmed: true },
  { key: 'posts', blocks: true, isConfirmed: false },
  { key: 'data_protection', blocks: true, isConfirmed: false },
  { key: 'categories', blocks: true, isConfirmed: true },
  { key: 'calendar', blocks: true, isConfirmed: false },
  { key: 'next_calendar', blocks: false, isConfirmed: false },
  { key: 'promises', blocks: true, isConfirmed: true },
  { key: 'duty', blocks: false, isConfirmed: false },
  { key: 'boundaries', blocks: false, isConfirmed: false },
  { key: 'emergency', blocks: true, isConfirmed: true },
  { key: 'privacy', blocks: true, isConfirmed: true },
  { key: 'backup', blocks: true, isConfirmed: true },
  { key: 'marks', blocks: true, isConfirmed: false },
] as const satisfies readonly { readonly key: string; readonly blocks: boolean; readonly isConfirmed: boolean }[];

export type ReadinessKey = (typeof readinessItems)[number]['key'];

/** What a program sees of a region and its installation. */
export type ReadinessFacts = {
  /** An administrator of the city holds the post, and has signed in. */
  readonly hasAdministrator: boolean;
  /** Posts that reports come to and that nobody holds. */
  readonly postsUnheld: number;
  readonly hasDataProtection: boolean;
  readonly knowsThisYear: boolean;
  readonly knowsNextYear: boolean;
  readonly hasDuty: boolean;
  /** Villages whose true boundary nobody has brought. */
  readonly villagesWithoutBoundary: number;
  /** A demonstration or a rehearsal. */
  readonly isMarked: boolean;
  readonly sendsMail: boolean;
  /** At its address, encrypted, through a proxy that is believed. */
  readonly isReached: boolean;
  /** Null: nobody knows. */
  readonly isBackedUp: boolean | null;
};

/** The newest word of a person about an item. */
export type ReadinessMark = { readonly item: string; readonly isConfirmed: boolean };

export type ReadinessState = {
  readonly key: ReadinessKey;
  readonly blocks: boolean;
  readonly isDone: boolean;
  /** A person says it, for no program has seen it. */
  readonly isSaid: boolean;
};

export const readinessOf = (facts: ReadinessFacts, marks: readonly ReadinessMark[]): readonly ReadinessState[] =>
  readinessItems.map(({ key, blocks, isConfirmed }) => {
    const isSeen = seen(facts)[key] ?? null;
    return { key, blocks, isDone: isSeen ?? isMarked(marks, key), isSaid: isConfirmed && isSeen === null };
  });

/** What stands in the way of opening. */
export const inTheWay = (states: readonly ReadinessState[]): readonly ReadinessState[] =>
  states.filter(({ blocks, isDone }) => blocks && !isDone);

export const isConfirmable = (key: string): key is ReadinessKey =>
  readinessItems.some((item) => item.key === key && item.isConfirmed);

const isMarked = (marks: readonly ReadinessMark[], key: ReadinessKey): boolean =>
  marks.some(({ item, isConfirmed }) => item === key && isConfirmed);

/** Null or absent: a person has to say. */
const seen = (facts: ReadinessFacts): Partial<Record<ReadinessKey, boolean | null>> => ({
  administrator: facts.hasAdministrator,
  address: facts.isReached,
  mail: facts.sendsMail,
  posts: facts.postsUnheld === 0,
  data_protection: facts.hasDataProtection,
  calendar: facts.knowsThisYear,
  next_calendar: facts.knowsNextYear,
  duty: facts.hasDuty,
  boundaries: facts.villagesWithoutBoundary === 0,
  backup: facts.isBackedUp,
  marks: !facts.isMarked,
});
