import {
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
} from 'kysely';
import type pg from 'pg';

/** A query builder bound to one connection that is inside a transaction already: it neither begins nor ends one. */
export const kyselyOn = <Schema>(client: pg.ClientBase): Kysely<Schema> =>
  new Kysely<Schema>({ dialect: dialectOn(client) });

const dialectOn = (client: pg.ClientBase) => ({
  createAdapter: () => new PostgresAdapter(),
  createDriver: () => driverOn(client),
  createQueryCompiler: () => new PostgresQueryCompiler(),
  createIntrospector: (db: Kysely<unknown>) => new PostgresIntrospector(db),
});

const driverOn = (client: pg.ClientBase): Driver => {
  const connection: DatabaseConnection = {
    executeQuery: async <Row>(query: CompiledQuery): Promise<QueryResult<Row>> => {
      const result = await client.query(query.sql, [...query.parameters]);
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
