/**
 * How many letters must be added, left out, changed or swapped with their neighbour to make what was typed the beginning of a word ("optimal
 * string alignment"). A word that begins with what was typed is 0 away.
 */
export const distanceToBeginning = (typed: string, word: string): number => {
  const [letters, goal] = [[...typed], [...word]];
  let before: readonly number[] = [];
  let row: readonly number[] = Array.from({ length: goal.length + 1 }, (_, at) => at);
  for (const [i, letter] of letters.entries()) {
    const next = [i + 1];
    for (const [j, wanted] of goal.entries()) {
      const changed = at(row, j) + (letter === wanted ? 0 : 1);
      const isSwapped = i > 0 && j > 0 && letter === goal[j - 1] && letters[i - 1] === wanted;
      const swapped = isSwapped ? at(before, j - 1) + 1 : Infinity;
      next.push(Math.min(changed, at(row, j + 1) + 1, at(next, j) + 1, swapped));
    }
    before = row;
    row = next;
  }
  return Math.min(...row);
};

const at = (row: readonly number[], index: number): number => row[index] ?? Infinity;
