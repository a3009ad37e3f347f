import pg from 'pg';

import type { Connection } from './connection.ts';

/** A connection that may become the owner of the schema, or another role, for the time of the work. */
export const withAdmin = async <T>(ownerUrl: string, work: (admin: pg.Client) => Promise<T>): Promise<T> => {
  const admin = new pg.Client({ connectionString: ownerUrl });
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.end(); // what was not committed is taken back
  }
};

/** One transaction as a role that `admin` may become. */
export const asRole = async <T>(
  admin: Connection,
  role: 'laksa_owner' | 'laksa_jobs' | 'laksa_auth',
  work: () => Promise<T>,
): Promise<T> => {
  await admin.query(`begin; set local role ${role}`);
  try {
    const result = await work();
    await admin.query('commit');
    return result;
  } catch (error) {
    await admin.query('rollback');
    throw error;
  }
};

/** One transaction as the owner, past the fence between the tenants. */
export const pastFence = <T>(admin: Connection, work: () => Promise<T>): Promise<T> =>
  asRole(admin, 'laksa_owner', async () => {
    await admin.query(`set local laksa.maintenance = 'on'`);
    return work();
  });
