import { createHash } from 'node:crypto';

import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';

import type { NoticeSteps } from '../domain/notice-steps.ts';
import type { MoveCommand } from '../domain/move.ts';
import { deliverNoticesTask, wakeNotices } from '../features/deliver-notices/jobs.ts';
import { createReminderSweep } from '../features/sweep-clocks/remind.ts';
import { createClockSweep } from '../features/sweep-clocks/sweep.ts';
import { uuid7 } from '../platform/db/uuid7.ts';
import type { Mail, SendMail } from '../platform/mail/mail.ts';
import type { Tenant } from '../platform/tenant/tenant.ts';
import type { Cities } from '../store/city.ts';
import { stopFollowing } from '../store/follow.ts';
import type { Installation } from '../store/installation.ts';
import { chooseNotices, stopNotices } from '../store/notice-choice.ts';
import { savePerson } from '../store/person.ts';
import type { Tx } from '../store/tx.ts';
import { notice } from '../ui/texts/id/notice.ts';
import { state } from '../ui/texts/id/state.ts';
import { fileSample, moveSample, readCity } from './report-life.ts';
import { seededRandom } from './seeded-random.ts';
import { startTestInstallation, type TestInstallation } from './test-installation.ts';

const reportsADay = Number(process.env['LAKSA_REPORTS_A_DAY'] ?? (process.env['LAKSA_FULL'] === '1' ? 400 : 8));
const days = 7;
const seed = Number(process.env['LAKSA_SEED'] ?? 5);
const random = seededRandom(seed);

const connections = 4;
const minute = 60_000;
const hour = 60 * minute;
/** A Monday, midnight in Jakarta. */
const begin = Date.parse('2026-11-22T17:00:00.000Z');
const end = begin + days * 24 * hour;
const lookEvery = 10 * minute;

let site: TestInstallation;
let laksa: Installation;
let city: Tenant;
let admin: pg.Client;
beforeAll(async () => {
  site = await startTestInstallation({ maxConnections: connections });
  [city] = site.cities;
  // What the city has set up stays as it is all week: it is read once, not again whenever its time has moved on.
  const { cities } = site.laksa;
  const read: Cities['read'] = (tx, tenant, _now, report) => cities.read(tx, tenant, new Date(begin), report);
  laksa = { ...site.laksa, cities: { ...cities, read } };
  admin = new pg.Client({ connectionString: site.url });
  await admin.connect();
});
afterAll(async () => {
  await admin.end();
  await site.close();
});

/** Somebody with an address: what they chose, and what happened to that. */
type Somebody = {
  readonly email: string;
  readonly personId: string;
  readonly reportId: string;
  readonly isFollower: boolean;
  readonly steps: NoticeSteps;
  /** In minutes of the day in Jakarta; null: none. */
  readonly quiet: { readonly from: number; readonly until: number } | null;
  readonly since: number;
  stoppedAt: number | null;
};

type Arrived = { readonly at: number; readonly mail: Mail; readonly isKnown: boolean };

const people: Somebody[] = [];
const arrived: Arrived[] = [];
/** Of which a letter failed: its job comes back. */
const failed = new Set<string>();
const inCity = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => laksa.database.inTenant(city.id, work);
const now = (): number => city.clock.now().getTime();
const oneOf = <T>(things: readonly [T, ...T[]]): T => things[Math.floor(random() * things.length)] ?? things[0];

/**
 * One in ten is refused, and after one in twenty the process dies before it could write down that the letter went: drawn for each address by itself,
 * so that the week is the same whoever's letters go first.
 */
const unreliable: SendMail = async (mail) => {
  const fate = fateFor(mail.to)();
  if (fate < 0.1) throw new Error('the mail server is busy');
  arrived.push({ at: now(), mail, isKnown: fate >= 0.15 });
  if (fate < 0.15) throw new Error('killed');
};

