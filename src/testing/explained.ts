import type pg from 'pg';

import { kyselyOn } from '../platform/db/kysely-on.ts';
import type { Schema } from '../store/schema.ts';
import type { Tx } from '../store/tx.ts';

type PlanNode = {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Index Recheck'?: number;
  readonly Plans?: readonly PlanNode[];
};

export type Explained = {
  readonly statement: string;
  /** Tables that were read from end to end. */
  readonly scanned: readonly string[];
  /** Of each table the most rows that a step of the plan took into its hands, used or thrown away. */
  readonly touched: ReadonlyMap<string, number>;
};

/** A transaction whose every statement is explained while it runs; `explained` gathers what the plans did. */
export const explainingTx = (client: pg.Client, explained: Explained[]): Tx =>
  kyselyOn<Schema>(
    new Proxy(client, {
      get: (target, key) =>
        key === 'query'
          ? (text: string, values: unknown[]) => explainAndRun(target, { text, values }, explained)
          : Reflect.get(target, key),
    }),
  );

const explainAndRun = async (
  client: pg.Client,
  query: { readonly text: string; readonly values: unknown[] },
  explained: Explained[],
): Promise<pg.QueryResult> => {
  // An explained insert inserts: it is taken back, so that the statement itself meets what it would have met.
  await client.query('savepoint explaining');
  const { rows } = await client.query<{ 'QUERY PLAN': readonly { readonly Plan: PlanNode }[] }>(
    `explain (analyze, format json) ${query.text}`,
    query.values,
  );
  await client.query('rollback to savepoint explaining');
  const nodes = rows.flatMap((row) => row['QUERY PLAN']).flatMap(({ Plan }) => nodesOf(Plan));
  const scanned = nodes.filter((node) => node['Node Type'] === 'Seq Scan').map((node) => node['Relation Name'] ?? '');
  explained.push({ statement: query.text.replaceAll(/\s+/g, ' ').trim(), scanned, touched: touchedIn(nodes) });
  return client.query(query.text, query.values);
};

const nodesOf = (node: PlanNode): readonly PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

const touchedIn = (nodes: readonly PlanNode[]): ReadonlyMap<string, number> => {
  const ofTables = nodes.flatMap((node) =>
    node['Relation Name'] === undefined ? [] : [[node['Relation Name'], rowsIn(node)] as const],
  );
  return new Map(
    [...Map.groupBy(ofTables, ([table]) => table)].map(([table, own]) => [
      table,
      Math.max(...own.map(([, rows]) => rows)),
    ]),
  );
};

const rowsIn = (node: PlanNode): number =>
  (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0)) *
  node['Actual Loops'];
