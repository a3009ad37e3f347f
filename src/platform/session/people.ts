import { sql, type Kysely } from 'kysely';

import { isUuid } from '../db/uuid7.ts';
import { loginOf } from './login-name.ts';

/** Who somebody is to their colleagues. */
export type Person = { readonly userId: string; readonly name: string; readonly login: string };

/** The people behind accounts, by id; an account that is gone is left out. */
export const readPeople = async (
  db: Kysely<unknown>,
  userIds: readonly string[],
): Promise<ReadonlyMap<string, Person>> => {
  const ids = userIds.filter(isUuid);
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ readonly id: string; readonly name: string; readonly email: string }>`
    select id, name, email from "user" where id = any(${ids})`.execute(db);
  return new Map(rows.map(({ id, name, email }) => [id, { userId: id, name, login: loginOf(email) }]));
};
