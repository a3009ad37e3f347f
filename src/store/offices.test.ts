import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Office } from '../domain/office.ts';
import { administeredUntil, forEver } from '../domain/staffing.ts';
import { uuid7 } from '../platform/db/uuid7.ts';
import type { Tenant } from '../platform/tenant/tenant.ts';
import { fileSample, moved, moveSample, readCity } from '../testing/report-life.ts';
import { startTestInstallation, type TestInstallation } from '../testing/test-installation.ts';
import { changeOffice, markOf, openOffice, type OfficeChange } from './change-office.ts';
import { handOverReports } from './hand-over-reports.ts';
import { readStaffing } from './judge-office.ts';
import { readOffice } from './office-row.ts';
import { moveRules, startHandover } from './post-handover.ts';
import { readPostWork } from './post-work.ts';
import { takeOffProblem } from './take-off.ts';
import type { Tx } from './tx.ts';
import { undoChange } from './undo-change.ts';

let site: TestInstallation;
let city: Tenant;
let other: Tenant;

beforeAll(async () => {
  site = await startTestInstallation({ maxConnections: 8 });
  [city, other] = site.cities;
});
afterAll(() => site.close());

const inCity = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => site.laksa.database.inTenant(city.id, work);
const now = (): Date => city.clock.now();
const laterBy = (days: number): string => new Date(now().getTime() + days * 86_400_000).toISOString();

const postId = async (slug: string): Promise<string> => {
  site.laksa.cities.forget(city.id);
  return (await readCity(site.laksa, city)).posts.find((post) => post.slug === slug)?.id ?? '';
};

const change = (one: Pick<OfficeChange, 'kind' | 'id' | 'to'> & Partial<OfficeChange>) => {
  site.clock.advance(1_000);
  return inCity((tx) => changeOffice(tx, city.id, { by: null, at: now(), ...one }));
};

const open = (office: Office, beside: Readonly<Record<string, string | null>> = {}) => {
  site.clock.advance(1_000);
  return inCity((tx) => openOffice(tx, city.id, { office, beside, by: null, at: now() }));
};

const undo = (eventId: string) => {
  site.clock.advance(1_000);
  return inCity((tx) => undoChange(tx, city.id, { eventId, by: null, at: now() }));
};

const eventOf = (changed: Awaited<ReturnType<typeof change>>): string => {
  if (!changed.ok || changed.value.eventId === null) throw new Error(`nothing was changed: ${JSON.stringify(changed)}`);
  return changed.value.eventId;
};

const hold = async (slug: string, userId: string, until: string | null = null): Promise<string> => {
  const id = uuid7(now());
  const fields = { postId: await postId(slug), userId, from: now().toISOString(), until, acting: null };
  eventOf(await open({ kind: 'holder', id, fields }, { address: null }));
  return id;
};

const agency = (name: string): Office => ({
  kind: 'agency',
  id: uuid7(now()),
  fields: { name, shortName: null, kind: 'opd', areaCode: null, closedAt: null },
});

