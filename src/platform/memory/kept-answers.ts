import type { Clock } from '../clock/clock.ts';

export type KeptOptions = {
  /** 0: nothing is kept, every question is asked. */
  readonly forMs: number;
  /** Of so many questions, those asked last; the answers of each lie in memory as long. */
  readonly most: number;
  readonly clock: Clock;
};

/**
 * Remembers answers that many ask for alike and that take long to find. The same question within `forMs` of the last time it was looked into is
 * answered from memory, and looked into once however many ask it at once. What could not be found (`find` rejects) is not kept.
 */
export const keepAnswers = <Answer>({ forMs, most, clock }: KeptOptions) => {
  const known = new Map<string, { readonly at: number; readonly answer: Promise<Answer> }>();
  const forget = (question: string, answer: Promise<Answer>): void => {
    if (known.get(question)?.answer === answer) known.delete(question);
  };
  return (question: string, find: () => Promise<Answer>): Promise<Answer> => {
    const at = clock.now().getTime();
    const entry = known.get(question);
    if (entry !== undefined && at >= entry.at && at - entry.at < forMs) return entry.answer;
    const answer = find();
    known.delete(question); // so that it stands last among those asked
    known.set(question, { at, answer });
    answer.catch(() => forget(question, answer));
    const [longestAgo] = known.keys();
    if (known.size > most && longestAgo !== undefined) known.delete(longestAgo);
    return answer;
  };
};
