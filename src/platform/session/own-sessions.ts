import { sql, type Kysely } from 'kysely';

/** One browser that is signed in. Times are the machine's. */
export type OpenSession = {
  readonly id: string;
  readonly since: Date;
  readonly seenAt: Date;
  /** `Chrome, Windows`; empty where it did not say. */
  readonly device: string;
  /** The address it was opened at, and counts at. */
  readonly origin: string;
};

/** Where somebody is signed in, at whatever city; the one used last first. */
export const openSessions = async (db: Kysely<unknown>, userId: string, now: Date): Promise<readonly OpenSession[]> => {
  const { rows } = await sql<OpenSession>`
    select id, "createdAt" as since, "updatedAt" as "seenAt", coalesce("userAgent", '') as device, origin from session
    where "userId" = ${userId} and "expiresAt" > ${now} and origin is not null
    order by "updatedAt" desc, id`.execute(db);
  return rows;
};

/** One of somebody's own, at once. False: there is none of that id. */
export const endOneSession = async (db: Kysely<unknown>, userId: string, sessionId: string): Promise<boolean> => {
  const { numAffectedRows } = await sql`delete from session where "userId" = ${userId} and id = ${sessionId}`.execute(
    db,
  );
  return numAffectedRows === 1n;
};

/** All but this one. */
export const endOtherSessions = async (db: Kysely<unknown>, userId: string, sessionId: string): Promise<void> => {
  await sql`delete from session where "userId" = ${userId} and id <> ${sessionId}`.execute(db);
};
