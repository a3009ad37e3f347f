import { setTimeout as pause } from 'node:timers/promises';
import { Client, DatabaseError } from 'pg';
import { foreignShutdown } from './foreign-shutdown.ts';
import { lastWords, type Postmaster } from './postmaster.ts';
import { readPassword, type Folder } from './folder.ts';
import { isAlive } from './processes.ts';

export const databaseName = 'laksa';

export function urlOf(port: number, password: string, database = databaseName): string {
  return `postgres://postgres:${password}@127.0.0.1:${port}/${database}`;
}

export type Waiting = { readonly log: (line: string) => void; readonly stop: AbortSignal };

/**
 * Waits until this very server takes connections, or until told to stop. It may be busy for minutes
 * repeating its log after a crash, so there is no limit while its process lives; it says so every two seconds.
 */
export async function waitUntilReady(folder: Folder, postmaster: Postmaster, { log, stop }: Waiting): Promise<void> {
  const url = urlOf(postmaster.port, await readPassword(folder), 'postgres');
  const finishShutdown = foreignShutdown(folder, postmaster.pid, log);
  for (let round = 1; !stop.aborted; round += 1) {
    if (await answers(url, postmaster.pid)) return;
    if (!(await isAlive(postmaster.pid))) throw new Error(`PostgreSQL ended at once.\n${await lastWords(folder)}`);
    await finishShutdown();
    if (round % 40 === 0) log(`PostgreSQL (pid ${postmaster.pid}) is not ready yet, waiting`);
    await pause(50);
  }
}

/** Makes the database on the first start. */
export async function ensureDatabase(folder: Folder, port: number): Promise<void> {
  const client = new Client({ connectionString: urlOf(port, await readPassword(folder), 'postgres'), ssl: false });
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [databaseName]);
    if (rowCount === 0) await client.query(`create database ${databaseName}`);
  } finally {
    await client.end();
  }
}

/** Whether the server behind the address is the process `pid`: it reads us its own postmaster.pid. */
export async function answers(url: string, pid: number): Promise<boolean> {
  const client = new Client({ connectionString: url, ssl: false, connectionTimeoutMillis: 5000 });
  // A connection that dies while we wait for it is an answer too, given by the promise below.
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ pid: string }>(
      "select split_part(pg_read_file('postmaster.pid'), e'\\n', 1) as pid",
    );
    return rows[0]?.pid === String(pid);
  } catch (error) {
    if (isRefusedPassword(error)) {
      throw new Error(
        'PostgreSQL refuses the password in keys/postgres-password: restore the one that belongs to this data folder.',
        { cause: error },
      );
    }
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function isRefusedPassword(error: unknown): boolean {
  return error instanceof DatabaseError && error.code === '28P01';
}
