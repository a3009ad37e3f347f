import { getMigrations } from 'better-auth/db/migration';
import type pg from 'pg';

import { kyselyOn } from '../db/kysely-on.ts';
import { storedShape } from './auth.ts';

/**
 * Makes or upgrades the tables of sign-in in schema `auth`, owned by `laksa_auth`, in one transaction of its own.
 * `admin` is a connection of a role that may become `laksa_auth`. Safe to repeat; the caller keeps a second one out.
 */
export const installAuth = async (admin: pg.ClientBase): Promise<void> => {
  await admin.query('begin; set local role laksa_auth; set local search_path = auth');
  try {
    const database = { db: kyselyOn<unknown>(admin), type: 'postgres' } as const;
    const { runMigrations } = await getMigrations({ ...storedShape, database });
    await runMigrations();
    await admin.query('commit');
  } catch (error) {
    await admin.query('rollback');
    throw error;
  }
};
