import { setTimeout as pause } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';

import type { Tenant } from '../platform/tenant/tenant.ts';
import { startTestInstallation, mondayMorning, type TestInstallation } from '../testing/test-installation.ts';
import { readCity } from '../testing/report-life.ts';
import { acceptInvitation } from './answer-invitation.ts';
import type { NamedPost } from './city.ts';
import { invite, withdrawInvitation } from './invitation.ts';
import { postsHeldBy } from './post-holder.ts';
import { takeOff } from './take-off.ts';
import type { Tx } from './tx.ts';

let site: TestInstallation;
let city: Tenant;
let posts: readonly NamedPost[];

beforeAll(async () => {
  site = await startTestInstallation();
  [city] = site.cities;
  posts = (await readCity(site.laksa, city)).posts.filter(({ slug }) => /^petugas-(?:pupr|lh)$/.test(slug));
});
afterAll(() => site.close());

const day = 24 * 3_600_000;

/** What may happen, in any order: to be asked for a post with or without an end, to answer, to be taken back, to leave; and time that goes by. */
const aStep = fc.oneof(
  fc.record({
    does: fc.constant('invite' as const),
    post: fc.constantFrom(0, 1),
    from: fc.constantFrom(0, 2),
    days: fc.constantFrom(null, 4),
  }),
  fc.record({ does: fc.constantFrom('accept' as const, 'withdraw' as const), which: fc.nat(5) }),
  fc.record({ does: fc.constant('leave' as const) }),
  fc.record({ does: fc.constant('wait' as const), days: fc.constantFrom(1, 3, 8) }),
);

/** What was granted, as simply as it can be said. */
type Granted = {
  readonly id: string;
  readonly post: string;
  readonly from: number;
  readonly until: number;
  readonly expires: number;
  state: 'open' | 'void' | 'held' | 'ended';
};

it('no order of asking, answering, taking back and leaving gives somebody a post that is not granted now', async () => {
  let person = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(aStep, { maxLength: 14 }), async (steps) => {
      site.clock.set(mondayMorning);
      person += 1;
      const [userId, address] = [`person ${person}`, `orang.${person}@kota.example`];
      const granted: Granted[] = [];
      const now = (): number => city.clock.now().getTime();
      const isOpen = (one: Granted): boolean => one.state === 'open' && one.expires > now() && one.until > now();
      for (const step of steps) {
        await site.laksa.database.inTenant(city.id, async (tx) => {
          const one = 'which' in step ? granted[step.which % Math.max(granted.length, 1)] : undefined;
          if (step.does === 'wait') site.clock.advance(step.days * day);
          if (step.does === 'leave') {
            await takeOff(tx, site.laksa, city, { userId, login: address, by: null });
            // An invitation is void with whoever leaves; who holds nothing has nothing to leave, and it is void all the same.
            for (const each of granted) each.state = each.state === 'held' ? 'ended' : 'void';
          }
          if (step.does === 'invite') {
            const post = posts[step.post];
            if (post === undefined) throw new Error('the city has two such posts');
            const from = new Date(now() + step.from * day);
            const until = step.days === null ? null : new Date(from.getTime() + step.days * day);
            const invited = { name: 'Siti', address, inviter: null };
            const asked = { invited, post, from, until, language: 'id', by: null, userId } as const;
            const answer = await invite(tx, site.laksa, city, asked);
            if (answer.kind !== 'invited') return;
            for (const each of granted) if (each.post === post.id && each.state === 'open') each.state = 'void';
            const span = { from: from.getTime(), until: until?.getTime() ?? Infinity };
            granted.push({ id: answer.id, post: post.id, ...span, expires: now() + 7 * day, state: 'open' });
          }
          if (step.does === 'withdraw' && one !== undefined) {
            await withdrawInvitation(tx, city, one.id, null);
            if (one.state === 'open') one.state = 'void';
          }
          if (step.does === 'accept' && one !== undefined) {
            const wasOpen = isOpen(one);
            const taken = await acceptInvitation(tx, site.laksa, city, {
              id: one.id,
              accountOf: () => Promise.resolve(userId),
            });
            expect(taken !== null).toBe(wasOpen);
            if (wasOpen) granted.filter(isOpen).forEach((each) => (each.state = 'held'));
          }
        });
        const held = await site.laksa.database.inTenant(city.id, (tx) =>
          postsHeldBy(tx, city.id, userId, city.clock.now()),
        );
        const due = granted.filter((one) => one.state === 'held' && one.from <= now() && one.until > now());
        expect(new Set(held.map(({ postId }) => postId))).toEqual(new Set(due.map(({ post }) => post)));
      }
    }),
    { numRuns: 60 },
  );
}, 120_000);

it('of two cities to one address are answered one after the other', async () => {
  site.clock.set(mondayMorning);
  const accounts: string[] = [];
  const [isAsked, goOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const answerIn = async (one: Tenant): Promise<unknown> => {
    const post = (await readCity(site.laksa, one)).posts.find(({ slug }) => slug === 'petugas-lh');
    if (post === undefined) throw new Error('the city has posts');
    const invited = { name: 'Orang', address: 'dua.kota@kota.example', inviter: null };
    const from = one.clock.now();
    const asked = { invited, post, from, until: null, language: 'id', by: null, userId: null } as const;
    const sent = await site.laksa.database.inTenant(one.id, (tx) => invite(tx, site.laksa, one, asked));
    if (sent.kind !== 'invited') throw new Error(sent.kind);
    const accountOf = async (): Promise<string> => {
      accounts.push(one.slug);
      isAsked.resolve();
      await goOn.promise;
      return 'dua kota';
    };
    return site.laksa.database.inTenant(one.id, (tx) =>
      acceptInvitation(tx, site.laksa, one, { id: sent.id, accountOf }),
    );
  };
  const [first, second] = site.cities;
  const one = answerIn(first);
  await isAsked.promise;
  const two = answerIn(second);
  await Promise.race([two, pause(300)]);
  expect(accounts).toEqual([first.slug]);
  goOn.resolve();
  expect(await Promise.all([one, two])).not.toContain(null);
  expect(accounts).toEqual([first.slug, second.slug]);
});

it('that is being answered is not taken back meanwhile', async () => {
  site.clock.set(mondayMorning);
  const [post] = posts;
  if (post === undefined) throw new Error('the city has posts');
  const inCity = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => site.laksa.database.inTenant(city.id, work);
  const invited = { name: 'Orang', address: 'sekaligus@kota.example', inviter: null };
  const from = city.clock.now();
  const asked = { invited, post, from, until: null, language: 'id', by: null, userId: null } as const;
  const sent = await inCity((tx) => invite(tx, site.laksa, city, asked));
  if (sent.kind !== 'invited') throw new Error(sent.kind);
  const [isAsked, goOn] = [Promise.withResolvers<void>(), Promise.withResolvers<string>()];
  const accountOf = (): Promise<string> => {
    isAsked.resolve();
    return goOn.promise;
  };
  const accepted = inCity((tx) => acceptInvitation(tx, site.laksa, city, { id: sent.id, accountOf }));
  await isAsked.promise;
  const withdrawn = inCity((tx) => withdrawInvitation(tx, city, sent.id, null));
  await Promise.race([withdrawn, pause(300)]);
  goOn.resolve('sekaligus');
  expect((await accepted)?.map(({ postId }) => postId)).toEqual([post.id]);
  expect(await withdrawn).toBe(false);
});
