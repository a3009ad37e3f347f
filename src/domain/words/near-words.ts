import { distanceToBeginning } from './edit-distance.ts';
import { skeletonOf } from './skeleton.ts';

/** A long word may be typed with two mistakes, a short one with one; with two where only vowels are wrong. */
const lettersForTwo = 7;
const mostNear = 5;

/** Of words that may have been meant those that are near enough, the nearest first: at most five. */
export const nearWords = (typed: string, words: readonly string[]): readonly string[] => {
  return words
    .filter((word) => word !== typed)
    .map((word) => ({ word, distance: distanceBetween(typed, word) }))
    .filter(({ word, distance }) => distance <= mistakesIn(typed, word))
    .toSorted((a, b) => a.distance - b.distance || (a.word < b.word ? -1 : 1))
    .slice(0, mostNear)
    .map(({ word }) => word);
};

const mistakesIn = (typed: string, word: string): number =>
  typed.length >= lettersForTwo || skeletonOf(typed) === skeletonOf(word) ? 2 : 1;

/** To the whole word: marks that no word has stand at the end of both. More than two mistakes count as three. */
const distanceBetween = (typed: string, word: string): number =>
  distanceToBeginning(`${typed}${marks}`, `${word}${marks}`);

const marks = '\0\0\0';