const fates = new Map<string, () => number>();
const fateFor = (email: string): (() => number) => {
  const known = fates.get(email) ?? seededRandom(seed + createHash('sha256').update(email).digest().readUInt32BE());
  fates.set(email, known);
  return known;
};

/** Four reports at once, as a runner does. */
const deliverEach = async (reportIds: readonly string[]): Promise<void> => {
  const left = [...new Set(reportIds)];
  const runner = async (): Promise<void> => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) await deliver(next);
  };
  await Promise.all(Array.from({ length: connections }, runner));
};

const deliver = async (reportId: string): Promise<void> => {
  failed.delete(reportId);
  const task = deliverNoticesTask({ ...laksa, sendMail: unreliable });
  const job = { jobId: '1', attempts: 1, signal: new AbortController().signal };
  await task.run({ tenantId: city.id, reportId }, job).catch(() => failed.add(reportId));
};

/** Does what the product has asked its runner for. */
const workJobs = async (): Promise<void> => {
  const { rows } = await admin.query<{ readonly report_id: string }>(
    `delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
     where t.id = j.task_id and t.identifier = 'deliver-notices' returning j.payload ->> 'reportId' as report_id`,
  );
  await deliverEach(rows.map(({ report_id: reportId }) => reportId));
};

/** What comes by itself every ten minutes: clocks, whatever may go by now, and the jobs that failed. */
const lookAgain = async (isFullHour: boolean): Promise<void> => {
  if (isFullHour) {
    while (await clockSweep(laksa, city));
    while (await reminders(laksa, city));
  }
  await wakeNotices(laksa, city);
  await deliverEach([...failed]);
  await workJobs();
};
const clockSweep = createClockSweep();
const reminders = createReminderSweep();

type Action = { readonly at: number; readonly do: () => Promise<void> };
const agenda: Action[] = [];
/** After all that comes before it or at the same time. */
const later = (at: number, what: () => Promise<void>): void => {
  const next = agenda.findIndex((one) => one.at > at);
  agenda.splice(next < 0 ? agenda.length : next, 0, { at, do: what });
};

const quietOf = [
  null,
  { from: 0, until: 0 },
  { from: 12 * 60, until: 14 * 60 + 30 },
  { from: 22 * 60, until: 5 * 60 },
] as const;
const cityQuiet = { from: 20 * 60, until: 6 * 60 };
const timeOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** Makes their choice, and has some of them stop in the middle of the week. */
const settleIn = async (who: Pick<Somebody, 'email' | 'personId' | 'reportId' | 'isFollower'>, followId?: string) => {
  const quiet = oneOf(quietOf);
  const steps = oneOf<NoticeSteps>(['all', 'all', 'needed', 'end']);
  const own = quiet === null ? null : { from: timeOf(quiet.from), until: timeOf(quiet.until) };
  const { personId } = who;
  await inCity((tx) =>
    chooseNotices(tx, { tenantId: city.id, personId, at: city.clock.now() }, { steps, quiet: own, language: 'id' }),
  );
  const somebody: Somebody = { ...who, steps, quiet: quiet ?? cityQuiet, since: now(), stoppedAt: null };
  people.push(somebody);
  if (random() > 0.15) return;
  later(now() + random() * 3 * 24 * hour, async () => {
    somebody.stoppedAt = now();
    await inCity(async (tx) => {
      if (followId === undefined) await stopNotices(tx, { tenantId: city.id, personId, at: city.clock.now() });
      else await stopFollowing(tx, city.id, followId, city.clock.now());
    });
  });
};

const file = async (index: number): Promise<void> => {
  const email = `pelapor-${index}@example.org`;
  const { number, reportId } = await fileSample(laksa, city, {
    description: `Lubang ke-${index} di depan sekolah.`,
    identity: { name: 'Warga', email },
  });
  const row = await inCity((tx) =>
    tx
      .selectFrom('report')
      .select('reporter_id')
      .where('tenant_id', '=', city.id)
      .where('id', '=', reportId)
      .executeTakeFirstOrThrow(),
  );
  await settleIn({ email, personId: row.reporter_id ?? '', reportId, isFollower: false });
  await live({ number, reportId, index });
};

