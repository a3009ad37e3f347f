import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

import { findEmbeddedPostgres } from '../src/platform/postgres/embedded-postgres.ts';
import { textOf, type Crashed } from './crash.ts';
import type { Service } from './service.ts';

/** Everything that was lost, doubled, changed or told out of order, in words; empty when all is as it was acknowledged. */
export const lossesAfter = async (service: Service, crashed: Crashed): Promise<readonly string[]> => {
  const client = await asSuperuser(service);
  try {
    // What was looked at by rules of before (tell-at-once.ts) waits for a morning.
    await client.query(`update laksa.notice set look_at = created_at where state = 'waiting' and look_at is not null`);
    return [
      ...(await stillWaiting(client)),
      ...(await lostReports(client, crashed)),
      ...(await brokenHistories(client)),
      ...(await troubledLetters(client, service)),
    ];
  } finally {
    await client.end();
  }
};

/** Sees through every fence. */
const asSuperuser = async ({ dataDir }: Service): Promise<pg.Client> => {
  const found = await findEmbeddedPostgres(dataDir);
  if (found === undefined) throw new Error('PostgreSQL is not up after the crashes');
  const client = new pg.Client({ connectionString: found.url });
  await client.connect();
  return client;
};

const quietWithinMs = 180_000;
/** A job that failed often waits long before its next try; an operator would press *retry*. */
const hurryAfterMs = 45_000;

/** Waits until no letter waits and every event is in the feed; says what does not come to an end. */
const stillWaiting = async (client: pg.Client): Promise<readonly string[]> => {
  const began = performance.now();
  for (let hurried = false; performance.now() < began + quietWithinMs; await pause(250)) {
    const { rows } = await client.query<{ waiting: number }>(
      `select ((select count(*) from laksa.notice where state = 'waiting') + (select count(*) from laksa.event_pending))::int as waiting`,
    );
    if (rows[0]?.waiting === 0) return [];
    if (!hurried && performance.now() > began + hurryAfterMs) {
      console.log(`hurried: ${(await waitingJobs(client)).join('; ')}`);
      await client.query(
        'update graphile_worker._private_jobs set run_at = clock_timestamp() where locked_at is null and attempts < max_attempts',
      );
      hurried = true;
    }
  }
  return [`letters or events still wait; jobs: ${(await waitingJobs(client)).join('; ') || 'none'}`];
};

/** How they stand, those alike counted together. One whose attempts are used up waits for an operator. */
const waitingJobs = async (client: pg.Client): Promise<readonly string[]> => {
  const { rows } = await client.query<{ job: string }>(
    `select format('%s with %s of %s attempts, locked %s: %s', count(*), attempts, max_attempts, locked_at is not null, last_error) as job
     from graphile_worker._private_jobs group by attempts, max_attempts, locked_at is not null, last_error`,
  );
  return rows.map(({ job }) => job);
};

const lostReports = async (client: pg.Client, { told, handled }: Crashed): Promise<readonly string[]> => {
  const { rows } = await client.query<{ number: string; state: string; text: string }>(
    `select r.number, r.state, s.value as text from laksa.report r
     join laksa.report_event e on e.tenant_id = r.tenant_id and e.report_id = r.id and e.seq = 1
     join laksa.event_secret s on s.tenant_id = e.tenant_id and s.event_id = e.id and s.field = 'description'`,
  );
  const byText = Map.groupBy(rows, ({ text }) => text);
  const known = new Set([...told.keys()].map(textOf));
  return [
    ...[...told].flatMap(([index, { number }]) => {
      const own = byText.get(textOf(index)) ?? [];
      return own.length === 1 && own[0]?.number === number
        ? []
        : [
            `filing ${index} was told ${number} and is there as ${own.map((row) => row.number).join(', ') || 'nothing'}`,
          ];
    }),
    ...rows.filter(({ text }) => !known.has(text)).map(({ number }) => `nobody was told of report ${number}`),
    ...handled.flatMap((index) =>
      byText.get(textOf(index))?.[0]?.state === 'closed' ? [] : [`filing ${index} was closed and is not`],
    ),
  ];
};

const brokenHistories = async (client: pg.Client): Promise<readonly string[]> => {
  const { rows } = await client.query<{ number: string }>(
    `select r.number from laksa.report r join laksa.report_event e on e.tenant_id = r.tenant_id and e.report_id = r.id
     left join laksa.event_feed f on f.tenant_id = e.tenant_id and f.event_id = e.id
     group by r.tenant_id, r.id having count(*) <> max(e.seq) or max(e.seq) <> max(r.version) or count(f.position) <> count(*)`,
  );
  return rows.map(({ number }) => `the history of ${number} has a gap`);
};

/**
 * Each event that is told in one letter, named by the last in it, and none before the one that came first. Killed between writing and marking, the worker writes the same
 * letter again under the same name, in its own place: that is what the outbox promises, and no count of files could show it. What must not be is a
 * letter that was marked as handed over more than once: each marking counts one attempt.
 */
const troubledLetters = async (client: pg.Client, service: Service): Promise<readonly string[]> => {
  const { rows } = await client.query<{
    number: string;
    seq: number;
    last: number;
    state: string;
    attempts: number;
    sent: string;
  }>(
    `select r.number, n.seq, max(n.seq) over (partition by n.tenant_id, n.letter_id) as last, n.state, n.attempts, n.sent_at::text as sent from laksa.notice n join laksa.report r on r.tenant_id = n.tenant_id and r.id = n.report_id order by r.number, n.seq`,
  );
  const letters = (await service.letters())
    .filter((name) => !/-(?:kabar|kunci)-/.test(name)) // those to posts tell of several reports, or of a key that was made
    .map((name) => name.slice(name.indexOf('-') + 1, -'.eml'.length));
  const counts = Map.groupBy(letters, (letter) => letter);
  const wanted = new Set(rows.map(({ number, last }) => `${number}-${String(last).padStart(4, '0')}`));
  return [
    ...rows
      .filter(({ state }) => state !== 'sent')
      .map(({ number, seq, state }) => `letter ${seq} of ${number} is ${state}`),
    ...rows
      .filter(({ state, attempts }) => state === 'sent' && attempts !== 1)
      .map(({ number, seq, attempts }) => `letter ${seq} of ${number} was handed over ${attempts} times`),
    ...[...wanted]
      .filter((letter) => counts.get(letter)?.length !== 1)
      .map((letter) => `letter ${letter} lies in the outbox ${counts.get(letter)?.length ?? 0} times`),
    ...[...counts.keys()].filter((letter) => !wanted.has(letter)).map((letter) => `nobody asked for letter ${letter}`),
    ...rows
      .filter((row, index) => row.number === rows[index - 1]?.number && row.sent < (rows[index - 1]?.sent ?? ''))
      .map(({ number, seq }) => `letter ${seq} of ${number} went before an earlier one`),
  ];
};
