import pg from 'pg';

import { holidaysOfIndonesia } from '../src/domain/calendar-id.ts';
import { calendarFrom } from '../src/domain/calendar.ts';
import { dueAfter, type Length } from '../src/domain/due.ts';
import { policyFrom } from '../src/domain/policy.ts';
import { createClockSweep } from '../src/features/sweep-clocks/sweep.ts';
import { fromTheStart } from '../src/features/triage-queue/cursor.ts';
import { readQueue } from '../src/features/triage-queue/queries.ts';
import { postWithRole } from '../src/store/city.ts';
import { seededRandom } from '../src/testing/seeded-random.ts';
import { loginOf, signIn } from '../e2e/officer.ts';
import { bareMarks } from './bare-marks.ts';
import type { Bench } from './bench.ts';
import { cityOf, startInstallation, type BenchInstallation } from './installation.ts';
import { handsFor, interleave } from './measure.ts';
import { prefill } from './prefill.ts';
import { recordStatements, type Recorder } from './statements.ts';

/** Due dates, the sweep of what has come due, and the queue by the earliest clock, each beside the least that it could cost. */
export const clockBench: Bench = async ({ rows, seconds, rounds, say }) => {
  const recorder = recordStatements();
  const installation = await startInstallation(say);
  try {
    const dues = await dueDates({ seconds, rounds, say });
    await prefill(installation, { rows, endings: muchWaiting }, say);
    const queue = await queuePage(installation, recorder, { seconds, rounds, say });
    const sweep = await sweepDue(installation, say);
    return { metrics: { ...dues, ...queue.metrics, ...sweep }, notes: [...notes, ...queue.plan] };
  } finally {
    await installation.remove();
  }
};

/** So that in each city as many clocks come due as a third of all rows: of what waits to be verified two, of what is worked on one. */
const muchWaiting = { closed: 0.55, in_progress: 0.15, received: 0.3 } as const;

const notes = [
  'due_ratio: due dates over 14 working days beside due dates over 14 calendar days, which ask no calendar.',
  'sweep_ratio: clocks marked by the sweep beside the same rows written by a bare connection, a transaction each.',
  'queue_ratio: pages of the queue over HTTP beside its one statement, each asked by one hand after another.',
  'The plan of the queue, as the application:',
];

type Rounds = Parameters<typeof interleave>[1];

const dueDates = async (rounds: Rounds): Promise<Readonly<Record<string, number>>> => {
  const calendar = calendarFrom('Asia/Jakarta', holidaysOfIndonesia);
  const policy = policyFrom(1, []);
  const random = seededRandom(1);
  const from = Date.parse('2024-01-01T00:00:00Z');
  const starts = Array.from({ length: 1_000 }, () => new Date(from + random() * 7e10).toISOString());
  const count = (length: Length) => async (forSeconds: number) => {
    let done = 0;
    return handsFor(forSeconds, 1, async () => {
      for (const _ of starts) dueAfter(starts[done++ % starts.length] ?? '', length, calendar, policy);
    }).then((thousands) => thousands * starts.length);
  };
  const speed = await interleave(
    { working: count({ n: 14, unit: 'working_days' }), days: count({ n: 14, unit: 'calendar_days' }) },
    rounds,
  );
  return { due_dates_per_s: speed.working, calendar_dues_per_s: speed.days, due_ratio: speed.working / speed.days };
};

const queuePage = async (installation: BenchInstallation, recorder: Recorder, rounds: Rounds) => {
  const { laksa, service, appUrl } = installation;
  const [tenant] = installation.cities;
  const city = await cityOf(installation, tenant);
  const post = postWithRole(city, 'coordinator');
  const query = {
    tenantId: tenant.id,
    post,
    list: { kind: 'state', state: 'in_progress' },
    after: fromTheStart,
  } as const;
  const read = () =>
    laksa.database.inTenant(tenant.id, (tx) => readQueue(tx, { ...query, limit: 26 }), { readOnly: true });
  const heard = await recorder.during(read);
  const officer = await signIn(service.origin, loginOf(await service.logins(), { role: 'coordinator' }));
  const page = async (): Promise<void> => {
    const { status } = await officer.get('/petugas?daftar=in_progress');
    if (status !== 200) throw new Error(`the queue answered ${status}`);
  };
  const speed = await interleave(
    {
      page: (seconds) => handsFor(seconds, 1, page),
      sql: (seconds) => handsFor(seconds, 1, async () => void (await read())),
    },
    rounds,
  );
  const asked = heard.find(({ text }) => text.includes('next_due_at'));
  return {
    metrics: { queue_page_per_s: speed.page, queue_sql_per_s: speed.sql, queue_ratio: speed.page / speed.sql },
    plan: asked === undefined ? [] : await planOf(appUrl, tenant.id, asked),
  };
};

const planOf = async (
  url: string,
  tenantId: string,
  { text, values }: { readonly text: string; readonly values: readonly unknown[] },
): Promise<readonly string[]> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('begin read only');
    await client.query("select set_config('laksa.tenant', $1, true)", [tenantId]);
    const { rows } = await client.query<{ 'QUERY PLAN': string }>({
      text: `explain (analyze, buffers, costs off, summary off) ${text}`,
      values: [...values],
    });
    return rows.map((row) => row['QUERY PLAN']);
  } finally {
    await client.end();
  }
};

/** Everything that is due in a year, by the one city's sweep and by bare statements in the other; nobody is written to. */
const sweepDue = async (
  { laksa, ownerUrl, appUrl, cities: [swept, bare] }: BenchInstallation,
  say: (line: string) => void,
): Promise<Readonly<Record<string, number>>> => {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  await client.query("set session_replication_role = 'replica'; update laksa.report set reporter_id = null");
  await client.query('vacuum (analyze) laksa.report').finally(() => client.end());
  const at = new Date(laksa.clock.now().getTime() + 365 * 24 * 60 * 60 * 1000);
  const sweep = createClockSweep();
  const later = { ...swept, clock: { now: () => at } };
  say('sweeping what is due in a year');
  const began = performance.now();
  while (await sweep(laksa, later));
  const sweptSeconds = (performance.now() - began) / 1000;
  const marked = await laksa.database.inTenant(swept.id, (tx) =>
    tx
      .selectFrom('report_clock')
      .select((eb) => eb.fn.countAll<string>().as('n'))
      .where('tenant_id', '=', swept.id)
      .where('passed_at', 'is not', null)
      .executeTakeFirstOrThrow(),
  );
  say(`${marked.n} clocks in ${sweptSeconds.toFixed(0)} s; beside it bare statements`);
  const barePerSecond = await bareMarks(appUrl, bare.id, {
    at,
    forSeconds: Math.min(60, Math.max(5, sweptSeconds / 2)),
  });
  const perSecond = Number(marked.n) / sweptSeconds;
  return {
    clocks_swept: Number(marked.n),
    sweep_s: sweptSeconds,
    sweep_per_s: perSecond,
    bare_marks_per_s: barePerSecond,
    sweep_ratio: perSecond / barePerSecond,
  };
};
