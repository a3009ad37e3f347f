import { setTimeout as pause } from 'node:timers/promises';

import { openHttp, type HttpClient } from '../src/commands/replay/http-client.ts';
import { multipartOf } from '../src/commands/replay/multipart.ts';
import type { Bench } from './bench.ts';
import { inventedReport } from './invented-report.ts';
import { handsFor, median } from './measure.ts';
import { openFlood, type Flood } from './spike-flood.ts';
import { storedTexts } from './spike-stored.ts';
import { startTroubled, troubles, type Trouble, type Troubled } from './spike-troubles.ts';

/** As many citizens at once as a web process has connections. */
const hands = 10;
const timesOver = 10;
/** What counts as the speed of before: the machine's own rounds differ by more. */
const normalShare = 0.8;
const watchedForSeconds = 60;
/** How soon all has to be as before. */
const quickSeconds = 5;

/** Ten times as many reports as the service can take, whether it answers or not; what was acknowledged is then looked for in the database. */
export const spikeBench: Bench = async ({ seconds, trouble = 'none', say }) => {
  if (!isTrouble(trouble)) throw new Error(`--with takes ${troubles.join(', ')}`);
  const troubled = await startTroubled(trouble, say);
  const http = openHttp({ origin: troubled.service.origin, connections: hands });
  try {
    const normal = await filedPerSecond(http, 5);
    say(`${normal.toFixed(0)} reports a second are usual; now ${(normal * timesOver).toFixed(0)} for ${seconds} s`);
    const flood = openFlood(troubled.service.origin, { perSecond: normal * timesOver });
    const span = await duringTrouble(troubled, seconds, say);
    await flood.end();
    const secondsTo = { ...untilAccepting(flood, span), seconds_to_normal: await untilNormal(http, normal, say) };
    const { metrics, isGood } = await judged(troubled, flood);
    return {
      metrics: { usual_per_s: normal, ...metrics, ...secondsTo },
      notes,
      isGood: isGood && Object.values(secondsTo).every((number) => number <= quickSeconds),
    };
  } finally {
    http.close();
    await troubled.remove();
  }
};

const notes = [
  'held_back: due and not sent, because an answer was still owed on every line; flood_late_ms: how late the flood itself was, but for one time in a hundred.',
  'lost: acknowledged (303) and not in the database; doubled: there more than once; unanswered: neither an answer nor a 503 came.',
  `seconds_to_accepting: from the end of the trouble, in the flood, to the first second that accepted ${normalShare * 100} % of what was accepted before it.`,
  `seconds_to_normal: from the end of the flood to the first second with ${normalShare * 100} % of the usual speed.`,
];

const isTrouble = (word: string): word is Trouble => troubles.some((trouble) => trouble === word);

const file = async (http: HttpClient): Promise<void> => {
  const form = multipartOf(inventedReport(crypto.randomUUID()));
  const { status } = await http.send({ method: 'POST', path: '/lapor', ...form });
  if (status !== 303) await pause(20);
  else filed += 1;
};
let filed = 0;

const filedPerSecond = async (http: HttpClient, seconds: number): Promise<number> => {
  filed = 0;
  await handsFor(seconds, hands, () => file(http).catch(() => pause(20)));
  return filed / seconds;
};

/** A flood alone lasts so long; with a trouble in its middle as long before and after as the trouble itself halved. */
const duringTrouble = async (
  { begin, end }: Troubled,
  seconds: number,
  say: (line: string) => void,
): Promise<Span | null> => {
  if (begin === undefined) {
    await pause(seconds * 1000);
    return null;
  }
  await pause(seconds * 500);
  const from = performance.now();
  await begin();
  say('the trouble begins');
  await pause(seconds * 1000);
  await end();
  const until = performance.now();
  say('the trouble is over');
  await pause(seconds * 500);
  return { from, until };
};

/** By `performance.now()`. */
type Span = { readonly from: number; readonly until: number };

const beforeSeconds = 10;

const untilAccepting = ({ acceptedAt }: Flood, span: Span | null): Readonly<Record<string, number>> => {
  if (span === null) return {};
  const acceptedIn = (from: number, seconds: number): number =>
    acceptedAt.filter((at) => at >= from && at < from + seconds * 1000).length;
  const before = acceptedIn(span.from - beforeSeconds * 1000, beforeSeconds) / beforeSeconds;
  for (let second = 0; second < watchedForSeconds; second += 1)
    if (acceptedIn(span.until + second * 1000, 1) >= before * normalShare) return { seconds_to_accepting: second + 1 };
  return { seconds_to_accepting: Infinity };
};

const untilNormal = async (http: HttpClient, normal: number, say: (line: string) => void): Promise<number> => {
  for (let second = 1; second <= watchedForSeconds; second += 1) {
    const speed = await filedPerSecond(http, 1);
    say(`second ${second} after: ${speed.toFixed(0)} filed`);
    if (speed >= normal * normalShare) return second;
  }
  return Infinity;
};

const judged = async (troubled: Troubled, flood: Flood) => {
  const stored = await storedTexts(troubled.ownerUrl());
  const lost = flood.acknowledged.filter((text) => stored.get(text) === undefined).length;
  const doubled = flood.texts().filter((text) => (stored.get(text) ?? 0) > 1).length;
  const { accepted, shed, shedWithoutTime, other, unanswered } = flood.tally;
  return {
    metrics: {
      sent: flood.texts().length,
      held_back: flood.heldBack(),
      flood_late_ms: flood.lateMs(),
      accepted,
      shed,
      shed_without_retry_after: shedWithoutTime,
      other_answers: other,
      unanswered,
      lost,
      doubled,
      accepted_median_ms: median(flood.acceptedMs),
      accepted_slowest_ms: Math.max(0, ...flood.acceptedMs),
      shed_median_ms: median(flood.shedMs),
      ...(troubled.slowLines === undefined ? {} : { slow_lines_open: troubled.slowLines() }),
    },
    isGood: lost + doubled + shedWithoutTime + other + unanswered === 0,
  };
};
