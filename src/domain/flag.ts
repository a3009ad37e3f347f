import { flaggedReason } from './reasons.ts';
import type { Outcome } from './outcome.ts';

/** What somebody may say against what a public page shows. */
export const flagReasons = [
  'identity',
  'face_or_document',
  'slander',
  'hatred',
  'pornography',
  'not_city_matter',
  'other',
] as const;
export type FlagReason = (typeof flagReasons)[number];

/** What is said of a flag, in characters. Source: own. */
export const longestFlag = 1_000;

/** Of one network, which may be one person with many browsers. Source: own; a single network alone so never hides anything. */
export const countedOfNetwork = 2;

const firstThreshold = 3;

/** How many new voices hide what an officer has looked at and kept so many times: each time twice as many as before. Source of the three: the contract; of the doubling: own. */
export const flagsToHide = (timesKept: number): number => firstThreshold * 2 ** Math.min(timesKept, 20);

/** Hidden until an officer has looked. The words and pictures stay as they were approved, so that they can be shown again; who filed it is told. */
export const hideFlagged: Outcome = {
  report: { publication: 'withdrawn_from_public', publicationReason: flaggedReason },
  events: [
    {
      kind: 'flagged',
      payload: { publication: 'withdrawn_from_public', reason: flaggedReason },
      secrets: {},
      tellsReporter: true,
    },
  ],
  clocks: [],
  assignments: [],
  merges: [],
};
