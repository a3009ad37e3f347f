import pg from 'pg';

import { loginRoles, rolePassword, type LoginRole } from './role-url.ts';

/**
 * Makes or mends the roles, their schemas and what they may do; run by the migrator on a connection that may create roles. Safe to repeat.
 * `appUrl` is what the application will connect by: it says which passwords the roles get.
 */
export const installRoles = async (admin: pg.ClientBase, appUrl: string): Promise<void> => {
  await makeRole(admin, 'laksa_owner', 'nologin noinherit');
  await makeRole(admin, 'laksa_find', 'nologin');
  for (const role of loginRoles) await makeLoginRole(admin, role, appUrl);
  // The migrator acts as each owner in turn; the owner hands views over to laksa_find, and (noinherit) never reads by its right.
  await admin.query(
    `grant laksa_owner, laksa_find, laksa_jobs, laksa_auth to current_user; grant laksa_find to laksa_owner`,
  );
  await makeSchemas(admin);
};

const makeRole = async (admin: pg.ClientBase, role: string, attributes: string): Promise<void> => {
  const { rowCount } = await admin.query('select from pg_roles where rolname = $1', [role]);
  await admin.query(`${rowCount === 0 ? 'create' : 'alter'} role ${role} ${attributes}`);
};

const makeLoginRole = async (admin: pg.ClientBase, role: LoginRole, appUrl: string): Promise<void> => {
  const password = rolePassword(appUrl, role);
  await makeRole(admin, role, `login ${password === undefined ? '' : `password ${pg.escapeLiteral(password)}`}`);
  const path = { laksa_app: 'laksa', laksa_jobs: 'graphile_worker', laksa_auth: 'auth', laksa_oversight: 'laksa' }[
    role
  ];
  await admin.query(`alter role ${role} set search_path = ${path}`);
  await admin.query(`alter role ${role} set jit = off`);
  // The runner only takes and ends jobs; an end that a crash of PostgreSQL loses means that a job, which is repeatable, runs again.
  if (role === 'laksa_jobs') await admin.query('alter role laksa_jobs set synchronous_commit = off');
  if (role === 'laksa_app')
    await admin.query(
      `alter role laksa_app set statement_timeout = '30s'; alter role laksa_app set lock_timeout = '10s'`,
    );
};

const makeSchemas = async (admin: pg.ClientBase): Promise<void> => {
  await admin.query(`
    revoke all on schema public from public;
    create schema if not exists laksa authorization laksa_owner;
    create schema if not exists ops authorization laksa_owner;
    create schema if not exists auth authorization laksa_auth;
    create schema if not exists graphile_worker authorization laksa_jobs;
    create schema if not exists find authorization laksa_find;
    grant usage on schema laksa to laksa_app, laksa_oversight, laksa_find, laksa_jobs;
    grant usage on schema ops to laksa_app;
    grant usage on schema find to laksa_app;
    grant usage, create on schema find to laksa_owner;
  `);
};