const follow = async (reportId: string, email: string): Promise<void> => {
  const at = city.clock.now();
  const id = uuid7(at);
  const vault = { keyring: laksa.keyring, tenantId: city.id, at };
  const personId = await inCity(async (tx) => {
    const saved = (await savePerson(tx, vault, { email }, 'id')) ?? '';
    const own = { id, report_id: reportId, person_id: saved, contact_hash: Buffer.from(email) };
    await tx
      .insertInto('follow')
      .values({ tenant_id: city.id, ...own, followed_at: at, ended_at: null })
      .execute();
    return saved;
  });
  await settleIn({ email, personId, reportId, isFollower: true }, id);
};

type Life = { readonly number: string; readonly reportId: string; readonly index: number };

/** One report from hand to hand; what its state does not allow any more is refused, as in life. */
const live = async ({ number, reportId, index }: Life): Promise<void> => {
  const { categories, posts } = await readCity(laksa, city);
  const categoryId = categories.find(({ slug }) => slug === 'jalan-rusak')?.id ?? '';
  const officer = posts.find(({ slug }) => slug === 'petugas-pupr');
  if (officer?.agencyId == null) throw new Error('the sample city has an officer for its roads');
  const publish = { title: `Jalan berlubang ${index}`, description: 'Lubang besar.', photos: [] };
  let at = now();
  const then = (wait: number, by: string | { readonly kind: 'reporter' }, command: MoveCommand): void => {
    at += Math.round(wait / minute) * minute;
    later(at, async () => void (await moveSample(laksa, city, { number, by, command })));
  };
  then(random() * 30 * hour, 'verifikator', { move: 'verify', class: 'complaint', categoryId, publish });
  if (random() < 0.5) later(at, () => follow(reportId, `pengikut-${index}@example.org`));
  then(minute, 'koordinator', { move: 'assign', postId: officer.id, agencyId: officer.agencyId });
  then(random() * 20 * hour, 'petugas-pupr', { move: 'accept', message: 'Kami mulai.' });
  if (random() < 0.4) {
    const reason = 'place_unclear';
    then(random() * 10 * hour, 'petugas-pupr', { move: 'ask_reporter', reason, message: 'Di RT berapa?' });
    then(random() * 30 * hour, { kind: 'reporter' }, { move: 'provide_info', message: 'RT 03.' });
  }
  const until = new Date(at + 31 * hour).toISOString().slice(0, 10);
  if (random() < 0.3) then(random() * hour, 'petugas-pupr', { move: 'postpone', reason: 'weather', until });
  if (random() < 0.3) then(minute, 'petugas-pupr', { move: 'message', message: 'Kami bawa alat.' });
  if (random() < 0.1) {
    const publication = 'withdrawn_from_public';
    then(random() * hour, 'koordinator', { move: 'mask', publication, reason: 'personal_data' });
  }
  if (random() < 0.1) then(random() * hour, { kind: 'reporter' }, { move: 'withdraw' });
  then(random() * 30 * hour, 'petugas-pupr', { move: 'answer', message: 'Sudah ditambal.', proof: [] });
  then(random() * 5 * hour, 'validator', { move: 'approve' });
  const isContent = random() < 0.5;
  const dispute = { move: 'dispute', reason: 'not_done', message: 'Belum.' } as const;
  then(random() * 20 * hour, { kind: 'reporter' }, isContent ? { move: 'confirm' } : dispute);
};

/** Everything in the order of time; between two things, what comes by itself. Two more days bring home what was on its way. */
const runTheWeek = async (): Promise<void> => {
  for (let day = 0; day < days; day += 1)
    for (let nth = 0; nth < reportsADay; nth += 1) {
      const index = day * reportsADay + nth;
      later(begin + day * 24 * hour + Math.floor(random() * 24 * 60) * minute, () => file(index));
    }
  let look = begin;
  while (look < end + 48 * hour) {
    const [next] = agenda;
    if (next !== undefined && next.at < look && next.at < end) {
      agenda.shift();
      site.clock.set(new Date(next.at).toISOString());
      await next.do();
      await workJobs();
      continue;
    }
    site.clock.set(new Date(look).toISOString());
    await lookAgain(look % hour === 0 && look < end);
    look += lookEvery;
  }
};

