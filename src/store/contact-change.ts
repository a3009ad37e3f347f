import { ok, refuse, type Result } from '../domain/result.ts';
import { uuid7 } from '../platform/db/uuid7.ts';
import type { Language } from '../platform/i18n/language.ts';
import { jobs } from '../platform/jobs/jobs.ts';
import { take } from '../platform/limit/limit.ts';
import type { Tenant } from '../platform/tenant/tenant.ts';
import type { Claim } from './claim-check.ts';
import { sealContact } from './contact-change-seal.ts';
import type { Installation } from './installation.ts';
import { readPerson, savePerson, setPersonField, type Identity, type PersonField } from './person.ts';
import type { Tx } from './tx.ts';

/** What a reporter wants to have on record instead, already normalised. */
export type ContactAsked = {
  readonly field: PersonField;
  readonly value: string;
  /** Of the page: the letter to an address that nobody wrote to before is in it. */
  readonly language: Language;
};

/** `waiting`: a letter is on its way to the new address; `done`: it counts from now on. */
export type ContactAnswer = { readonly state: 'waiting' | 'done' };
export type ContactRefused = { readonly kind: 'wrong_code' } | { readonly kind: 'too_many_tries' };

const hourMs = 60 * 60 * 1000;
/** So long the link to a new address can be used. */
export const confirmableMs = 48 * hourMs;
/** So long the old address can take it back. */
export const takeBackMs = 7 * 24 * hourMs;

/** Source: own. */
const changesADay = { max: 5, windowSeconds: 24 * 60 * 60 } as const;

/**
 * Changes or adds one thing that is on record of the reporter. Name and telephone count at once; a mail address when the link sent to it was used.
 * Whoever has the code may ask, which may be a thief: so the address on record is told at once, and can take it back.
 */
export const askContactChange = (
  laksa: Installation,
  tenant: Tenant,
  claim: Claim,
  asked: ContactAsked,
): Promise<Result<ContactAnswer, ContactRefused>> =>
  laksa.database.inTenant(tenant.id, async (tx) => {
    const report = await lockOwn(tx, tenant.id, claim);
    if (report === null) return refuse({ kind: 'wrong_code' });
    const counted = { tenantId: tenant.id, key: `contact ${claim.number}`, ...changesADay, at: laksa.clock.now() };
    if (!(await take(tx, counted)).allowed) return refuse({ kind: 'too_many_tries' });
    const before = await onRecord(tx, laksa, tenant, report);
    if (asked.field === 'email') await overtake(tx, tenant.id, report.id);
    const id = await keepChange(tx, laksa, tenant, { report, asked, before });
    if (asked.field !== 'email')
      await putOnRecord(tx, laksa, tenant, { report, field: asked.field, value: asked.value });
    await sendLetters(tx, tenant.id, id, { toOld: before.email !== undefined, toNew: asked.field === 'email' });
    return ok({ state: asked.field === 'email' ? 'waiting' : 'done' });
  });

/** Whose contact it is. */
export type OwnReport = { readonly id: string; readonly reporterId: string | null; readonly language: string };

/** Null where the code was replaced since this browser was let in. */
const lockOwn = async (tx: Tx, tenantId: string, claim: Claim): Promise<OwnReport | null> => {
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
): Promise<Identity> => {
  if (reporterId === null) return {};
  const vault = { keyring, tenantId: tenant.id, at: tenant.clock.now() };
  const fields = ['name', 'phone', 'email'] as const;
  return readPerson(tx, vault, { personId: reporterId, fields, ground: 'contact_change', reportId: id, postId: null });
};

/** `value` null: nothing stands there any more. */
export type OnRecord = { readonly report: OwnReport; readonly field: PersonField; readonly value: string | null };

/** Who told nothing so far becomes a person with the first thing they tell. */
export const putOnRecord = async (
  tx: Tx,
  { keyring }: Installation,
  tenant: Tenant,
  { report, field, value }: OnRecord,
): Promise<void> => {
  const vault = { keyring, tenantId: tenant.id, at: tenant.clock.now() };
  if (report.reporterId !== null) return setPersonField(tx, vault, { personId: report.reporterId, field }, value);
  if (value === null) return;
  const reporter_id = await savePerson(tx, vault, { [field]: value }, report.language);
  await tx
    .updateTable('report')
    .set({ reporter_id })
    .where('tenant_id', '=', tenant.id)
    .where('id', '=', report.id)
    .execute();
};

/** Of several new addresses only the last one asked for can be confirmed. */
const overtake = async (tx: Tx, tenantId: string, reportId: string): Promise<void> => {
  await tx
    .updateTable('contact_change')
    .set({ state: 'expired' })
    .where('tenant_id', '=', tenantId)
    .where('report_id', '=', reportId)
    .where('state', '=', 'waiting')
    .execute();
};

type Change = { readonly report: OwnReport; readonly asked: ContactAsked; readonly before: Identity };

const keepChange = async (
  tx: Tx,
  { keyring }: Installation,
  tenant: Tenant,
  { report, asked, before }: Change,
): Promise<string> => {
  const { field, value, language } = asked;
  const at = tenant.clock.now();
  const id = uuid7(at);
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
  return id;
};

const sendLetters = async (
  tx: Tx,
  tenantId: string,
  contactChangeId: string,
  { toOld, toNew }: { readonly toOld: boolean; readonly toNew: boolean },
): Promise<void> => {
  if (toOld) await jobs.add(tx, 'send-contact-letter', { tenantId, contactChangeId, side: 'old' });
  if (toNew) await jobs.add(tx, 'send-contact-letter', { tenantId, contactChangeId, side: 'new' });
};
