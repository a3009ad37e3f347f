import { ok, refuse, type Result } from '../domain/result.ts';
import { uuid7 } from '../platform/db/uuid7.ts';
import type { Language } from '../platform/i18n/language.ts';
import { take } from '../platform/limit/limit.ts';
import type { Tenant } from '../platform/tenant/tenant.ts';
import type { Claim } from './claim-check.ts';
import { sendContactLetters } from './contact-change-letters.ts';
import { expireWaiting, takeBackMs } from './contact-change-row.ts';
import { sealContact } from './contact-change-seal.ts';
import type { Installation } from './installation.ts';
import {
  personFields,
  readPerson,
  savePerson,
  setPersonField,
  type Identity,
  type OpenedIdentity,
  type PersonField,
} from './person.ts';
import type { Tx } from './tx.ts';

/** What a reporter wants to have on record instead, already normalised: at least one thing. */
export type ContactAsked = {
  readonly values: Identity;
  /** Of the page: the letter to an address that nobody wrote to before is in it. */
  readonly language: Language;
  /** Of whoever asks (platform/limit/network.ts); absent: not known, and not counted. */
  readonly network?: string | null;
};

/** What came of it: a letter is on its way to the new address; something counts from now on. */
export type ContactAnswer = { readonly isSent: boolean; readonly isChanged: boolean };
export type ContactRefused = { readonly kind: 'wrong_code' } | { readonly kind: 'too_many_tries' };

/** So long the link to a new address can be used. */
const confirmableMs = 48 * 60 * 60 * 1000;

/** Source: own. */
const changesADay = { max: 5, windowSeconds: 24 * 60 * 60 } as const;

/**
 * Changes or adds what is on record of the reporter, all of it or nothing. Name and telephone count at once; a mail address when the link sent to it was
 * used. Whoever has the code may ask, which may be a thief: so the address on record is told at once, of everything in one letter, and can take it back.
 */
export const askContactChange = (
  laksa: Installation,
  tenant: Tenant,
  claim: Claim,
  { values, language, network = null }: ContactAsked,
): Promise<Result<ContactAnswer, ContactRefused>> =>
  laksa.database.inTenant(tenant.id, async (tx) => {
    const report = await lockOwn(tx, tenant.id, claim);
    if (report === null) return refuse({ kind: 'wrong_code' });
    // By the code in use: who took it back from a thief has all of theirs again.
    const key = `contact ${claim.number} ${claim.generation}`;
    const counted = { tenantId: tenant.id, key, ...changesADay, at: laksa.clock.now() };
    if (!(await take(tx, counted)).allowed) return refuse({ kind: 'too_many_tries' });
    const before = await onRecord(tx, laksa, tenant, report);
    const isSent = values.email !== undefined;
    if (isSent) await expireWaiting(tx, tenant.id, report.id); // of several new addresses only the last one asked for can be confirmed
    const asked = personFields.flatMap((field) => {
      const value = values[field];
      return value === undefined ? [] : [{ field, value, language }];
    });
    const kept = await keepChanges(tx, laksa, tenant, { report, asked, before });
    await putAllOnRecord(tx, laksa, tenant, { report, asked });
    await sendContactLetters(tx, laksa, tenant, { kept, reportId: report.id, told: before.email, network });
    return ok({ isSent, isChanged: asked.some(({ field }) => field !== 'email') });
  });

/** Whose contact it is. */
export type OwnReport = { readonly id: string; readonly reporterId: string | null; readonly language: string };

/** Null where the code was replaced since this browser was let in. */
export const lockOwn = async (tx: Tx, tenantId: string, claim: Claim): Promise<OwnReport | null> => {
  const row = await tx
    .selectFrom('report')
    .select(['id', 'reporter_id', 'reporter_language', 'claim_generation'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', claim.reportId)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined || row.claim_generation !== claim.generation) return null;
  return { id: row.id, reporterId: row.reporter_id, language: row.reporter_language };
};

/** All that is known of the reporter; the reading is written down. */
export const onRecord = async (
  tx: Tx,
  { keyring }: Installation,
  tenant: Tenant,
  { id, reporterId }: Pick<OwnReport, 'id' | 'reporterId'>,
): Promise<OpenedIdentity> => {
  if (reporterId === null) return {};
  const vault = { keyring, tenantId: tenant.id, at: tenant.clock.now() };
  const fields = ['name', 'phone', 'email'] as const;
  return readPerson(tx, vault, { personId: reporterId, fields, ground: 'contact_change', reportId: id, postId: null });
};

/** `value` null: nothing stands there any more. */
export type OnRecord = { readonly report: OwnReport; readonly field: PersonField; readonly value: string | null };

/** Who told nothing so far becomes a person with the first thing they tell. Gives who it is. */
export const putOnRecord = async (
  tx: Tx,
  { keyring }: Installation,
  tenant: Tenant,
  { report, field, value }: OnRecord,
): Promise<string | null> => {
  const vault = { keyring, tenantId: tenant.id, at: tenant.clock.now() };
  if (report.reporterId !== null) {
    await setPersonField(tx, vault, { personId: report.reporterId, field }, value);
    return report.reporterId;
  }
  if (value === null) return null;
  const reporter_id = await savePerson(tx, vault, { [field]: value }, report.language);
  await tx
    .updateTable('report')
    .set({ reporter_id })
    .where('tenant_id', '=', tenant.id)
    .where('id', '=', report.id)
    .execute();
  return reporter_id;
};

type OneAsked = { readonly field: PersonField; readonly value: string; readonly language: Language };
type Asked = { readonly report: OwnReport; readonly asked: readonly OneAsked[] };

/** All but the mail address. A person who is made of the first of them gets the others. */
const putAllOnRecord = async (tx: Tx, laksa: Installation, tenant: Tenant, { report, asked }: Asked): Promise<void> => {
  let reporterId = report.reporterId;
  for (const { field, value } of asked)
    if (field !== 'email')
      reporterId = await putOnRecord(tx, laksa, tenant, { report: { ...report, reporterId }, field, value });
};

type Kept = { readonly id: string; readonly field: PersonField; readonly value: string };

/** In one go, which is known by their moment; in the order of their ids, so that taking back the first takes back all. */
const keepChanges = async (
  tx: Tx,
  laksa: Installation,
  tenant: Tenant,
  { report, asked, before }: Asked & { readonly before: Identity },
): Promise<readonly Kept[]> => {
  const at = tenant.clock.now();
  const ids = asked.map(() => uuid7(at)).toSorted();
  const changes = asked.map((one, place) => ({ ...one, id: ids[place] ?? uuid7(at) }));
  for (const change of changes) await keepChange(tx, laksa, tenant, { report, change, before, at });
  return changes;
};

type Change = {
  readonly report: OwnReport;
  readonly change: OneAsked & Kept;
  readonly before: Identity;
  readonly at: Date;
};

const keepChange = async (
  tx: Tx,
  { keyring }: Installation,
  tenant: Tenant,
  { report, change, before, at }: Change,
): Promise<void> => {
  const { id, field, value, language } = change;
  const keys = await keyring.tenantKeys(tx, tenant.id, at);
  await tx
    .insertInto('contact_change')
    .values({
      tenant_id: tenant.id,
      id,
      report_id: report.id,
      field,
      state: field === 'email' ? 'waiting' : 'done',
      ...sealContact(keys, id, { old: before[field] ?? null, new: value, told: before.email ?? null }),
      language,
      asked_at: at,
      expires_at: new Date(at.getTime() + confirmableMs),
      done_at: field === 'email' ? null : at,
      take_back_until: new Date(at.getTime() + takeBackMs),
    })
    .execute();
};
