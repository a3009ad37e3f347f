import { randomBytes } from 'node:crypto';
import pg from 'pg';

import { uuid7 } from '../src/platform/db/uuid7.ts';

type Span = { readonly at: Date; readonly forSeconds: number };

/**
 * Marks due clocks of a city as the sweep does, with nothing around it: for each a transaction that locks the report, marks the clock, writes an event
 * and what waits for the feed, and raises the report's version. Gives how many a second on one connection.
 */
export const bareMarks = async (url: string, tenantId: string, { at, forSeconds }: Span): Promise<number> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const began = performance.now();
    const isOver = (): boolean => performance.now() - began > forSeconds * 1000;
    let done = 0;
    for (let due = await dueClocks(client, tenantId, at); due.length > 0 && !isOver();) {
      for (const clock of due) await mark(client, tenantId, clock, at);
      done += due.length;
      due = await dueClocks(client, tenantId, at);
    }
    return (done * 1000) / (performance.now() - began);
  } finally {
    await client.end();
  }
};

type Due = { readonly id: string; readonly report_id: string; readonly due_at: Date };

const inFence = async <Answer>(client: pg.Client, tenantId: string, work: () => Promise<Answer>): Promise<Answer> => {
  await client.query(`begin; select set_config('laksa.tenant', '${tenantId}', true)`);
  const answer = await work();
  await client.query('commit');
  return answer;
};

const dueClocks = (client: pg.Client, tenantId: string, at: Date): Promise<readonly Due[]> =>
  inFence(client, tenantId, async () => {
    const { rows } = await client.query<Due>(
      `select id, report_id, due_at from laksa.report_clock
       where tenant_id = $1 and stopped_at is null and paused_at is null and passed_at is null and due_at <= $2
       order by due_at, id limit 100`,
      [tenantId, at],
    );
    return rows;
  });

const mark = (client: pg.Client, tenantId: string, clock: Due, at: Date): Promise<void> =>
  inFence(client, tenantId, async () => {
    const { rows } = await client.query<{ version: number }>(
      'select version from laksa.report where tenant_id = $1 and id = $2 for no key update',
      [tenantId, clock.report_id],
    );
    const version = (rows[0]?.version ?? 0) + 1;
    const eventId = uuid7(at);
    await client.query('update laksa.report_clock set passed_at = $3 where tenant_id = $1 and id = $2', [
      tenantId,
      clock.id,
      clock.due_at,
    ]);
    await client.query(
      `insert into laksa.report_event (tenant_id, id, report_id, seq, at, kind, actor_kind, actor_post, payload, commitments, prev_hash, hash)
       values ($1, $2, $3, $4, $5, 'clock_passed', 'clock', null, '{}', '{}', $6, $6)`,
      [tenantId, eventId, clock.report_id, version, clock.due_at, randomBytes(32)],
    );
    await client.query('insert into laksa.event_pending (tenant_id, event_id) values ($1, $2)', [tenantId, eventId]);
    await client.query('update laksa.report set version = $3 where tenant_id = $1 and id = $2', [
      tenantId,
      clock.report_id,
      version,
    ]);
  });