/*
 * What is to be expected, by hand and out of the history alone: nothing below knows how letters are made.
 */

type Happening = { readonly kind: string; readonly at: number; readonly clock: string | null };

const reporterHears =
  'filed verified reporter_asked info_provided rejected assigned accepted postponed approved confirmed expired disputed withdrawn reminded masked'.split(
    ' ',
  );
const followerHears = 'verified assigned accepted postponed approved confirmed expired withdrawn'.split(' ');
const ofNeeded = 'reporter_asked message_sent approved rejected confirmed expired withdrawn reminded'.split(' ');
const ofEnd = 'approved rejected confirmed expired withdrawn'.split(' ');
const promisedToReporters = ['answer', 'decision', 'kip', 'promise'];

const historyOf = async (
  reportId: string,
): Promise<readonly (Happening & { readonly isPost: boolean; readonly writtenAt: number })[]> => {
  const { rows } = await admin.query<{ kind: string; id: string; actor_kind: string; clock: string | null }>(
    `select kind, id, actor_kind, payload ->> 'clock' as clock from laksa.report_event where report_id = $1 order by seq`,
    [reportId],
  );
  // When it was written down stands in the first 48 bits of its id.
  return rows.map(({ kind, id, actor_kind, clock }) => {
    const writtenAt = Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);
    return { kind, clock, at: writtenAt, writtenAt, isPost: actor_kind === 'post' };
  });
};

const isWanted = (steps: NoticeSteps, kind: string): boolean =>
  steps === 'all' || (steps === 'needed' ? ofNeeded : ofEnd).includes(kind);

const expectedFor = async (who: Somebody): Promise<readonly Happening[]> => {
  const history = await historyOf(who.reportId);
  const hiddenAt = history.find(({ kind }) => kind === 'masked')?.at ?? Infinity;
  return history
    .filter(({ kind, clock, isPost }) => {
      if (kind === 'clock_passed') return clock !== null && promisedToReporters.includes(clock);
      if (kind === 'message_sent') return isPost && !who.isFollower;
      return (who.isFollower ? followerHears : reporterHears).includes(kind);
    })
    .filter(({ kind, at }) => isWanted(who.steps, kind) && (!who.isFollower || (at > who.since && at < hiddenAt)));
};

/** Minutes of the day in Jakarta, seven hours before Greenwich, all year. */
const minutesInJakarta = (at: number): number => Math.floor((at + 7 * hour) / minute) % (24 * 60);

const isQuiet = (at: number, { quiet }: Somebody): boolean => {
  if (quiet === null || quiet.from === quiet.until) return false;
  const time = minutesInJakarta(at);
  return quiet.from < quiet.until ? quiet.from <= time && time < quiet.until : time >= quiet.from || time < quiet.until;
};

/** When it has to have arrived: two minutes and the quiet hours later, at the next look, and what a bad mail server may cost. */
const hasToArriveBy = (at: number, who: Somebody): number => {
  let ready = at + 2 * minute;
  while (isQuiet(ready, who)) ready += minute;
  return ready + lookEvery + 3 * hour;
};

/** What a letter tells, by its sentences and by the lines of the steps before, in their order. */
const toldIn = ({ text }: Mail, isFollower: boolean): readonly string[] =>
  [
    ...Object.entries<string>(isFollower ? notice.followed.happened : notice.happened),
    ...Object.entries<string>(state.event).map(([kind, name]) => [kind, `- ${name}`] as const),
  ]
    .map(([kind, sentence]) => ({ kind, at: text.indexOf(sentence), times: text.split(sentence).length - 1 }))
    .filter(({ at }) => at >= 0)
    .toSorted((one, other) => one.at - other.at)
    .flatMap(({ kind, times }) => Array<string>(times).fill(kind));

