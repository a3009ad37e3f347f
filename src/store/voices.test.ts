import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { MoveCommand } from '../domain/move.ts';
import { fileSample, moved, moveSample, readCity } from '../testing/report-life.ts';
import { startTestInstallation, type TestInstallation } from '../testing/test-installation.ts';
import type { City } from './city.ts';
import type { Filed } from './file-report.ts';

let site: TestInstallation;
let city: City;
beforeAll(async () => {
  site = await startTestInstallation({ maxConnections: 8 });
  city = await readCity(site.laksa, site.cities[0]);
});
afterAll(() => site.close());

const file = (title: string) => fileSample(site.laksa, site.cities[0], { title });
const make = (number: string, by: string, command: MoveCommand) =>
  moved(site.laksa, site.cities[0], { number, by, command });
const merge = (voice: Filed, primary: Filed) =>
  make(voice.number, 'verifikator', { move: 'merge', primaryId: primary.reportId });

/** From received to answered by one agency. */
const work = async ({ number }: Filed): Promise<void> => {
  const officer = city.posts.find(({ slug }) => slug === 'petugas-pupr');
  const category = city.categories.find(({ slug }) => slug === 'jalan-rusak');
  const publish = { title: 'Lubang', description: 'Lubang besar.', photos: [] };
  await make(number, 'verifikator', { move: 'verify', class: 'complaint', categoryId: category?.id ?? '', publish });
  await make(number, 'koordinator', { move: 'assign', postId: officer?.id ?? '', agencyId: officer?.agencyId ?? '' });
  await make(number, 'petugas-pupr', { move: 'accept' });
  await make(number, 'petugas-pupr', { move: 'answer', message: 'Sudah ditambal.', proof: [] });
};

type Seen = {
  readonly state: string;
  readonly public_answer: string | null;
  readonly kind: string;
  readonly actor: string;
  readonly words: string | null;
  readonly notices: number;
  readonly is_merged: boolean;
};

/** The report with its newest event, and how many letters tell of that one. */
const see = async ({ number }: Filed): Promise<Seen> => {
  const { rows } = await site.laksa.database.inTenant(site.cities[0].id, (tx) =>
    sql<Seen>`
      select r.state, r.public_answer, e.kind, e.actor_kind as actor,
        (select s.value from laksa.event_secret s where s.tenant_id = e.tenant_id and s.event_id = e.id and s.field = 'message') as words,
        (select count(*)::int from laksa.notice n where n.tenant_id = e.tenant_id and n.event_id = e.id) as notices,
        exists (select from laksa.report_merge m where m.tenant_id = r.tenant_id and m.report_id = r.id and m.ended_at is null) as is_merged
      from laksa.report r join laksa.report_event e on e.tenant_id = r.tenant_id and e.report_id = r.id and e.seq = r.version
      where r.tenant_id = ${site.cities[0].id} and r.number = ${number}`.execute(tx),
  );
  const [row] = rows;
  if (row === undefined) throw new Error(`no report ${number}`);
  return row;
};

