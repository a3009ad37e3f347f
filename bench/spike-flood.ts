import { monitorEventLoopDelay } from 'node:perf_hooks';

import { openHttp, type Answer, type HttpClient } from '../src/commands/replay/http-client.ts';
import { multipartOf } from '../src/commands/replay/multipart.ts';

/** Lines to the service: a flood comes over many, and does not wait for answers. */
const lines = 1_000;
const tickMs = 10;

export type Flood = {
  /** What was answered, and how. */
  readonly tally: { accepted: number; shed: number; shedWithoutTime: number; other: number; unanswered: number };
  /** Words of the reports that were acknowledged. */
  readonly acknowledged: readonly string[];
  /** When they were, by `performance.now()`. */
  readonly acceptedAt: readonly number[];
  readonly acceptedMs: readonly number[];
  readonly shedMs: readonly number[];
  /** Words of all that were sent. */
  readonly texts: () => readonly string[];
  /** Due, and not sent, because an answer was still owed on every line: by a service that is slow, or to a flood that is. */
  readonly heldBack: () => number;
  /** How late the flood itself was, at worst but for one time in a hundred. */
  readonly lateMs: () => number;
  /** Sends no more, and waits for what is on its way. */
  readonly end: () => Promise<void>;
};

/** Sends so many reports a second, each with words of its own, whatever becomes of those before. */
export const openFlood = (origin: string, { perSecond }: { readonly perSecond: number }): Flood => {
  const http = openHttp({ origin, connections: lines });
  const { heard, note } = openNotes();
  const onTheirWay = new Set<Promise<void>>();
  const late = monitorEventLoopDelay({ resolution: tickMs });
  late.enable();
  const began = performance.now();
  let [due, sent] = [0, 0];
  const ticking = setInterval(() => {
    const until = Math.floor(((performance.now() - began) / 1000) * perSecond);
    for (; due < until; due += 1) {
      if (onTheirWay.size === lines) continue;
      const sending = send(http, textOf(sent), note).finally(() => onTheirWay.delete(sending));
      onTheirWay.add(sending);
      sent += 1;
    }
  }, tickMs);
  return {
    ...heard,
    texts: () => Array.from({ length: sent }, (_, index) => textOf(index)),
    heldBack: () => due - sent,
    lateMs: () => late.percentile(99) / 1e6 - tickMs,
    end: async () => {
      clearInterval(ticking);
      await Promise.all(onTheirWay);
      late.disable();
      http.close();
    },
  };
};

/** Why no answer came is for whoever reads along. */
const brokenOff = (error: unknown): null => {
  console.error(`no answer: ${error instanceof Error && 'code' in error ? error.code : String(error)}`);
  return null;
};

type Note = (text: string, answer: Answer | null, tookMs: number) => void;

const send = async (http: HttpClient, text: string, note: Note): Promise<void> => {
  const from = performance.now();
  const answer = await http.send({ method: 'POST', path: '/lapor', ...multipartOf(reportOf(text)) }).catch(brokenOff);
  note(text, answer, performance.now() - from);
};

const openNotes = () => {
  const tally = { accepted: 0, shed: 0, shedWithoutTime: 0, other: 0, unanswered: 0 };
  const acknowledged: string[] = [];
  const [acceptedAt, acceptedMs, shedMs]: [number[], number[], number[]] = [[], [], []];
  const note: Note = (text, answer, tookMs) => {
    const what = kindOf(answer);
    tally[what] += 1;
    if (what === 'shed') shedMs.push(tookMs);
    if (what !== 'accepted') return;
    acknowledged.push(text);
    acceptedAt.push(performance.now());
    acceptedMs.push(tookMs);
  };
  return { heard: { tally, acknowledged, acceptedAt, acceptedMs, shedMs }, note };
};

const kindOf = (answer: Answer | null): keyof Flood['tally'] => {
  if (answer === null) return 'unanswered';
  if (answer.status === 303) return 'accepted';
  if (answer.status !== 503) return 'other';
  return answer.headers['retry-after'] === undefined ? 'shedWithoutTime' : 'shed';
};

const textOf = (index: number): string => `Lonjakan ke-${index}: lampu jalan di gang depan musala padam.`;

const reportOf = (description: string) => ({
  kind: 'complaint',
  description,
  place: 'Gang depan musala, RT 03 RW 05',
  nonce: crypto.randomUUID(),
});