describe('an office', () => {
  it('is added once however often its form is sent, and every change is an event with what was before', async () => {
    const office = agency('Dinas Contoh');
    for (const times of [1, 2]) expect((await open(office, { slug: 'dinas-contoh' })).ok, String(times)).toBe(true);
    const changed = await change({ ...office, to: { name: 'Dinas Lain', shortName: 'DL' } });
    const events = await inCity((tx) =>
      tx
        .selectFrom('city_event')
        .select(['id', 'kind', 'changes'])
        .where('tenant_id', '=', city.id)
        .where('subject_id', '=', office.id)
        .orderBy('id')
        .execute(),
    );
    expect(events.map(({ kind }) => kind)).toEqual(['agency.opened', 'agency.changed']);
    expect(events[1]).toMatchObject({
      id: eventOf(changed),
      changes: { name: { before: 'Dinas Contoh', after: 'Dinas Lain' }, shortName: { before: null, after: 'DL' } },
    });
    expect(await change({ ...office, to: { name: 'Dinas Lain' } })).toEqual({ ok: true, value: { eventId: null } });
  });

  it('is not changed by who saw an older one', async () => {
    const office = agency('Dinas Dua Tangan');
    await open(office, { slug: 'dua-tangan' });
    const seen = await inCity((tx) => markOf(tx, city.id, office.id));
    expect((await change({ ...office, to: { name: 'Dinas Pertama' }, seen })).ok).toBe(true);
    expect(await change({ ...office, to: { name: 'Dinas Kedua' }, seen })).toEqual({
      ok: false,
      refusal: { kind: 'changed_meanwhile' },
    });
    expect((await change({ ...office, to: { name: 'Dinas Pertama' }, seen })).ok).toBe(true);
  });

  it('of another city is not there', async () => {
    const office = agency('Dinas Kota Satu');
    await open(office, { slug: 'kota-satu' });
    const elsewhere = await site.laksa.database.inTenant(other.id, (tx) =>
      changeOffice(tx, other.id, { ...office, to: { name: 'Direbut' }, by: null, at: other.clock.now() }),
    );
    expect(elsewhere).toEqual({ ok: false, refusal: { kind: 'not_found' } });
  });

  it('is taken back field by field, unless something newer touched it', async () => {
    const office = agency('Dinas Awal');
    const opened = eventOf(await open(office, { slug: 'dinas-awal' }));
    const renamed = eventOf(await change({ ...office, to: { name: 'Dinas Tengah' } }));
    const shortened = eventOf(await change({ ...office, to: { shortName: 'DT' } }));
    const again = eventOf(await change({ ...office, to: { name: 'Dinas Akhir' } }));
    expect(await undo(renamed)).toEqual({ ok: false, refusal: { kind: 'touched_since', fields: ['name'] } });
    eventOf(await undo(shortened));
    eventOf(await undo(again));
    const undone = eventOf(await undo(renamed));
    expect(await undo(renamed)).toEqual({ ok: true, value: { eventId: null } });
    const fields = async () => (await inCity((tx) => readOffice(tx, city.id, 'agency', office.id)))?.fields;
    expect(await fields()).toMatchObject({ name: 'Dinas Awal', shortName: null });
    eventOf(await undo(undone));
    expect(await fields()).toMatchObject({ name: 'Dinas Tengah' });
    expect((await undo(opened)).ok).toBe(false);
  });

  it('is not closed while its posts are open, nor a post that has work or takes reports', async () => {
    const officer = await postId('petugas-pupr');
    const { agencies } = await readCity(site.laksa, city);
    const pupr = agencies.find(({ slug }) => slug === 'dinas-pupr')?.id ?? '';
    const closed = await change({ kind: 'agency', id: pupr, to: { closedAt: now().toISOString() } });
    expect(closed).toMatchObject({ ok: false, refusal: { kind: 'has_posts' } });
    const post = await change({ kind: 'post', id: officer, to: { closedAt: now().toISOString() } });
    expect(post).toMatchObject({ ok: false, refusal: { kind: 'holds_work', reports: 0 } });
    for (const to of [{ agencyId: null }, { roles: ['control_room'] }])
      expect(await change({ kind: 'post', id: officer, to })).toMatchObject({ refusal: { kind: 'holds_work' } });
    expect((await change({ kind: 'post', id: officer, to: { name: 'Petugas PUPR' } })).ok).toBe(true);
    const only = await change({ kind: 'post', id: await postId('koordinator'), to: { closedAt: now().toISOString() } });
    expect(only).toEqual({ ok: false, refusal: { kind: 'role_left_empty', role: 'coordinator' } });
  });

  it('that is closed gets no post, and no post of its own back', async () => {
    const office = agency('Dinas Bubar');
    const fields = { name: 'Petugas bubar', agencyId: office.id, roles: ['agency_head'], closedAt: null } as const;
    const post = { kind: 'post', id: uuid7(now()), fields } as const;
    for (const [one, slug] of [[office, 'bubar'] as const, [post, 'petugas-bubar'] as const]) await open(one, { slug });
    for (const { kind, id } of [post, office]) await change({ kind, id, to: { closedAt: now().toISOString() } });
    const refused = { ok: false, refusal: { kind: 'agency_closed' } };
    expect(await change({ kind: 'post', id: post.id, to: { closedAt: null } })).toEqual(refused);
    expect(await open({ ...post, id: uuid7(now()) }, { slug: 'petugas-bubar-dua' })).toEqual(refused);
  });

  it('has nobody twice at the same time', async () => {
    await hold('ombudsman', 'once', laterBy(10));
    const twice = { postId: await postId('ombudsman'), userId: 'once', until: null, acting: null } as const;
    const at = (from: string): Office => ({ kind: 'holder', id: uuid7(now()), fields: { ...twice, from } });
    expect(await open(at(laterBy(5)))).toEqual({ ok: false, refusal: { kind: 'overlaps' } });
    expect((await open(at(laterBy(11)))).ok).toBe(true);
  });
});