describe('the reports merged into one', () => {
  it('are answered with it: each resolved, each with the words, each told once, and its reporter disputes alone', async () => {
    const primary = await file('Lubang');
    const voices = [await file('Lubang lagi'), await file('Lubang itu juga')];
    await work(primary);
    for (const voice of voices) await merge(voice, primary);
    await make(primary.number, 'validator', { move: 'approve' });
    for (const voice of voices)
      expect(await see(voice)).toEqual({
        state: 'resolved',
        public_answer: 'Sudah ditambal.',
        kind: 'answer_shared',
        actor: 'rule',
        words: 'Sudah ditambal.',
        notices: 1,
        is_merged: true,
      });
    const [first, second] = voices as [Filed, Filed];
    const reporter = { kind: 'reporter' } as const;
    const disputed = await moved(site.laksa, site.cities[0], {
      number: first.number,
      by: reporter,
      command: { move: 'dispute', reason: 'not_done', message: 'Belum ada yang datang.' },
    });
    expect(disputed.state).toBe('disputed');
    expect((await see(second)).state).toBe('resolved');
    expect((await see(primary)).state).toBe('resolved');
  });

  it('are let go when it ends without an answer, and one that was let go before hears nothing', async () => {
    const primary = await file('Lampu mati');
    const voice = await file('Lampu mati juga');
    const gone = await file('Bukan lampu itu');
    await merge(voice, primary);
    await merge(gone, primary);
    await make(gone.number, 'verifikator', { move: 'unmerge', reason: 'not_the_same' });
    const before = await see(gone);
    await moved(site.laksa, site.cities[0], {
      number: primary.number,
      by: { kind: 'reporter' },
      command: { move: 'withdraw' },
    });
    expect(await see(voice)).toMatchObject({
      state: 'received',
      kind: 'unmerged',
      actor: 'rule',
      notices: 1,
      is_merged: false,
    });
    expect(await see(gone)).toEqual(before);
  });

  it('are all of them answered, also one that is merged at the very moment', async () => {
    for (let round = 0; round < 5; round += 1) {
      const primary = await file('Banjir');
      const voices = await Promise.all([file('Banjir satu'), file('Banjir dua'), file('Banjir tiga')]);
      await work(primary);
      await Promise.all([
        make(primary.number, 'validator', { move: 'approve' }),
        ...voices.map((voice) =>
          moveSample(site.laksa, site.cities[0], {
            number: voice.number,
            by: 'verifikator',
            command: { move: 'merge', primaryId: primary.reportId },
          }),
        ),
      ]);
      for (const voice of voices) {
        const { state, is_merged } = await see(voice);
        expect([state, is_merged]).toEqual(is_merged ? ['resolved', true] : ['received', false]);
      }
    }
  });

  it('hear nothing any more once they are parted, also at the very moment', async () => {
    for (let round = 0; round < 6; round += 1) {
      const [primary, voice] = [await file('Parit'), await file('Parit juga')];
      await merge(voice, primary);
      await work(primary);
      await Promise.all([
        make(primary.number, 'validator', { move: 'approve' }),
        make(voice.number, 'verifikator', { move: 'unmerge', reason: 'not_the_same' }),
      ]);
      const kinds = await kindsOf(voice);
      expect(kinds.slice(kinds.indexOf('unmerged') + 1)).toEqual([]);
    }
  });

  it('are tied to nothing that is over, also when it ends at the very moment', async () => {
    for (let round = 0; round < 6; round += 1) {
      const [primary, voice] = [await file('Pohon'), await file('Pohon juga')];
      const reporter = { kind: 'reporter' } as const;
      const command = { move: 'merge', primaryId: primary.reportId } as const;
      await Promise.all([
        moved(site.laksa, site.cities[0], { number: primary.number, by: reporter, command: { move: 'withdraw' } }),
        moveSample(site.laksa, site.cities[0], { number: voice.number, by: 'verifikator', command }),
      ]);
      expect((await see(voice)).is_merged).toBe(false);
    }
  });

  it('part from a report that turns out berkadar, and never hear its answer', async () => {
    const [primary, voice] = [await file('Pungutan'), await file('Pungutan juga')];
    await merge(voice, primary);
    await make(primary.number, 'verifikator', { move: 'reclassify', class: 'berkadar' });
    expect(await see(voice)).toMatchObject({ state: 'received', kind: 'unmerged', is_merged: false, notices: 1 });
  });
});

const kindsOf = async ({ number }: Filed): Promise<readonly string[]> => {
  const { rows } = await site.laksa.database.inTenant(site.cities[0].id, (tx) =>
    sql<{ readonly kind: string }>`
      select e.kind from laksa.report_event e join laksa.report r on r.tenant_id = e.tenant_id and r.id = e.report_id
      where r.tenant_id = ${site.cities[0].id} and r.number = ${number} order by e.seq`.execute(tx),
  );
  return rows.map(({ kind }) => kind);
};
