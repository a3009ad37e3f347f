import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { canonicalEvent } from '../domain/event-canonical.ts';
import type { NewEvent } from '../domain/outcome.ts';
import { fileSample, moved } from '../testing/report-life.ts';
import { startTestInstallation, type TestInstallation } from '../testing/test-installation.ts';
import { beginning, chainFeed, commitTo, hashEvent } from './event-hash.ts';
import { appendEvents, type EventWriting } from './report-event.ts';
import type { Tx } from './tx.ts';

let site: TestInstallation;
beforeAll(async () => {
  site = await startTestInstallation();
});
afterAll(() => site.close());

const eventsOf = (tx: Tx, tenantId: string, reportId: string) =>
  tx
    .selectFrom('report_event')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('report_id', '=', reportId)
    .orderBy('seq')
    .execute();

const inFirst = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => site.laksa.database.inTenant(site.cities[0].id, work);

const writingTo = (reportId: string): EventWriting => ({
  tenantId: site.cities[0].id,
  reportId,
  lastSeq: 1,
  lastHash: beginning,
  actor: { kind: 'reporter' },
  at: site.clock.now(),
});

const event = (more: Partial<NewEvent>): NewEvent => ({
  kind: 'noted',
  payload: {},
  secrets: {},
  tellsReporter: false,
  ...more,
});

describe('an event', () => {
  it.each<[string, Partial<NewEvent>]>([
    [
      'a free word where a code belongs',
      { kind: 'rejected', payload: { from: 'received', to: 'rejected', reason: 'Pak Budi bohong' } },
    ],
    ['a name under a name of its own', { kind: 'noted', payload: { name: 'Budi' } }],
    ['coordinates', { kind: 'relocated', payload: { latitude: -6.17 } }],
    [
      'a sentence in a list of codes',
      { kind: 'approved', payload: { from: 'answered', to: 'resolved', checks: ['rumah ibu Siti'] } },
    ],
    ['less than its kind asks for', { kind: 'merged', payload: {} }],
  ])('with %s is refused, and nothing is written', async (_what, wrong) => {
    const { reportId } = await fileSample(site.laksa, site.cities[0]);
    const writing = inFirst((tx) => appendEvents(tx, writingTo(reportId), [event({}), event(wrong)]));
    await expect(writing).rejects.toThrow('event not written');
    expect(await inFirst((tx) => eventsOf(tx, site.cities[0].id, reportId))).toHaveLength(1);
  });

  it('is bound to its words by their salted hashes, and to the one before it', async () => {
    const [city] = site.cities;
    const { reportId, number } = await fileSample(site.laksa, city);
    await moved(site.laksa, city, { number, by: 'verifikator', command: { move: 'note', message: 'Kata petugas.' } });
    const [first, second] = await inFirst((tx) => eventsOf(tx, city.id, reportId));
    expect(first?.prev_hash.equals(beginning)).toBe(true);
    expect(second?.prev_hash.equals(first?.hash ?? beginning)).toBe(true);
    const secrets = await inFirst((tx) =>
      tx
        .selectFrom('event_secret')
        .selectAll()
        .where('tenant_id', '=', city.id)
        .where('event_id', '=', second?.id ?? '')
        .execute(),
    );
    expect(secrets.map((secret) => secret.value)).toEqual(['Kata petugas.']);
    const [secret] = secrets;
    expect(second?.commitments).toEqual({ message: commitTo(secret?.salt ?? beginning, 'Kata petugas.') });
    expect(JSON.stringify(second?.payload)).not.toContain('Kata');
  });

  it('hashes to what any verifier gets from its row with sha256 and RFC 8785 alone', async () => {
    const [city] = site.cities;
    const { reportId } = await fileSample(site.laksa, city);
    const [row] = await inFirst((tx) => eventsOf(tx, city.id, reportId));
    if (row === undefined) throw new Error('a filed report has an event');
    const canonical = canonicalEvent({
      tenantId: row.tenant_id,
      id: row.id,
      reportId: row.report_id,
      seq: row.seq,
      at: row.at.toISOString(),
      kind: row.kind,
      actorKind: row.actor_kind,
      actorPost: row.actor_post,
      payload: row.payload as Readonly<Record<string, unknown>>,
      commitments: row.commitments as Readonly<Record<string, string>>,
    });
    expect(canonical).toContain('"at":"2026-11-23T02:00:00.000Z"');
    expect(canonical).toContain('"seq":"1"');
    expect(
      createHash('sha256')
        .update(Buffer.concat([Buffer.from([1]), beginning, Buffer.from(canonical)]))
        .digest('hex'),
    ).toBe(row.hash.toString('hex'));
  });

  it('hides its words from who has it: the same word twice has two commitments', async () => {
    const [city] = site.cities;
    const { reportId } = await fileSample(site.laksa, city, { title: 'sama', place: 'sama' });
    const [row] = await inFirst((tx) => eventsOf(tx, city.id, reportId));
    const commitments = row?.commitments as Readonly<Record<string, string>>;
    expect(commitments['title']).toMatch(/^[0-9a-f]{64}$/);
    expect(commitments['title']).not.toBe(commitments['place']);
  });

  it('is never changed or removed by the application; its words may be erased', async () => {
    const [city] = site.cities;
    const { reportId } = await fileSample(site.laksa, city);
    await expect(
      inFirst((tx) => sql`update laksa.report_event set seq = seq where tenant_id = ${city.id}`.execute(tx)),
    ).rejects.toThrow('permission denied');
    await expect(
      inFirst((tx) => sql`delete from laksa.report_event where tenant_id = ${city.id}`.execute(tx)),
    ).rejects.toThrow('permission denied');
    await expect(
      inFirst((tx) => sql`update laksa.event_secret set value = 'x' where tenant_id = ${city.id}`.execute(tx)),
    ).rejects.toThrow('permission denied');
    const [row] = await inFirst((tx) => eventsOf(tx, city.id, reportId));
    const erased = await inFirst((tx) =>
      tx
        .deleteFrom('event_secret')
        .where('tenant_id', '=', city.id)
        .where('event_id', '=', row?.id ?? '')
        .executeTakeFirst(),
    );
    expect(Number(erased.numDeletedRows)).toBe(5);
  });
});

describe('the three hashes', () => {
  it('cannot stand for one another', () => {
    const part = Buffer.alloc(32, 7);
    const all = [
      hashEvent(part, 'x'),
      Buffer.from(commitTo(part, 'x'), 'hex'),
      chainFeed(part, { position: 1, eventHash: part, publishedAt: new Date(0) }),
    ];
    expect(new Set(all.map((hash) => hash.toString('hex'))).size).toBe(3);
    expect(commitTo(part, 'x')).toBe(
      createHash('sha256')
        .update(Buffer.concat([Buffer.from([2]), part, Buffer.from('x')]))
        .digest('hex'),
    );
  });
});
