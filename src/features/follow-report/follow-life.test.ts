import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';

import type { Mail, SendMail } from '../../platform/mail/mail.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import { askToFollow } from '../../store/follow-request.ts';
import { confirmFollow, stopFollowing } from '../../store/follow.ts';
import { fileSample, moved, readCity } from '../../testing/report-life.ts';
import { startTestInstallation, type TestInstallation } from '../../testing/test-installation.ts';
import { sendFollowLetterTask } from './jobs.ts';

let site: TestInstallation;
let city: Tenant;
beforeAll(async () => {
  site = await startTestInstallation({ maxConnections: 4 });
  city = site.cities[0];
}, 60_000);
afterAll(() => site.close());

const people = [0, 1, 2] as const;
type Person = (typeof people)[number];

/** What somebody does, or what happens to the report meanwhile. */
type Deed = { readonly does: 'ask' | 'confirm' | 'stop'; readonly who: Person } | { readonly does: 'step' };

const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({ does: fc.constantFrom('ask', 'confirm', 'stop'), who: fc.constantFrom(...people) } as const),
  fc.constant({ does: 'step' } as const),
);

/** Each spells an address as they like. */
const spelt = (address: string, at: number): string => (at % 2 === 0 ? address : address.toUpperCase());

type Life = { readonly reportId: string; readonly number: string; readonly addresses: readonly string[] };

const lifeOf = async (run: number): Promise<Life> => {
  const { number, reportId } = await fileSample(site.laksa, city);
  const { categories, posts } = await readCity(site.laksa, city);
  const categoryId = categories.find(({ slug }) => slug === 'sampah')?.id ?? '';
  const post = posts.find(({ slug }) => slug === 'petugas-lh');
  const by = 'koordinator';
  const verify = { move: 'verify', class: 'complaint', categoryId, publish: { title: 'Sampah', photos: [] } } as const;
  await moved(site.laksa, city, { number, by: 'verifikator', command: verify });
  const assign = { move: 'assign', postId: post?.id ?? '', agencyId: post?.agencyId ?? '' } as const;
  await moved(site.laksa, city, { number, by, command: assign });
  await moved(site.laksa, city, { number, by: 'petugas-lh', command: { move: 'accept', message: 'Kami datang.' } });
  return { number, reportId, addresses: people.map((who) => `hidup${run}-${who}@example.org`) };
};

/** A step that everyone sees and that may come as often as one likes. */
const step = ({ number }: Life, at: number) =>
  moved(site.laksa, city, {
    number,
    by: 'petugas-lh',
    command: { move: 'postpone', reason: 'weather', until: `2027-01-${String(10 + at)}` },
  });

const newest = (table: 'follow_request' | 'follow', { reportId }: Life) =>
  site.laksa.database.inTenant(city.id, (tx) =>
    tx
      .selectFrom(table)
      .select('id')
      .where('tenant_id', '=', city.id)
      .where('report_id', '=', reportId)
      .orderBy('id', 'desc')
      .execute(),
  );

const noticesOf = ({ reportId }: Life) =>
  site.laksa.database.inTenant(city.id, (tx) =>
    tx
      .selectFrom('notice')
      .select(['follow_id', 'seq', 'state'])
      .where('tenant_id', '=', city.id)
      .where('report_id', '=', reportId)
      .where('follow_id', 'is not', null)
      .execute(),
  );

const voicesOf = ({ reportId }: Life) =>
  site.laksa.database.inTenant(city.id, (tx) =>
    tx
      .selectFrom('supporter')
      .select('device_hash')
      .where('tenant_id', '=', city.id)
      .where('report_id', '=', reportId)
      .execute(),
  );

it('tells of every step whoever proved an address and has not stopped, and nobody else, whatever they do in which order', async () => {
  let run = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 8, maxLength: 16 }), async (deeds) => {
      run += 1;
      const life = await lifeOf(run);
      const requests = new Map<Person, string>();
      const follows = new Map<Person, string>();
      const following = new Set<Person>();
      const heard = new Map<string, number>();
      const letters: Mail[] = [];
      const sendMail: SendMail = async (mail) => void letters.push(mail);
      const asked = new Map<Person, number>();
      for (const [at, one] of deeds.entries()) {
        site.clock.advance(1_000);
        if (one.does === 'step') {
          await step(life, at);
          for (const who of following) heard.set(follows.get(who) ?? '', (heard.get(follows.get(who) ?? '') ?? 0) + 1);
          continue;
        }
        const { who } = one;
        const address = life.addresses[who] ?? '';
        const followId = follows.get(who);
        if (one.does === 'ask' && (asked.get(who) ?? 0) < 5) {
          const email = spelt(address, at).toLowerCase();
          const asking = { number: life.number, email, language: 'id', device: address, network: null } as const;
          const open = (await newest('follow_request', life)).length;
          expect((await askToFollow(site.laksa, city, asking)).ok).toBe(true);
          if (requests.has(who)) {
            expect(await newest('follow_request', life)).toHaveLength(open); // a letter about this report is in their hands
            continue;
          }
          asked.set(who, (asked.get(who) ?? 0) + 1);
          const requestId = (await newest('follow_request', life))[0]?.id ?? '';
          requests.set(who, requestId);
          const running = { jobId: '1', attempts: 1, signal: new AbortController().signal };
          const task = sendFollowLetterTask({ ...site.laksa, sendMail });
          await task.run({ tenantId: city.id, requestId }, running);
          expect(letters.at(-1)?.to).toBe(address);
        }
        if (one.does === 'confirm' && requests.has(who)) {
          const before = (await newest('follow', life)).map(({ id }) => id);
          expect(await confirmFollow(site.laksa, city, requests.get(who) ?? '')).not.toBeNull();
          requests.delete(who);
          const fresh = (await newest('follow', life)).find(({ id }) => !before.includes(id))?.id;
          follows.set(who, followId ?? fresh ?? '');
          following.add(who);
        }
        if (one.does === 'stop' && followId !== undefined) {
          await site.laksa.database.inTenant(city.id, (tx) => stopFollowing(tx, city.id, followId, city.clock.now()));
          following.delete(who);
        }
      }
      const notices = await noticesOf(life);
      const told = new Map<string, number>();
      for (const { follow_id } of notices) told.set(follow_id ?? '', (told.get(follow_id ?? '') ?? 0) + 1);
      expect(told).toEqual(heard);
      expect(new Set(notices.map(({ follow_id, seq }) => `${follow_id} ${seq}`)).size).toBe(notices.length);
      const stopped = [...follows].flatMap(([who, id]) => (following.has(who) ? [] : [id]));
      const waiting = notices.filter(({ state }) => state === 'waiting').map(({ follow_id }) => follow_id ?? '');
      expect(waiting.filter((id) => stopped.includes(id))).toEqual([]);
      expect(letters).toHaveLength([...asked.values()].reduce((sum, count) => sum + count, 0));
      expect(await voicesOf(life)).toHaveLength(follows.size);
    }),
    { numRuns: 12 },
  );
}, 120_000);
