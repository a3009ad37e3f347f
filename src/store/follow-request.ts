import { ok, refuse, type Result } from '../domain/result.ts';
import { uuid7 } from '../platform/db/uuid7.ts';
import type { Language } from '../platform/i18n/language.ts';
import { jobs } from '../platform/jobs/jobs.ts';
import { open, seal } from '../platform/keyring/tenant-keys.ts';
import { forget } from '../platform/limit/limit.ts';
import type { Tenant } from '../platform/tenant/tenant.ts';
import { addressLookup } from './carry-lookups.ts';
import { isAddressStopped } from './contact-stop.ts';
import { countLetters, forgetUnanswered, letterCount, mayWriteToUnproved } from './contact-unproved.ts';
import { countOrAsk, unproved, type ProofGiven } from './count-or-ask.ts';
import type { Installation } from './installation.ts';
import { publicReportId } from './public-report.ts';
import { deviceHash } from './supporter.ts';
import type { Tx } from './tx.ts';

/** Somebody who wants to hear of a public report by mail. */
export type FollowAsked = {
  readonly number: string;
  /** As `parseEmail` gives it. */
  readonly email: string;
  readonly language: Language;
  /** What the device keeps, drawn at random. */
  readonly device: string;
  /** Of whoever sends it (platform/limit/network.ts); null: not known, and not counted. */
  readonly network: string | null;
  /** The answer to a small question that had been asked in the form; absent: none was. */
  readonly proof?: ProofGiven;
  /** Whether an address that stopped all letters shall get one that asks whether it wants them again. */
  readonly isAgain?: boolean;
};

export type FollowRefused =
  | { readonly kind: 'not_found' }
  | { readonly kind: 'too_many_tries'; readonly mayProve: boolean };

/** So long a link in a letter can be used. */
export const followRequestMs = 48 * 60 * 60 * 1000;

/** More than a carrier's shared address makes, fewer than a program that fills letterboxes. Source: own. */
const fromOneNetwork = { max: 30, maxProved: 300, windowSeconds: 60 * 60 } as const;
/** More than a report of which the whole city talks gets. Source: own. */
const ofOneReport = { max: 300, maxProved: 3000, windowSeconds: 60 * 60 } as const;
/** One letter to an address about a report, as long as its link can be used. */
const ofOneRequest = { max: 1, windowSeconds: followRequestMs / 1000 } as const;

/** To an address that stopped all letters: its owner may have deleted every link that starts them again. */
const ofOneStopped = { max: 1, windowSeconds: 7 * 24 * 60 * 60 } as const;

/**
 * Keeps the address sealed and has one letter sent to it, with a link that makes the follow. Where a letter about this report is on its way there,
 * and beyond so many letters to an address, or where it stopped all of them, none is sent and nothing kept, and nobody is told so: whether an address
 * is known here is not to be learnt from the answer.
 */
export const askToFollow = (
  laksa: Installation,
  tenant: Tenant,
  asked: FollowAsked,
): Promise<Result<null, FollowRefused>> =>
  laksa.database.inTenant(tenant.id, async (tx) => {
    const reportId = await publicReportId(tx, tenant.id, asked.number);
    if (reportId === null) return refuse({ kind: 'not_found' });
    const counted = countLetters(laksa, tenant);
    const { network, proof = unproved } = asked;
    const limits = [
      ...(network === null ? [] : [{ ...letterCount(laksa, tenant, `follow network ${network}`), ...fromOneNetwork }]),
      { ...letterCount(laksa, tenant, `follow report ${reportId}`), ...ofOneReport },
    ];
    const held = await countOrAsk(tx, laksa, tenant, { limits, proof });
    if (held !== null) return refuse({ kind: 'too_many_tries', mayProve: held.mayProve });
    const { email } = asked;
    // What no letter follows uses up nothing: whoever has letters again asks, and gets one.
    if (await isStopped(tx, laksa, tenant, email)) {
      if (asked.isAgain === true && (await counted(tx, `again ${email}`, ofOneStopped)))
        await keepRequest(tx, laksa, tenant, { ...asked, reportId });
      return ok(null);
    }
    if (
      (await counted(tx, requestOf({ reportId, email }), ofOneRequest)) &&
      (await mayWriteToUnproved(tx, laksa, tenant, { email, network }))
    )
      await keepRequest(tx, laksa, tenant, { ...asked, reportId });
    return ok(null);
  });

