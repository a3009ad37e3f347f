/** Two processes that may ask each other: a child and who started it. */
export type Line = {
  /** Rejects when the other does not know the question, fails over it, or says nothing in time. */
  readonly ask: (question: string, withinMs?: number) => Promise<unknown>;
  /** Says something that nobody answers. Lost when the other is gone. */
  readonly tell: (topic: string, words: unknown) => void;
};

/** `process` in a child, a worker of `cluster` in who started it. */
export type LineEnd = {
  readonly send?: ((message: object) => unknown) | undefined;
  readonly on: (event: 'message', hear: (message: unknown) => void) => unknown;
};

/** What this end answers to a question, and does when it is told something. Words of another process are checked by whoever takes them. */
export type Answers = Readonly<Record<string, (words: unknown) => unknown>>;

type Message = { readonly line: 'ask' | 'tell' | 'answer' | 'failure'; readonly about: string; readonly id: number };

const patienceMs = 2_000;

export const openLine = (end: LineEnd, answers: Answers): Line => {
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  let asked = 0;
  const send = (message: Message, words?: unknown): void => void end.send?.({ ...message, words });
  end.on('message', (message) => {
    if (!isMessage(message)) return;
    const words = 'words' in message ? message.words : undefined;
    if (message.line === 'ask' || message.line === 'tell') return void hear(answers, message, words, send);
    const asker = waiting.get(message.id);
    if (message.line === 'answer') asker?.resolve(words);
    else asker?.reject(new Error(`the other process could not say: ${message.about}`));
  });
  return {
    tell: (about, words) => send({ line: 'tell', about, id: 0 }, words),
    ask: async (about, withinMs = patienceMs) => {
      const id = (asked += 1);
      const answer = Promise.withResolvers<unknown>();
      waiting.set(id, answer);
      const late = () => answer.reject(new Error(`the other process did not say in time: ${about}`));
      const timer = setTimeout(late, withinMs);
      try {
        send({ line: 'ask', about, id });
        return await answer.promise;
      } finally {
        clearTimeout(timer);
        waiting.delete(id);
      }
    },
  };
};

const hear = async (
  answers: Answers,
  message: Message,
  words: unknown,
  send: (message: Message, words?: unknown) => void,
): Promise<void> => {
  const answer = Object.hasOwn(answers, message.about) ? answers[message.about] : undefined;
  try {
    if (answer === undefined) throw new Error('nobody here knows');
    const said = await answer(words);
    if (message.line === 'ask') send({ ...message, line: 'answer' }, said);
  } catch {
    // Who asked is told and does without; who told something does not wait for us.
    if (message.line === 'ask') send({ ...message, line: 'failure' });
  }
};

const isMessage = (message: unknown): message is Message =>
  typeof message === 'object' && message !== null && 'line' in message && 'about' in message && 'id' in message;
