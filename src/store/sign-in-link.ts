import { uuid7 } from '../platform/db/uuid7.ts';
import type { Language } from '../platform/i18n/language.ts';
import { jobs } from '../platform/jobs/jobs.ts';
import type { Keyring } from '../platform/keyring/keyring.ts';
import { open, seal } from '../platform/keyring/tenant-keys.ts';
import type { Tenant } from '../platform/tenant/tenant.ts';
import type { Installation } from './installation.ts';
import { sealLetterPass } from './letter-pass.ts';
import type { Tx } from './tx.ts';

const linkPurposes = ['password', 'second_factor', 'both'] as const;
/** What a link lets somebody make anew. */
export type LinkPurpose = (typeof linkPurposes)[number];

const hourMs = 60 * 60 * 1000;
/** A forgotten password is wanted back at once; a new second factor waits for somebody who may have no telephone today. */
const goodForMs = { password: hourMs, second_factor: 7 * 24 * hourMs, both: 24 * hourMs } as const satisfies Record<
  LinkPurpose,
  number
>;

/** What the letter with a link says, and where it goes; `by`: who had it sent, by name, where that was somebody else. */
export type LinkLetter = { readonly login: string; readonly address: string; readonly by: string | null };

export type NewLink = {
  /** Null: of nobody. Such a link opens nothing. */
  readonly userId: string | null;
  readonly purpose: LinkPurpose;
  readonly language: Language;
  readonly letter: LinkLetter;
};

/** Gives its id; no letter goes by this alone. The links of the same purpose that the account has are good no more. */
export const addSignInLink = async (
  tx: Tx,
  { keyring }: Pick<Installation, 'keyring'>,
  tenant: Tenant,
  { userId, purpose, language, letter }: NewLink,
): Promise<string> => {
  const at = tenant.clock.now();
  const id = uuid7(at);
  await endLinks(tx, tenant, userId ?? 'nobody', [purpose]);
  const { keyId, sealed } = seal(await keyring.tenantKeys(tx, tenant.id, at), JSON.stringify(letter), placeOf(id));
  const expiresAt = new Date(at.getTime() + goodForMs[purpose]);
  const row = { tenant_id: tenant.id, id, user_id: userId, purpose, language, asked_at: at, expires_at: expiresAt };
  await tx
    .insertInto('sign_in_link')
    .values({ ...row, key_id: keyId, sealed })
    .execute();
  return id;
};

/** The same, and its letter goes. */
export const sendSignInLink = async (tx: Tx, laksa: Installation, tenant: Tenant, link: NewLink): Promise<void> => {
  const linkId = await addSignInLink(tx, laksa, tenant, link);
  await jobs.add(tx, 'send-sign-in-link', { tenantId: tenant.id, linkId });
};

const placeOf = (id: string): string => `sign_in_link ${id}`;

export type SignInLink = {
  readonly userId: string;
  readonly purpose: LinkPurpose;
  readonly language: Language;
  readonly askedAt: Date;
  readonly letter: LinkLetter;
};

/** Null: it was used, is of nobody, has run out, or its key is lost. */
export const readSignInLink = async (
  tx: Tx,
  { keyring }: Pick<Installation, 'keyring'>,
  tenant: Tenant,
  id: string,
): Promise<SignInLink | null> => {
  const row = await tx
    .selectFrom('sign_in_link')
    .select(['user_id', 'purpose', 'language', 'asked_at', 'key_id', 'sealed'])
    .where('tenant_id', '=', tenant.id)
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .where('expires_at', '>', tenant.clock.now())
    // Of a time when the machine's clock was ahead: it would be good until then.
    .where('asked_at', '<', new Date(tenant.clock.now().getTime() + 24 * hourMs))
    .executeTakeFirst();
  const purpose = linkPurposes.find((one) => one === row?.purpose);
  if (row === undefined || row.user_id === null || row.sealed === null || purpose === undefined) return null;
  const keys = await keyring.tenantKeys(tx, tenant.id, tenant.clock.now(), row.key_id);
  const words = open(keys, row.key_id, row.sealed, placeOf(id));
  if (words === null) return null;
  const letter: LinkLetter = JSON.parse(words);
  return { userId: row.user_id, purpose, language: row.language === 'en' ? 'en' : 'id', askedAt: row.asked_at, letter };
};

/** Uses a link up, and with it all that were to make the same anew. False: another hand was faster. */
export const spendSignInLink = async (tx: Tx, tenant: Tenant, id: string): Promise<boolean> => {
  const spent = await tx
    .updateTable('sign_in_link')
    .set({ used_at: tenant.clock.now(), sealed: null })
    .where('tenant_id', '=', tenant.id)
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .returning(['user_id', 'purpose'])
    .executeTakeFirst();
  if (spent === undefined) return false;
  await endLinks(tx, tenant, spent.user_id ?? 'nobody', spent.purpose === 'both' ? linkPurposes : [spent.purpose]);
  return true;
};

const endLinks = async (tx: Tx, tenant: Tenant, userId: string, ended: readonly string[]): Promise<void> => {
  await tx
    .updateTable('sign_in_link')
    .set({ used_at: tenant.clock.now(), sealed: null })
    .where('tenant_id', '=', tenant.id)
    .where('user_id', '=', userId)
    .where('used_at', 'is', null)
    .where('purpose', 'in', ended)
    .execute();
};

/** Whose second factor was taken off, and who has not enrolled another yet. */
export const accountsRenewing = async (tx: Tx, tenant: Tenant): Promise<ReadonlySet<string>> => {
  const rows = await tx
    .selectFrom('sign_in_link')
    .select('user_id')
    .where('tenant_id', '=', tenant.id)
    .where('user_id', 'is not', null)
    .where('used_at', 'is', null)
    .where('purpose', 'in', ['second_factor', 'both'])
    .execute();
  return new Set(rows.flatMap(({ user_id }) => user_id ?? []));
};

/** Where a link leads; good for whoever has it. */
export const signInLinkPath = (keyring: Pick<Keyring, 'handedOut'>, tenantId: string, id: string): string =>
  `/petugas/akun-baru/${sealLetterPass({ keyring, tenantId, kind: 'sign_in_anew' }, id)}`;

/** A month after they ran out nobody asks for them. */
export const forgetOldLinks = async (tx: Tx, tenant: Tenant): Promise<void> => {
  const oldest = new Date(tenant.clock.now().getTime() - 30 * 24 * hourMs);
  await tx.deleteFrom('sign_in_link').where('tenant_id', '=', tenant.id).where('expires_at', '<=', oldest).execute();
};
