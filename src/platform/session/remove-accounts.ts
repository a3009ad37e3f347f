import { asRole } from '../db/admin.ts';
import type { Connection } from '../db/connection.ts';

/**
 * Deletes accounts with their sessions, passwords, second factors and whatever else of sign-in names them; `admin` may become `laksa_auth`. Who they
 * belong to is found by the catalogue: better-auth adds tables with its plugins. Safe to repeat.
 */
export const removeAccounts = async (admin: Connection, userIds: readonly string[]): Promise<void> => {
  if (userIds.length === 0) return;
  await asRole(admin, 'laksa_auth', async () => {
    await admin.query('set local search_path = auth');
    const { rows } = await admin.query<{ readonly name: string }>(
      `select distinct format('auth.%I', table_name) as name from information_schema.columns
       where table_schema = 'auth' and column_name = 'userId'`,
    );
    for (const { name } of rows) await admin.query(`delete from ${name} where "userId" = any ($1)`, [userIds]);
    await admin.query('delete from auth.verification where value = any ($1)', [userIds]);
    await admin.query('delete from auth."user" where id = any ($1)', [userIds]);
  });
};
