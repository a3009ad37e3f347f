import type { CompiledQuery, RawBuilder } from 'kysely';
import type pg from 'pg';

import type { Tx } from './tx.ts';

/** A question ready to be sent, that may have a name. */
export type NamedQuery<Row = unknown> = CompiledQuery<Row> & { readonly name?: string };

/**
 * Asks under a name, which stands for one text for ever. PostgreSQL then keeps the plan on each connection, and planning is most of what a question
 * of many parts costs: 1.6 of 2.0 ms for the page of a report. For texts that never vary, and whose plan is good for all values alike.
 */
export const askByName = async <Row>(tx: Tx, name: string, question: RawBuilder<Row>): Promise<readonly Row[]> => {
  const query: NamedQuery<Row> = { ...question.compile(tx), name };
  return (await tx.getExecutor().executeQuery<Row>(query)).rows;
};

/**
 * Whether the process that answers is the one that we were given at the start. A pooler gives a number of its own: the next transaction may meet
 * another process, which knows none of our names.
 */
export const keepsItsProcess = async (client: pg.ClientBase): Promise<boolean> => {
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  return 'processID' in client && client.processID === rows[0]?.pid;
};
