/** Numbers in [0, 1) that follow from a seed (mulberry32, by T. Ettinger): a test that failed is run again with the seed it printed. */
export const seededRandom = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** From `LAKSA_SEED`; in a whole run from the tree that is tested, so that it ends alike however often it is run; else another one each time. */
export const newSeed = (): number =>
  Number(process.env['LAKSA_SEED'] ?? process.env['LAKSA_TREE_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
