import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';

import type { Clock } from '../clock/clock.ts';
import { recordMaintenance } from './maintenance.ts';
import { installRoles } from './roles.ts';

export type MigrateOptions = {
  /** A role that may create roles and schemas here. */
  readonly ownerUrl: string;
  /** What the application connects by: names the passwords of the roles. */
  readonly appUrl: string;
  readonly migrationsDir: string;
  readonly clock: Clock;
  readonly log: (line: string) => void;
  /** The schemas of sign-in and jobs, each installed while acting as its owner. */
  readonly installers: readonly ((admin: pg.Client) => Promise<void>)[];
};

/** Any number, the same everywhere: only one migrator works on a database at a time, the others wait and find the work done. */
const migrationLock = 7_266_972_001;

/** Brings the database to the newest schema. Forward only; a migration that was changed after it ran is refused. Gives the names it applied. */
export const migrate = async (options: MigrateOptions): Promise<readonly string[]> => {
  const admin = new pg.Client({ connectionString: options.ownerUrl, application_name: 'laksa migrate' });
  await admin.connect();
  try {
    await admin.query('select pg_advisory_lock($1)', [migrationLock]);
    await installRoles(admin, options.appUrl);
    const applied = await applyPending(admin, options);
    for (const install of options.installers) await install(admin);
    return applied;
  } finally {
    await admin.end();
  }
};

const applyPending = async (admin: pg.Client, options: MigrateOptions): Promise<readonly string[]> => {
  await admin.query(`set role laksa_owner;
    create table if not exists ops.migration (name text constraint migration_pk primary key, sha256 text not null, applied_at timestamptz not null);
    grant select on ops.migration to laksa_app;
    reset role`);
  const done = new Map(
    (await admin.query<{ name: string; sha256: string }>('select name, sha256 from ops.migration')).rows.map((row) => [
      row.name,
      row.sha256,
    ]),
  );
  const applied: string[] = [];
  for (const migration of await readMigrations(options.migrationsDir)) {
    const before = done.get(migration.name);
    if (before !== undefined && before !== migration.sha256)
      throw new Error(`migration ${migration.name} was changed after it ran here: restore it and write a new one`);
    if (before !== undefined) continue;
    options.log(`migration ${migration.name}`);
    await applyOne(admin, migration, options.clock.now());
    applied.push(migration.name);
  }
  return applied;
};

/** One migration in one transaction, as the owner, with maintenance said aloud: under the forced fence an `update` would otherwise change nothing. */
const applyOne = async (admin: pg.Client, migration: Migration, at: Date): Promise<void> => {
  await admin.query(
    `begin; set local role laksa_owner; set local search_path = laksa, ops; set local laksa.maintenance = 'on'`,
  );
  try {
    await admin.query(migration.text);
    await admin.query('insert into ops.migration (name, sha256, applied_at) values ($1, $2, $3)', [
      migration.name,
      migration.sha256,
      at,
    ]);
    await recordMaintenance(admin, 'migrate', migration.name, at);
    await admin.query('commit');
  } catch (error) {
    await admin.query('rollback');
    throw new Error(`migration ${migration.name} failed: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
};

type Migration = { readonly name: string; readonly text: string; readonly sha256: string };

export const readMigrations = async (dir: string): Promise<readonly Migration[]> => {
  const names = (await readdir(dir)).filter((name) => /^\d{4}-[a-z0-9-]+\.sql$/.test(name)).toSorted();
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(dir, name), 'utf8');
      return { name, text, sha256: createHash('sha256').update(text).digest('hex') };
    }),
  );
};
