import { isIP } from 'node:net';
import { sql, type Kysely } from 'kysely';

/** A key that a device keeps and opens with finger, face or PIN. It belongs to one address: another city's host is another. */
export type Passkey = {
  readonly id: string;
  readonly name: string;
  readonly rpId: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
};

export type StoredPasskey = {
  readonly id: string;
  readonly userId: string;
  readonly credentialId: string;
  readonly publicKey: string;
  readonly counter: number;
};

export type NewPasskey = Omit<StoredPasskey, 'id'> & {
  readonly rpId: string;
  readonly name: string;
  readonly createdAt: Date;
};

/** Keys are bound to a name; an address in numbers has none. */
export const mayHavePasskeys = (origin: string): boolean =>
  isIP(new URL(origin).hostname.replaceAll(/^\[|\]$/g, '')) === 0;

export const passkeysOf = async (db: Kysely<unknown>, userId: string): Promise<readonly Passkey[]> => {
  const { rows } = await sql<Passkey>`
    select id, name, "rpId", "createdAt", "lastUsedAt" from passkey where "userId" = ${userId} order by "createdAt", id`.execute(
    db,
  );
  return rows;
};

/** What a device of this person knows of this address, so that it is not added twice. */
export const credentialsAt = async (db: Kysely<unknown>, userId: string, rpId: string): Promise<readonly string[]> => {
  const { rows } = await sql<{ credentialId: string }>`
    select "credentialId" from passkey where "userId" = ${userId} and "rpId" = ${rpId}`.execute(db);
  return rows.map(({ credentialId }) => credentialId);
};

export const findPasskey = async (
  db: Kysely<unknown>,
  credentialId: string,
  rpId: string,
): Promise<StoredPasskey | null> => {
  const { rows } = await sql<Omit<StoredPasskey, 'counter'> & { counter: string }>`
    select id, "userId", "credentialId", "publicKey", counter::text as counter from passkey
    where "credentialId" = ${credentialId} and "rpId" = ${rpId}`.execute(db);
  const [row] = rows;
  return row === undefined ? null : { ...row, counter: Number(row.counter) };
};

/** False: that key is known already. */
export const insertPasskey = async (db: Kysely<unknown>, key: NewPasskey): Promise<boolean> => {
  const { numAffectedRows } = await sql`
    insert into passkey (id, "userId", "credentialId", "publicKey", counter, "rpId", name, "createdAt")
    values (${crypto.randomUUID()}, ${key.userId}, ${key.credentialId}, ${key.publicKey}, ${key.counter}, ${key.rpId}, ${key.name}, ${key.createdAt})
    on conflict ("credentialId") do nothing`.execute(db);
  return numAffectedRows === 1n;
};

/** Counts on. False: the count was another meanwhile, and somebody else used the same proof or a copy of the key. */
export const countOn = async (
  db: Kysely<unknown>,
  { id, counter }: StoredPasskey,
  next: number,
  at: Date,
): Promise<boolean> => {
  const { numAffectedRows } = await sql`
    update passkey set counter = ${next}, "lastUsedAt" = ${at} where id = ${id} and counter = ${counter}`.execute(db);
  return numAffectedRows === 1n;
};

/** Gives the name of the key that is gone; null: it was none of theirs. */
export const deletePasskey = async (db: Kysely<unknown>, userId: string, id: string): Promise<string | null> => {
  const { rows } = await sql<{ name: string }>`
    delete from passkey where "userId" = ${userId} and id::text = ${id} returning name`.execute(db);
  return rows[0]?.name ?? null;
};

/** All of them, at every address: for whoever has lost the device. */
export const dropPasskeys = async (db: Kysely<unknown>, userId: string): Promise<void> => {
  await sql`delete from passkey where "userId" = ${userId}`.execute(db);
};