const isStopped = async (tx: Tx, laksa: Installation, tenant: Tenant, email: string): Promise<boolean> =>
  isAddressStopped(tx, tenant.id, await addressLookup(tx, laksa, tenant, email));

type Addressed = { readonly reportId: string; readonly email: string };

const requestOf = ({ reportId, email }: Addressed): string => `follow request ${reportId} ${email}`;

/** The button was pressed, by somebody in this network: they may ask for more. */
export const forgetAsked = async (
  tx: Tx,
  laksa: Installation,
  tenant: Tenant,
  { reportId, email, network }: Addressed & { readonly network: string | null },
): Promise<void> => {
  await forget(tx, { ...letterCount(laksa, tenant, requestOf({ reportId, email })), ...ofOneRequest });
  await forgetUnanswered(tx, laksa, tenant, { email, network });
};

const keepRequest = async (
  tx: Tx,
  { keyring }: Installation,
  tenant: Tenant,
  { reportId, email, language, device, isAgain = false }: FollowAsked & { readonly reportId: string },
): Promise<void> => {
  const at = tenant.clock.now();
  const id = uuid7(at);
  const { keyId, sealed } = seal(await keyring.tenantKeys(tx, tenant.id, at), email, requestPlace(id));
  await tx
    .insertInto('follow_request')
    .values({
      tenant_id: tenant.id,
      id,
      report_id: reportId,
      key_id: keyId,
      sealed,
      device_hash: deviceHash(keyring, reportId, device),
      language,
      asked_at: at,
      expires_at: new Date(at.getTime() + followRequestMs),
    })
    .execute();
  await jobs.add(tx, 'send-follow-letter', { tenantId: tenant.id, requestId: id, asks: isAgain ? 'again' : 'once' });
};

/** What the sealed address is bound to. */
export const requestPlace = (requestId: string): string => `follow_request ${requestId}`;

/** What waits for the link in its letter to be used. */
export type FollowRequest = {
  readonly id: string;
  readonly reportId: string;
  readonly number: string;
  readonly email: string;
  readonly language: Language;
  readonly deviceHash: Buffer;
  readonly askedAt: Date;
};

/** Of the requests that can still be used: neither used nor too old, and of a report that everyone may read. */
const usable = (tx: Tx, { id: tenantId, clock }: Tenant, id: string) =>
  tx
    .selectFrom('follow_request as q')
    .innerJoin('report_public as p', (join) =>
      join.onRef('p.tenant_id', '=', 'q.tenant_id').onRef('p.id', '=', 'q.report_id'),
    )
    .select(['p.number', 'q.report_id', 'q.key_id', 'q.sealed', 'q.language', 'q.device_hash', 'q.asked_at'])
    .where('q.tenant_id', '=', tenantId)
    .where('p.tenant_id', '=', tenantId)
    .where('q.id', '=', id)
    .where('q.expires_at', '>', clock.now())
    .where('p.publication', 'in', ['public', 'title_only']);

/** The number of the report that a link would follow, with nothing opened or changed; null: the link is no longer good for anything. */
export const numberToFollow = async (tx: Tx, tenant: Tenant, id: string): Promise<string | null> =>
  (await usable(tx, tenant, id).executeTakeFirst())?.number ?? null;

/** The same with the address; null also where it cannot be opened any more. */
export const readFollowRequest = async (
  tx: Tx,
  { keyring }: Pick<Installation, 'keyring'>,
  tenant: Tenant,
  id: string,
): Promise<FollowRequest | null> => {
  const row = await usable(tx, tenant, id).executeTakeFirst();
  if (row === undefined) return null;
  const keys = await keyring.tenantKeys(tx, tenant.id, tenant.clock.now(), row.key_id);
  const email = open(keys, row.key_id, row.sealed, requestPlace(id));
  if (email === null) return null;
  return {
    id,
    reportId: row.report_id,
    number: row.number ?? '',
    email,
    language: row.language === 'en' ? 'en' : 'id',
    deviceHash: row.device_hash,
    askedAt: row.asked_at,
  };
};

/** The address is kept no longer. False: somebody else's hand was faster, and has used it. */
export const forgetFollowRequest = async (tx: Tx, tenantId: string, id: string): Promise<boolean> => {
  const { numDeletedRows } = await tx
    .deleteFrom('follow_request')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
};

/** The addresses that nobody proved in time, all at once. */
export const forgetOldFollowRequests = async (tx: Tx, tenantId: string, at: Date): Promise<void> => {
  await tx.deleteFrom('follow_request').where('tenant_id', '=', tenantId).where('expires_at', '<=', at).execute();
};
