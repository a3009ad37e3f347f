import { sql } from 'kysely';

import { readMigrations } from '../../platform/db/migrate.ts';
import { jobs } from '../../platform/jobs/jobs.ts';
import { migrationsDir } from '../places.ts';
import { error, ok, warning, type Check } from './check.ts';

export const databaseChecks: readonly Check[] = [
  {
    name: 'PostgreSQL',
    look: async ({ laksa }) => {
      const { rows } = await laksa.database.outsideTenants((tx) =>
        sql<{ version: number; shown: string }>`
          select current_setting('server_version_num')::int as version, current_setting('server_version') as shown`.execute(
          tx,
        ),
      );
      const { version = 0, shown = 'unknown' } = rows[0] ?? {};
      if (version < 150_000) return error(`version ${shown}`, 'Laksa needs PostgreSQL 15 or newer');
      return ok(`version ${shown}`);
    },
  },
  {
    name: 'migrations',
    look: async ({ laksa }) => {
      const { rows } = await laksa.database.outsideTenants((tx) =>
        sql<{ name: string }>`select name from ops.migration`.execute(tx),
      );
      const applied = new Set(rows.map((row) => row.name));
      const missing = (await readMigrations(migrationsDir)).filter((migration) => !applied.has(migration.name));
      if (missing.length === 0) return ok(`${applied.size} applied, none missing`);
      return error(`not applied: ${missing.map((migration) => migration.name).join(', ')}`, 'run: laksa migrate');
    },
  },
  {
    name: 'application role',
    look: async ({ laksa }) => {
      const { rows } = await laksa.database.outsideTenants((tx) =>
        sql<{ role: string; is_free: boolean }>`
          select current_user as role, rolsuper or rolbypassrls as is_free from pg_roles where rolname = current_user`.execute(
          tx,
        ),
      );
      const { role = '?', is_free = true } = rows[0] ?? {};
      if (role === 'laksa_app' && !is_free) return ok('laksa_app, behind the fence');
      return error(`the application is ${role}`, 'run: laksa migrate, and take superuser and bypassrls from laksa_app');
    },
  },
  {
    name: 'fence',
    look: async ({ laksa }) => {
      const { rows } = await laksa.database.outsideTenants((tx) =>
        sql<{ name: string }>`
          select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where n.nspname = 'laksa' and c.relkind = 'r' and c.relname <> 'tenant' and not (c.relrowsecurity and c.relforcerowsecurity)`.execute(
          tx,
        ),
      );
      if (rows.length === 0) return ok('every product table is fenced');
      return error(
        `not fenced: ${rows.map((row) => row.name).join(', ')}`,
        'somebody switched row-level security off: switch it on and force it',
      );
    },
  },
  {
    name: 'replica',
    look: async ({ config }) =>
      config.databaseReadUrl === undefined
        ? []
        : warning(
            'DATABASE_READ_URL is set, but not used yet',
            'everything is read at DATABASE_URL: count on no relief from the replica, or take the setting away',
          ),
  },
  {
    name: 'worker',
    look: async ({ laksa }) => {
      const alive = await laksa.database.outsideTenants((tx) => jobs.countRunners(tx));
      if (alive > 0) return ok(`${alive} alive`);
      return warning(
        'none is alive',
        'start the service; without a worker no message goes out and no deadline is marked',
      );
    },
  },
];
