import type { Kysely, QueryExecutorProvider } from 'kysely';

/** An open transaction of one tenant, as floor code sees it: enough for `sql\`...\`.execute(tx)`. Never kept beyond its work. */
export type Tx = QueryExecutorProvider;

/** The same with the product's tables known by type. */
export type TypedTx<Schema> = Kysely<Schema>;
