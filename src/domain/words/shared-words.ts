import { tokensOf } from './tokens.ts';

/** How much of the shorter text the longer one must share, and in how many words at least. Source: own, tried on the sample reports. */
const shareOfWords = 0.5;
const fewestWords = 3;

/** The share of the shorter text's words that stand in the other; 0 where it is too little to mean anything. */
export const sharedOf = (one: ReadonlySet<string>, other: ReadonlySet<string>): number => {
  const common = [...one].filter((word) => other.has(word)).length;
  const share = common / Math.min(one.size, other.size);
  return common >= fewestWords && share >= shareOfWords ? share : 0;
};

/** Short words join others and say nothing by themselves. */
export const tellingWords = (text: string): ReadonlySet<string> =>
  new Set(tokensOf(text).filter((word) => word.length > 3));
