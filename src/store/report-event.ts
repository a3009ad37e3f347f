import { sql } from 'kysely';

import { canonicalEvent } from '../domain/event-canonical.ts';
import { payloadProblems } from '../domain/event.ts';
import type { Actor } from '../domain/actor.ts';
import type { NewEvent } from '../domain/outcome.ts';
import { uuid7 } from '../platform/db/uuid7.ts';
import { commitTo, hashEvent, newSalt } from './event-hash.ts';
import type { Tx } from './tx.ts';

export type WrittenEvent = NewEvent & {
  readonly id: string;
  readonly seq: number;
  readonly hash: Buffer;
  readonly writtenAt: Date;
};

export type EventWriting = {
  readonly tenantId: string;
  readonly reportId: string;
  readonly lastSeq: number;
  readonly lastHash: Buffer;
  readonly actor: Actor;
  readonly at: Date;
};

/**
 * Writes events to the end of a report's history, their words apart from them, and queues them for the feed; all in the caller's transaction, which
 * holds the report's lock. Throws on a payload that is not of the closed shape of its kind: that would be a word that can never be erased.
 */
export const appendEvents = async (
  tx: Tx,
  writing: EventWriting,
  events: readonly NewEvent[],
): Promise<readonly WrittenEvent[]> => {
  const chained = chain(writing, events);
  const tenant_id = writing.tenantId;
  await tx
    .insertInto('report_event')
    .values(chained.map((link) => link.row))
    .execute();
  const secrets = chained.flatMap((link) => link.secrets);
  if (secrets.length > 0) await tx.insertInto('event_secret').values(secrets).execute();
  await queueForFeed(
    tx,
    tenant_id,
    chained.map((link) => link.event.id),
  );
  return chained.map((link) => link.event);
};

/** `notify` only wakes the sequencer; it also looks by itself. */
const queueForFeed = async (tx: Tx, tenantId: string, ids: readonly string[]): Promise<void> => {
  await sql`
    with queued as (insert into laksa.event_pending (tenant_id, event_id) select ${tenantId}, unnest(${ids}::uuid[]))
    select pg_notify('laksa_feed', '')`.execute(tx);
};

const chain = (writing: EventWriting, events: readonly NewEvent[]) => {
  let { lastSeq: seq, lastHash: hash } = writing;
  return events.map((event) => {
    seq += 1;
    const link = linkOf(writing, event, seq, hash);
    hash = link.row.hash;
    return link;
  });
};

const linkOf = (writing: EventWriting, event: NewEvent, seq: number, prevHash: Buffer) => {
  const problems = payloadProblems(event.kind, event.payload);
  if (problems.length > 0) throw new Error(`event not written: ${problems.join('; ')}`);
  const id = uuid7(writing.at);
  const at = event.at === undefined ? writing.at : new Date(event.at);
  const actorKind = event.byRule === true ? 'rule' : writing.actor.kind;
  const actorPost = actorKind === 'post' && writing.actor.kind === 'post' ? writing.actor.post.id : null;
  const secrets = secretsOf(writing.tenantId, id, event.secrets);
  const commitments = Object.fromEntries(secrets.map((secret) => [secret.field, commitTo(secret.salt, secret.value)]));
  const canonical = canonicalEvent({
    tenantId: writing.tenantId,
    id,
    reportId: writing.reportId,
    seq,
    at: at.toISOString(),
    kind: event.kind,
    actorKind,
    actorPost,
    payload: event.payload,
    commitments,
  });
  const hash = hashEvent(prevHash, canonical);
  const row = {
    tenant_id: writing.tenantId,
    id,
    report_id: writing.reportId,
    seq,
    at,
    kind: event.kind,
    actor_kind: actorKind,
    actor_post: actorPost,
    payload: JSON.stringify(event.payload),
    commitments: JSON.stringify(commitments),
    prev_hash: prevHash,
    hash,
  };
  return { row, secrets, event: { ...event, id, seq, hash, writtenAt: at } satisfies WrittenEvent };
};

const secretsOf = (tenantId: string, eventId: string, words: NewEvent['secrets']) =>
  Object.entries(words).map(([field, value]) => ({
    tenant_id: tenantId,
    event_id: eventId,
    field,
    salt: newSalt(),
    value: storable(value),
  }));

/** PostgreSQL keeps no NUL in a text; a citizen's words lose nothing a person can see. */
export const storable = (value: string): string => value.replaceAll('\u0000', '').toWellFormed();
