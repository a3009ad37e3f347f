import { uuid7 } from '../platform/db/uuid7.ts';
import { jobs } from '../platform/jobs/jobs.ts';
import type { Tx } from './tx.ts';

/** In the order of the checks of the table. */
const signInKinds = [
  'signed_in',
  'signed_in_new',
  'wrong_passwords',
  'codes_guessed',
  'recovery_used',
  'password_changed',
  'app_renewed',
  'recovery_renewed',
  'passkey_added',
  'passkey_removed',
  'session_ended',
  'sessions_ended',
  'disowned',
] as const;
export type SignInKind = (typeof signInKinds)[number];

/** What its owner is told by letter, for somebody else may have done it. */
const lettered = [
  'signed_in_new',
  'codes_guessed',
  'recovery_used',
  'password_changed',
  'app_renewed',
  'recovery_renewed',
  'passkey_added',
  'passkey_removed',
] as const satisfies readonly SignInKind[];
export type LetteredKind = (typeof lettered)[number];

export const isLettered = (kind: SignInKind): kind is LetteredKind => lettered.some((one) => one === kind);

export type SignInEvent = {
  readonly id: string;
  readonly userId: string;
  readonly at: Date;
  readonly kind: SignInKind;
  /** `Chrome, Windows`; empty where it did not say. */
  readonly device: string;
  /** The name of a key, a number of tries. */
  readonly detail: string | null;
};

/** Writes down what happened with an account, and has its owner told where that is due. */
export const recordSignIn = async (tx: Tx, tenantId: string, event: Omit<SignInEvent, 'id'>): Promise<void> => {
  const { userId, at, kind, device, detail } = event;
  const id = uuid7(at);
  await tx
    .insertInto('sign_in_event')
    .values({ tenant_id: tenantId, id, user_id: userId, at, kind, device, detail })
    .execute();
  if (isLettered(kind)) await jobs.add(tx, 'send-sign-in-letter', { tenantId, eventId: id });
};

/** Whether this account was ever used here: only then is a new browser news. */
export const hasSignedIn = async (tx: Tx, tenantId: string, userId: string): Promise<boolean> => {
  const row = await tx
    .selectFrom('sign_in_event')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('user_id', '=', userId)
    .where('kind', 'in', ['signed_in', 'signed_in_new'])
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
};

export const readSignIn = async (tx: Tx, tenantId: string, id: string): Promise<SignInEvent | null> => {
  const row = await tx
    .selectFrom('sign_in_event')
    .select(['id', 'user_id', 'at', 'kind', 'device', 'detail'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row === undefined ? null : eventFrom(row);
};

/** The newest first. */
export const lastSignIns = async (
  tx: Tx,
  tenantId: string,
  userId: string,
  most: number,
): Promise<readonly SignInEvent[]> => {
  const rows = await tx
    .selectFrom('sign_in_event')
    .select(['id', 'user_id', 'at', 'kind', 'device', 'detail'])
    .where('tenant_id', '=', tenantId)
    .where('user_id', '=', userId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute();
  return rows.map(eventFrom);
};

const keptDays = 180;

export const forgetOldSignIns = async (tx: Tx, tenantId: string, now: Date): Promise<void> => {
  await tx
    .deleteFrom('sign_in_event')
    .where('tenant_id', '=', tenantId)
    .where('at', '<', new Date(now.getTime() - keptDays * 24 * 60 * 60 * 1000))
    .execute();
};

type Row = {
  readonly id: string;
  readonly user_id: string;
  readonly at: Date;
  readonly kind: string;
  readonly device: string;
  readonly detail: string | null;
};

const eventFrom = ({ user_id: userId, kind: kept, ...row }: Row): SignInEvent => {
  const kind = signInKinds.find((one) => one === kept);
  if (kind === undefined) throw new Error(`a sign-in event of an unknown kind ${kept}`);
  return { ...row, userId, kind };
};