type Counted = { letters: number; repeats: number; steps: number };

const checkSomebody = async (who: Somebody, counted: Counted): Promise<void> => {
  const own = arrived.filter(({ mail }) => mail.to === who.email);
  const letters = [...new Map(own.map((one) => [one.mail.messageId, one.mail])).values()];
  const where = `${who.email}, seed ${seed}`;
  // A letter comes twice only where it was not known whether it went, and then word for word.
  for (const { mail } of own)
    expect(mail, where).toEqual(letters.find(({ messageId }) => messageId === mail.messageId));
  for (const { messageId } of letters) {
    const times = own.filter(({ mail }) => mail.messageId === messageId);
    expect(
      times.slice(0, -1).every(({ isKnown }) => !isKnown),
      `${where}: sent again though it went`,
    ).toBe(true);
  }
  for (const { at } of own) {
    expect(isQuiet(at, who), `${where}: at ${new Date(at).toISOString()} in quiet hours`).toBe(false);
    expect(at, `${where}: after the stop`).toBeLessThanOrEqual(who.stoppedAt ?? Infinity);
  }
  const expected = await expectedFor(who);
  const kinds = expected.map(({ kind }) => kind);
  const told: string[] = [];
  // A question or an answer comes first in its letter: within one, what it tells of counts, from letter to letter the order does.
  for (const mail of letters) {
    const steps = toldIn(mail, who.isFollower);
    const due = kinds.slice(told.length, told.length + steps.length);
    expect(steps.toSorted(), `${where}: each step once, in order`).toEqual(due.toSorted());
    told.push(...steps);
  }
  const isCut = (at: number) => hasToArriveBy(at, who) >= Math.min(who.stoppedAt ?? Infinity, hiddenFrom(who));
  expect(
    expected.slice(told.length).filter(({ at }) => !isCut(at)),
    `${where}: missing`,
  ).toEqual([]);
  counted.letters += letters.length;
  counted.repeats += own.length - letters.length;
  counted.steps += told.length;
};

/** When a report that somebody follows was taken from everyone's eyes: what waited then is not sent. */
const hiddenAt = new Map<string, number>();
const hiddenFrom = ({ isFollower, reportId }: Somebody): number =>
  isFollower ? (hiddenAt.get(reportId) ?? Infinity) : Infinity;

it('a week of notices: none double, none missing, none in quiet hours, none after a stop, and each step with its next in one letter', async () => {
  await runTheWeek();
  for (const { reportId } of people) {
    const masked = (await historyOf(reportId)).find(({ kind }) => kind === 'masked');
    if (masked !== undefined) hiddenAt.set(reportId, masked.at);
  }
  const counted: Counted = { letters: 0, repeats: 0, steps: 0 };
  for (const who of people) await checkSomebody(who, counted);
  const reporters = people.filter(({ isFollower }) => !isFollower);
  expect(reporters).toHaveLength(reportsADay * days);
  expect(people.length).toBeGreaterThan(reporters.length);
  expect(people.filter(({ stoppedAt }) => stoppedAt !== null).length).toBeGreaterThan(0);
  expect(counted.repeats).toBeGreaterThan(0);
  expect(counted.steps).toBeGreaterThan(counted.letters);
  expect(arrived.every(({ mail }) => people.some(({ email }) => email === mail.to))).toBe(true);
  const waiting = await admin.query(`select kind from laksa.notice where state = 'waiting'`);
  expect(waiting.rows).toEqual([]);
  // A report verified and assigned a minute later is told in one letter.
  for (const { mail } of arrived) {
    const steps = toldIn(mail, mail.to.startsWith('pengikut'));
    expect(steps.at(-1), `verified without where it went, seed ${seed}: ${mail.to}`).not.toBe('verified');
  }
}, 3_600_000);
