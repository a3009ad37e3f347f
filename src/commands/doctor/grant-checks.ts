import { readFile } from 'node:fs/promises';
import type pg from 'pg';

import { withAdmin } from '../../platform/db/admin.ts';
import { grantsOfSchema } from '../../platform/db/granted.ts';
import { schemaFile } from '../places.ts';
import { error, ok, type Check, type Finding } from './check.ts';

export const grantChecks: readonly Check[] = [
  { name: 'roles', look: ({ owner }) => withAdmin(owner, lookAtRoles) },
  { name: 'grants', look: ({ owner }) => withAdmin(owner, lookAtGrants) },
];

const howToMend = 'by psql "$(laksa db url)": type what is missing, and revoke what is not ours';

/** The roles that own sign in nowhere; none of them walks around the fence. */
export const lookAtRoles = async (admin: pg.ClientBase): Promise<readonly Finding[]> => {
  const { rows } = await admin.query<{ readonly name: string; readonly is_wrong: boolean }>(
    `select rolname as name, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication
       or rolcanlogin = (rolname in ('laksa_owner', 'laksa_find')) as is_wrong
     from pg_roles where rolname in ('laksa_owner', 'laksa_find', 'laksa_app', 'laksa_jobs', 'laksa_auth', 'laksa_oversight')`,
  );
  if (rows.length < 6) return error(`only ${rows.length} of 6 roles are there`, 'run: laksa migrate');
  const wrong = rows.filter(({ is_wrong }) => is_wrong).map(({ name }) => name);
  return wrong.length === 0
    ? ok('6 roles, none with more rights than it needs')
    : error(
        `may too much: ${wrong.join(', ')}`,
        'take superuser, bypassrls, createrole, createdb and replication from them, and login from laksa_owner and laksa_find',
      );
};

/** The rights there are, against those that the migrations make. */
export const lookAtGrants = async (admin: pg.ClientBase): Promise<readonly Finding[]> => {
  const wanted = new Set(
    (await readFile(schemaFile, 'utf8')).split('\n').filter((line) => /^grant .* on \w+\./.test(line)),
  );
  const there = new Set(await grantsOfSchema(admin));
  const missing = [...wanted].filter((line) => !there.has(line));
  const extra = [...there].filter((line) => !wanted.has(line));
  if (missing.length + extra.length === 0) return ok(`${wanted.size} as the migrations make them`);
  const said = [...missing.map((line) => `missing: ${line}`), ...extra.map((line) => `not ours: ${line}`)];
  return error(said.join(' '), howToMend);
};
