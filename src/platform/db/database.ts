import type { Kysely } from 'kysely';
import pg from 'pg';

import { kyselyOn } from './kysely-on.ts';
import { keepsItsProcess } from './named-question.ts';
import { statementPatience } from './patience.ts';
import type { OnSlow } from './slow-statement.ts';
import { isUuid } from './uuid7.ts';

/** The only way to the rows. */
export type Database<Schema> = {
  /**
   * One transaction inside one tenant's fence. `readOnly` also tells PostgreSQL, and answers without waiting for the commit.
   * Throws what the work throws, after a rollback.
   */
  readonly inTenant: <T>(
    tenantId: string,
    work: (tx: Kysely<Schema>) => Promise<T>,
    options?: { readonly readOnly?: boolean },
  ) => Promise<T>;
  /** A transaction that sees no tenant's rows: the list of tenants and shared code lists only. */
  readonly outsideTenants: <T>(work: (tx: Kysely<Schema>) => Promise<T>) => Promise<T>;
  readonly poolUse: () => PoolUse;
  readonly close: () => Promise<void>;
};

/** Connections at this moment. `waiting`: those who asked for one and have none yet. */
export type PoolUse = Readonly<Record<'used' | 'idle' | 'waiting' | 'most', number>>;

export type DatabaseOptions = {
  readonly url: string;
  readonly maxConnections: number;
  readonly applicationName: string;
  /** How long to wait for the answer to one question, where PostgreSQL itself does not say that it takes too long: it hangs, or the line is dead. */
  readonly answerWithinMs?: number;
  /** How long to wait for a connection: to be made, or to come free. */
  readonly connectWithinMs?: number;
  readonly onError: (error: Error) => void;
  /** Told of each statement that took longer than half a second; absent: nobody is. */
  readonly onSlow?: OnSlow;
};

/** A `date` stays the text it is: 2026-11-21 is a day of the tenant's zone, not an instant of the machine's. */
const dateOid = 1082;

export const openDatabase = <Schema>(options: DatabaseOptions): Database<Schema> => {
  const pool = openPool(options);
  const { onSlow } = options;
  return {
    inTenant: <T>(tenantId: string, work: (tx: Kysely<Schema>) => Promise<T>, { readOnly = false } = {}) => {
      if (!isUuid(tenantId)) throw new Error('not a tenant id');
      const begin = `begin${readOnly ? ' read only' : ''}${patient()}; select set_config('laksa.tenant', '${tenantId}', true)`;
      return transact({ pool, onSlow }, { begin, readOnly }, work);
    },
    outsideTenants: (work) => transact({ pool, onSlow }, { begin: `begin${patient()}`, readOnly: false }, work),
    poolUse: () => ({
      used: pool.totalCount - pool.idleCount,
      idle: pool.idleCount,
      waiting: pool.waitingCount,
      most: options.maxConnections,
    }),
    close: () => pool.end(),
  };
};

/** Goes along with the beginning, so that it costs no question of its own. */
const patient = (): string => {
  const statementMs = statementPatience();
  return statementMs === null ? '' : `; set local statement_timeout = ${statementMs}`;
};

/** Who finds so many in line would wait for seconds, and is told to come again instead. */
const mostWaiting = 200;

/** Connections that stay with the process that answered first. */
const keepingNames = new WeakSet<pg.ClientBase>();

const openPool = (options: DatabaseOptions): pg.Pool => {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.maxConnections,
    application_name: options.applicationName,
    connectionTimeoutMillis: options.connectWithinMs ?? 5_000,
    ...(options.answerWithinMs === undefined ? {} : { query_timeout: options.answerWithinMs }),
    idleTimeoutMillis: 60_000,
    keepAlive: true,
    onConnect: async (client) => {
      if (await keepsItsProcess(client)) keepingNames.add(client);
    },
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        oid === dateOid ? String : pg.types.getTypeParser(oid, format),
    },
  });
  // An idle connection that breaks (PostgreSQL restarted) is dropped by the pool; without a listener it would end the process.
  pool.on('error', options.onError);
  // One that breaks in the middle of a transaction would end it too, though its next statement says so to whoever is using it.
  pool.on('connect', (client) => void client.on('error', () => undefined));
  return pool;
};

const transact = async <Schema, T>(
  { pool, onSlow }: { readonly pool: pg.Pool; readonly onSlow: OnSlow | undefined },
  { begin, readOnly }: { readonly begin: string; readonly readOnly: boolean },
  work: (tx: Kysely<Schema>) => Promise<T>,
): Promise<T> => {
  if (pool.waitingCount >= mostWaiting) throw new Error('timeout exceeded when trying to connect: too many wait');
  const client = await pool.connect();
  try {
    await client.query(begin);
    const result = await work(kyselyOn<Schema>(client, { keepsNames: keepingNames.has(client), onSlow }));
    const committed = client.query('commit').then(
      () => client.release(),
      (error: Error) => {
        client.release(error);
        throw error;
      },
    );
    if (readOnly) committed.catch(() => undefined);
    else await committed;
    return result;
  } catch (error) {
    if (isUnanswered(error)) client.release(error);
    else await giveBack(client);
    throw error;
  }
};

/** Nothing more is asked where no answer comes. */
const isUnanswered = (error: unknown): error is Error =>
  error instanceof Error && error.message === 'Query read timeout';

/** Rolls back and returns the connection; one that cannot even roll back is thrown away. Safe when it was returned already. */
const giveBack = async (client: pg.PoolClient): Promise<void> => {
  try {
    await client.query('rollback');
    client.release();
  } catch (error) {
    try {
      client.release(error instanceof Error ? error : true);
    } catch {
      // Released with its failed commit.
    }
  }
};