describe('a post that is closed', () => {
  it('takes nobody new, and whoever is in it can still be taken out', async () => {
    const id = uuid7(now());
    const fields = { name: 'Arsip', agencyId: null, roles: ['ombudsman'], closedAt: null } as const;
    eventOf(await open({ kind: 'post', id, fields }, { slug: 'arsip' }));
    const fatma = await hold('arsip', 'fatma');
    eventOf(await change({ kind: 'post', id, to: { closedAt: now().toISOString() } }));
    const span = { postId: id, userId: 'gita', from: now().toISOString(), until: null, acting: null };
    expect(await open({ kind: 'holder', id: uuid7(now()), fields: span })).toEqual({
      ok: false,
      refusal: { kind: 'post_closed' },
    });
    eventOf(await change({ kind: 'holder', id: fatma, to: { until: now().toISOString() } }));
  });
});

describe('whoever administers a city', () => {
  it('is never the last one removed, not even by two who remove each other at once', async () => {
    const ani = await hold('admin-kota', 'ani');
    const end = (id: string) => change({ kind: 'holder', id, to: { until: now().toISOString() } });
    expect(await end(ani)).toEqual({ ok: false, refusal: { kind: 'last_administrator' } });
    for (let round = 0; round < 10; round += 1) {
      const budi = await hold('admin-kota', `budi-${round}`);
      const standing = await inCity((tx) => readStaffing(tx, city.id));
      const first = standing.holders.find(({ id, until }) => id !== budi && until === null)?.id ?? '';
      const both = await Promise.all([end(first), end(budi)]);
      expect(both.filter(({ ok }) => ok)).toHaveLength(1);
      const after = await inCity((tx) => readStaffing(tx, city.id));
      expect(administeredUntil(after, now().toISOString())).toBe(forEver);
    }
  });

  it('goes on the day that another comes, who from then on is not taken off', async () => {
    const admin = (await readCity(site.laksa, other)).posts.find(({ slug }) => slug === 'admin-kota')?.id ?? '';
    const inOther = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => site.laksa.database.inTenant(other.id, work);
    const put = (userId: string, from: string) => {
      const fields = { postId: admin, userId, from, until: null, acting: null };
      const office = { kind: 'holder', id: uuid7(now()), fields } as const;
      return inOther((tx) => openOffice(tx, other.id, { office, beside: { address: null }, by: null, at: now() }));
    };
    await put('lama', now().toISOString());
    await put('baru', laterBy(7));
    const { holders } = await inOther((tx) => readStaffing(tx, other.id));
    const old = holders.find(({ from }) => from <= now().toISOString())?.id ?? '';
    const end = { kind: 'holder', id: old, to: { until: laterBy(7) }, by: null, at: now() } as const;
    expect((await inOther((tx) => changeOffice(tx, other.id, end))).ok).toBe(true);
    for (const userId of ['lama', 'baru'])
      expect(await inOther((tx) => takeOffProblem(tx, other, userId))).toEqual({ kind: 'last_administrator' });
  });

  it('is there after any sequence of changes, and of taking them back', async () => {
    const users = ['citra', 'dewi', 'eko'];
    const step = fc.oneof(
      fc.record({ do: fc.constant('hold' as const), user: fc.constantFrom(...users), days: fc.option(fc.nat(20)) }),
      fc.record({ do: fc.constant('end' as const), which: fc.nat(50), days: fc.nat(20) }),
      fc.record({ do: fc.constant('close' as const), isOpen: fc.boolean() }),
      fc.record({ do: fc.constant('roles' as const), isAdmin: fc.boolean() }),
      fc.record({ do: fc.constant('undo' as const), which: fc.nat(200) }),
      fc.record({ do: fc.constant('wait' as const), days: fc.nat(5) }),
    );
    const admin = await postId('admin-kota');
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
        for (const one of steps) {
          const { holders } = await inCity((tx) => readStaffing(tx, city.id));
          const at = now().toISOString();
          if (one.do === 'hold') {
            const fields = {
              postId: admin,
              userId: one.user,
              from: at,
              until: one.days === null ? null : laterBy(one.days),
              acting: null,
            };
            await open({ kind: 'holder', id: uuid7(now()), fields }, { address: null });
          } else if (one.do === 'end') {
            const id = holders[one.which % Math.max(holders.length, 1)]?.id ?? admin;
            await change({ kind: 'holder', id, to: { until: laterBy(one.days) } });
          } else if (one.do === 'close')
            await change({ kind: 'post', id: admin, to: { closedAt: one.isOpen ? null : at } });
          else if (one.do === 'roles')
            await change({
              kind: 'post',
              id: admin,
              to: { roles: one.isAdmin ? ['city_admin'] : ['data_protection'] },
            });
          else if (one.do === 'wait') site.clock.advance(one.days * 86_400_000);
          else {
            const events = await inCity((tx) =>
              tx.selectFrom('city_event').select('id').where('tenant_id', '=', city.id).orderBy('id').execute(),
            );
            const event = events[one.which % events.length];
            if (event !== undefined) await undo(event.id);
          }
          const after = await inCity((tx) => readStaffing(tx, city.id));
          expect(administeredUntil(after, now().toISOString())).toBe(forEver);
        }
      }),
      { numRuns: 20 },
    );
  }, 120_000);
});

