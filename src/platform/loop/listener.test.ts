import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { cloneDatabase, type TestDatabase } from '../../testing/test-database.ts';
import { startListener } from './listener.ts';

let database: TestDatabase;
let admin: pg.Client;

beforeAll(async () => {
  database = await cloneDatabase();
  admin = new pg.Client({ connectionString: database.url });
  await admin.connect();
});
afterAll(async () => {
  await admin.end();
  await database.drop();
});

const listeners = async (): Promise<readonly number[]> =>
  (
    await admin.query<{ pid: number }>(
      `select pid from pg_stat_activity where datname = current_database() and application_name = 'laksa listen' order by pid`,
    )
  ).rows.map((row) => row.pid);

const listen = () => {
  const heard: string[] = [];
  const errors: unknown[] = [];
  const listener = startListener({
    url: database.url,
    channel: 'laksa_feed',
    onNotify: (payload) => void heard.push(payload),
    onError: (error) => void errors.push(error),
  });
  return { heard, errors, listener };
};

describe('a listener', () => {
  it('wakes once when it begins, for what came before it, and then at every call', async () => {
    const { heard, listener } = listen();
    await expect.poll(() => heard).toEqual(['']);
    await admin.query(`notify laksa_feed, 'one'; notify other, 'not this'`);
    await expect.poll(() => heard).toEqual(['', 'one']);
    await listener.close();
    expect(await listeners()).toEqual([]);
  });

  it('whose connection is cut comes back by itself, and wakes for what it missed', async () => {
    const { heard, errors, listener } = listen();
    await expect.poll(() => heard).toEqual(['']);
    const [pid] = await listeners();
    await admin.query('select pg_terminate_backend($1)', [pid]);
    await expect.poll(() => errors.length).toBeGreaterThan(0);
    await admin.query(`notify laksa_feed, 'missed'`);
    await expect.poll(() => heard, { timeout: 10_000 }).toEqual(['', '']);
    expect(await listeners()).not.toContain(pid);
    await admin.query(`notify laksa_feed, 'again'`);
    await expect.poll(() => heard).toEqual(['', '', 'again']);
    await listener.close();
  });

  it('that is closed while it connects leaves no connection behind', async () => {
    const { listener } = listen();
    await listener.close();
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await listeners()).toEqual([]);
  });

  it('that finds no server says so and tries on; closed, it ends', async () => {
    const errors: unknown[] = [];
    const listener = startListener({
      url: 'postgres://nobody@127.0.0.1:1/none',
      channel: 'laksa_feed',
      onNotify: () => undefined,
      onError: (error) => void errors.push(error),
    });
    await expect.poll(() => errors.length, { timeout: 10_000 }).toBeGreaterThan(1);
    await listener.close();
  });
});
