import {
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
} from 'kysely';
import type pg from 'pg';

import type { NamedQuery } from './named-question.ts';
import { timed, type OnSlow } from './slow-statement.ts';

/**
 * A query builder bound to one connection that is inside a transaction already: it neither begins nor ends one. Names of questions are sent only where
 * `keepsNames` says that the connection keeps them.
 */
export const kyselyOn = <Schema>(client: pg.ClientBase, options: OnOptions = {}): Kysely<Schema> =>
  new Kysely<Schema>({ dialect: dialectOn(client, options) });

type OnOptions = { readonly keepsNames?: boolean; readonly onSlow?: OnSlow | undefined };

const dialectOn = (client: pg.ClientBase, options: OnOptions) => ({
  createAdapter: () => new PostgresAdapter(),
  createDriver: () => driverOn(client, options),
  createQueryCompiler: () => new PostgresQueryCompiler(),
  createIntrospector: (db: Kysely<unknown>) => new PostgresIntrospector(db),
});

const driverOn = (client: pg.ClientBase, { keepsNames = false, onSlow }: OnOptions): Driver => {
  const connection: DatabaseConnection = {
    executeQuery: async <Row>({ name, sql, parameters }: NamedQuery): Promise<QueryResult<Row>> => {
      const values = [...parameters];
      const result = await timed({ name, sql }, onSlow, () =>
        keepsNames && name !== undefined ? client.query({ name, text: sql, values }) : client.query(sql, values),
      );
      return { rows: result.rows as Row[], numAffectedRows: BigInt(result.rowCount ?? 0) };
    },
    streamQuery: () => {
      throw new Error('not streamed: page by key instead');
    },
  };
  const never = async () => {
    throw new Error('a transaction is opened by inTenant alone');
  };
  return {
    init: async () => undefined,
    acquireConnection: async () => connection,
    releaseConnection: async () => undefined,
    beginTransaction: never,
    commitTransaction: never,
    rollbackTransaction: never,
    destroy: async () => undefined,
  };
};