describe('a handover', () => {
  const verified = async (officer: string): Promise<string> => {
    const { number } = await fileSample(site.laksa, city);
    const read = await readCity(site.laksa, city);
    const categoryId = read.categories.find(({ slug }) => slug === 'jalan-rusak')?.id ?? '';
    const worker = read.posts.find(({ slug }) => slug === officer);
    const verify = { move: 'verify', class: 'complaint', categoryId, publish: { photos: [] } } as const;
    await moved(site.laksa, city, { number, by: 'verifikator', command: verify });
    const assign = { move: 'assign', postId: worker?.id ?? '', agencyId: worker?.agencyId ?? '' } as const;
    await moved(site.laksa, city, { number, by: 'koordinator', command: assign });
    return number;
  };
  const successor = async (slug: string): Promise<string> => {
    const old = (await readCity(site.laksa, city)).posts.find((post) => post.slug === slug);
    const id = uuid7(now());
    const fields = {
      name: `Pengganti ${slug}`,
      agencyId: old?.agencyId ?? null,
      roles: old?.roles ?? [],
      closedAt: null,
    };
    await open({ kind: 'post', id, fields }, { slug: `pengganti-${slug}-${id.slice(-4)}` });
    return id;
  };
  const start = async (id: string, fromId: string, toId: string) => {
    site.clock.advance(1_000);
    const started = await inCity((tx) => startHandover(tx, city.id, { id, fromId, toId, by: null, at: now() }));
    site.laksa.cities.forget(city.id);
    return started;
  };
  const carryOn = (handoverId: string) =>
    handOverReports({ laksa: site.laksa, tenant: city, handoverId }, new AbortController().signal);
  const workOf = (id: string) => inCity((tx) => readPostWork(tx, city.id, id));

  it('moves every open report a post has a part in, at every point of its way, and takes it back', async () => {
    const officer = await postId('petugas-lh');
    const offered = await verified('petugas-lh');
    const accepted = await verified('petugas-lh');
    const answered = await verified('petugas-lh');
    for (const number of [accepted, answered])
      await moved(site.laksa, city, {
        number,
        by: 'petugas-lh',
        command: { move: 'accept', message: 'Kami kerjakan.' },
      });
    await moved(site.laksa, city, {
      number: answered,
      by: 'petugas-lh',
      command: { move: 'answer', message: 'Sudah.', proof: [] },
    });
    const next = await successor('petugas-lh');
    const { reports, categories } = await workOf(officer);
    expect(reports).toBe(3);
    const id = uuid7(now());
    for (const times of [1, 2]) expect((await start(id, officer, next)).ok, String(times)).toBe(true);
    await carryOn(id);
    await carryOn(id);
    expect(await workOf(officer)).toEqual({ reports: 0, categories: 0 });
    expect(await workOf(next)).toEqual({ reports, categories });
    const by = (await readCity(site.laksa, city)).posts.find((post) => post.id === next)?.slug ?? '';
    await moved(site.laksa, city, { number: offered, by, command: { move: 'accept', message: 'Diteruskan.' } });
    await moved(site.laksa, city, { number: accepted, by, command: { move: 'answer', message: 'Beres.', proof: [] } });
    const late = { move: 'note', message: 'Masih saya?' } as const;
    expect((await moveSample(site.laksa, city, { number: answered, by: 'petugas-lh', command: late })).ok).toBe(false);
    const sendBack = { move: 'send_back', reason: 'other', message: 'Kurang lengkap.' } as const;
    await moved(site.laksa, city, { number: answered, by: 'validator', command: sendBack });
    await moved(site.laksa, city, {
      number: answered,
      by,
      command: { move: 'answer', message: 'Lengkap.', proof: [] },
    });
    expect((await change({ kind: 'post', id: officer, to: { closedAt: now().toISOString() } })).ok).toBe(true);
    const event = await inCity((tx) =>
      tx
        .selectFrom('city_event')
        .select('id')
        .where('tenant_id', '=', city.id)
        .where('kind', '=', 'post.handed_over')
        .where('subject_id', '=', officer)
        .executeTakeFirstOrThrow(),
    );
    expect(await undo(event.id)).toEqual({ ok: false, refusal: { kind: 'post_closed' } });
    eventOf(await change({ kind: 'post', id: officer, to: { closedAt: null } }));
    eventOf(await undo(event.id));
    const back = await inCity((tx) =>
      tx
        .selectFrom('post_handover')
        .select('id')
        .where('tenant_id', '=', city.id)
        .where('to_post_id', '=', officer)
        .executeTakeFirstOrThrow(),
    );
    await carryOn(back.id);
    expect(await workOf(officer)).toEqual({ reports, categories });
    expect(await workOf(next)).toEqual({ reports: 0, categories: 0 });
  });

  it('that is taken back half way stops where it is', async () => {
    const officer = await postId('petugas-perkimtan');
    const first = await verified('petugas-perkimtan');
    await verified('petugas-perkimtan');
    const next = await successor('petugas-perkimtan');
    const id = uuid7(now());
    await start(id, officer, next);
    const event = await inCity((tx) =>
      tx
        .selectFrom('city_event')
        .select('id')
        .where('tenant_id', '=', city.id)
        .where('kind', '=', 'post.handed_over')
        .where('subject_id', '=', officer)
        .executeTakeFirstOrThrow(),
    );
    eventOf(await undo(event.id));
    await carryOn(id);
    expect((await workOf(officer)).reports).toBe(2);
    expect(first).toMatch(/^\d{10}$/);
  });

  it('that is on its way keeps the post open that it goes to', async () => {
    const officer = await postId('petugas-perhubungan');
    await verified('petugas-perhubungan');
    const next = await successor('petugas-perhubungan');
    const id = uuid7(now());
    await start(id, officer, next);
    await inCity((tx) => moveRules(tx, city.id, { from: { id: next }, to: { id: officer, agencyId: null } }));
    const closed = () => change({ kind: 'post', id: next, to: { closedAt: now().toISOString() } });
    const refused = { ok: false, refusal: { kind: 'holds_work', reports: 1, categories: 0 } };
    expect(await closed()).toEqual(refused);
    await carryOn(id);
    expect(await closed()).toEqual(refused);
  });

  it('goes to no post that was closed since the page was shown', async () => {
    const officer = await postId('petugas-lh');
    const next = await successor('petugas-lh');
    eventOf(await change({ kind: 'post', id: next, to: { closedAt: now().toISOString() } }));
    expect(await start(uuid7(now()), officer, next)).toEqual({ ok: false, refusal: { kind: 'not_found' } });
  });

  it('goes only to a post that can go on with it', async () => {
    const officer = await postId('petugas-pupr');
    for (const slug of ['validator', 'koordinator', 'petugas-pupr'])
      expect(await start(uuid7(now()), officer, await postId(slug))).toEqual({
        ok: false,
        refusal: { kind: 'cannot_succeed' },
      });
    expect(await start(uuid7(now()), officer, uuid7(now()))).toMatchObject({ refusal: { kind: 'not_found' } });
  });
});
