import { sql, type Kysely } from 'kysely';

import { isUuid } from '../db/uuid7.ts';
import { loginOf, mailAddressOf } from './login-name.ts';
import type { Person } from './people.ts';

/** Somebody as administrators see them. */
export type StaffPerson = Person & { readonly hasSecondFactor: boolean };

/** Where a page of people begins: after this one, in the order of their names. */
export type PersonPlace = { readonly name: string; readonly userId: string };

export type PeopleAsked = {
  /** Of these alone. */
  readonly userIds: readonly string[];
  /** In their name or login. */
  readonly words?: string;
  readonly after?: PersonPlace | null;
  readonly limit: number;
};

type Row = {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly two: boolean | null;
};

const columns = sql`u.id::text as id, u.email, u.name, u."twoFactorEnabled" as two`;

/** By name. Account ids are looked up by key, however many accounts there are besides. */
export const findPeople = async (db: Kysely<unknown>, asked: PeopleAsked): Promise<readonly StaffPerson[]> => {
  const { words = '', after = null, limit } = asked;
  const like = `%${words
    .trim()
    .toLowerCase()
    .replaceAll(/[\\%_]/g, '\\$&')}%`;
  const { rows } = await sql<Row>`
    select ${columns} from "user" u
    where u.id = any(${asked.userIds.filter(isUuid)}::uuid[]) and (lower(u.name) like ${like} or u.email like ${like})
      and (${after === null}::boolean or (lower(u.name), u.id::text) > (lower(${after?.name ?? ''}::text), ${after?.userId ?? ''}::text))
    order by lower(u.name), u.id::text limit ${limit}`.execute(db);
  return rows.map(personFrom);
};

/** Who signs in by one of these logins. */
export const peopleByLogin = async (
  db: Kysely<unknown>,
  logins: readonly string[],
): Promise<readonly StaffPerson[]> => {
  const { rows } = await sql<Row>`
    select ${columns} from "user" u where u.email = any(${logins.map(mailAddressOf)}::text[])`.execute(db);
  return rows.map(personFrom);
};

const personFrom = ({ id, email, name, two }: Row): StaffPerson => ({
  userId: id,
  login: loginOf(email),
  name,
  hasSecondFactor: two === true,
});
