import { sql } from 'kysely';

import type { Tx } from '../../store/tx.ts';

export type StoredSecret = { readonly field: string; readonly salt: string; readonly value: string };

/** An event as it is stored, with its report and its words. */
export type StoredEvent = {
  readonly id: string;
  readonly seq: number;
  readonly at: Date;
  /** Written instants have three decimals: more were put there by somebody else. */
  readonly has_whole_ms: boolean;
  readonly kind: string;
  readonly actor_kind: string;
  readonly actor_post: string | null;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly commitments: Readonly<Record<string, string>>;
  readonly prev_hash: Buffer;
  readonly hash: Buffer;
  readonly secrets: readonly StoredSecret[];
  /** In the feed, or waiting for it. */
  readonly is_in_feed: boolean;
};

type HistoryRow = { readonly report_id: string; readonly number: string; readonly version: number } & (
  | StoredEvent
  | { readonly id: null }
);

export type StoredHistory = {
  readonly reportId: string;
  readonly number: string;
  readonly version: number;
  readonly events: readonly StoredEvent[];
};

/** The histories of the next reports after `afterId`, each whole and of one moment: a report may be moved while it is looked at. */
export const readHistories = async (
  tx: Tx,
  tenantId: string,
  afterId: string,
  limit: number,
): Promise<readonly StoredHistory[]> => {
  const { rows } = await sql<HistoryRow>`
    select r.id as report_id, r.number, r.version, e.id, e.seq, e.at, date_trunc('milliseconds', e.at) = e.at as has_whole_ms, e.kind, e.actor_kind, e.actor_post,
      e.payload, e.commitments, e.prev_hash, e.hash,
      (select coalesce(json_agg(json_build_object('field', s.field, 'salt', encode(s.salt, 'hex'), 'value', s.value) order by s.field), '[]')
        from laksa.event_secret s where s.tenant_id = e.tenant_id and s.event_id = e.id) as secrets,
      coalesce((select true from laksa.event_feed f where f.tenant_id = e.tenant_id and f.event_id = e.id),
        (select true from laksa.event_pending p where p.tenant_id = e.tenant_id and p.event_id = e.id), false) as is_in_feed
    from (select id, number, version from laksa.report where tenant_id = ${tenantId} and id > ${afterId} order by id limit ${limit}) r
      left join laksa.report_event e on e.tenant_id = ${tenantId} and e.report_id = r.id
    order by r.id, e.seq`.execute(tx);
  return [...Map.groupBy(rows, (row) => row.report_id).values()].map(historyFrom);
};

const historyFrom = (rows: readonly HistoryRow[]): StoredHistory => {
  const [first] = rows;
  if (first === undefined) throw new Error('a group has a row');
  return {
    reportId: first.report_id,
    number: first.number,
    version: first.version,
    events: rows.flatMap((row) => (row.id === null ? [] : [row])),
  };
};

/** A position of the feed with the event it names, if that is still there. */
export type FeedEntry = {
  readonly position: number;
  readonly published_at: Date;
  readonly has_whole_ms: boolean;
  readonly chain: Buffer;
  readonly event_id: string;
  readonly hash: Buffer | null;
  readonly seq: number | null;
  readonly number: string | null;
};

export const readFeed = async (
  tx: Tx,
  tenantId: string,
  afterPosition: number,
  limit: number,
): Promise<readonly FeedEntry[]> => {
  const { rows } = await sql<Omit<FeedEntry, 'position'> & { readonly position: string }>`
    select f.position, f.published_at, date_trunc('milliseconds', f.published_at) = f.published_at as has_whole_ms, f.chain, f.event_id, e.hash, e.seq, r.number
    from laksa.event_feed f
      left join laksa.report_event e on e.tenant_id = f.tenant_id and e.id = f.event_id
      left join laksa.report r on r.tenant_id = e.tenant_id and r.id = e.report_id
    where f.tenant_id = ${tenantId} and f.position > ${afterPosition} order by f.position limit ${limit}`.execute(tx);
  return rows.map((row) => ({ ...row, position: Number(row.position) }));
};
