import { createHmac } from 'node:crypto';

import { ok, refuse, type Result } from '../domain/result.ts';
import type { Keyring } from '../platform/keyring/keyring.ts';
import type { Tenant } from '../platform/tenant/tenant.ts';
import { unproved, type ProofGiven } from './count-or-ask.ts';
import type { Installation } from './installation.ts';
import { countFromNetwork } from './network-limit.ts';
import { publicReportId } from './public-report.ts';
import type { Tx } from './tx.ts';

/** Who says of a public report that it is theirs too. */
export type Support = {
  readonly number: string;
  /** What the device keeps, drawn at random. */
  readonly device: string;
  /** Of whoever sends it (platform/limit/network.ts); null: not known, and not counted. */
  readonly network: string | null;
  /** The answer to a small question that had been asked in the form; absent: none was. */
  readonly proof?: ProofGiven;
};

export type SupportRefused =
  | { readonly kind: 'not_found' }
  | { readonly kind: 'too_many_tries'; readonly mayProve: boolean };

/**
 * Counts a voice for a public report, once for a device, and says whether it was new. The device is hidden under a key of the installation, apart for
 * each report, so that nobody can tell what else somebody supports. A contact nobody has verified is neither asked nor counted: whoever knew one
 * could tell by the count whether its owner was among them, or use up their voice.
 */
export const supportReport = (
  laksa: Installation,
  tenant: Tenant,
  support: Support,
): Promise<Result<{ readonly isNew: boolean }, SupportRefused>> =>
  laksa.database.inTenant(tenant.id, async (tx) => {
    const reportId = await publicReportId(tx, tenant.id, support.number);
    if (reportId === null) return refuse({ kind: 'not_found' });
    const { network, proof = unproved } = support;
    const held = await countFromNetwork(tx, laksa, tenant, { doing: 'support', network, proof });
    if (held !== null) return refuse({ kind: 'too_many_tries', mayProve: held.mayProve });
    const { numInsertedOrUpdatedRows = 0n } = await tx
      .insertInto('supporter')
      .values({
        tenant_id: tenant.id,
        report_id: reportId,
        device_hash: deviceHash(laksa.keyring, reportId, support.device),
        contact_hash: null,
        supported_at: tenant.clock.now(),
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    return ok({ isNew: numInsertedOrUpdatedRows > 0n });
  });

/** Where a browser keeps the number it supports by; following asks for it, too, so that one person is one voice. */
export const supporterCookie = { name: 'perangkat', path: '/' } as const;

type Keys = Pick<Keyring, 'derive'>;

export const deviceHash = (keyring: Keys, reportId: string, device: string): Buffer =>
  hashOf(keyring, `${reportId} device ${device}`);

/** `email` as `parseEmail` gives it, so that its spellings are one. */
export const contactHash = (keyring: Keys, reportId: string, email: string): Buffer =>
  hashOf(keyring, `${reportId} contact ${email}`);

const hashOf = (keyring: Keys, what: string): Buffer =>
  createHmac('sha256', keyring.derive('supporter')).update(what).digest();

/** An address that was proved, and the device that gave it. */
export type VerifiedVoice = {
  readonly tenantId: string;
  readonly reportId: string;
  readonly deviceHash: Buffer;
  readonly contactHash: Buffer;
  readonly at: Date;
};

/**
 * Counts a verified address once. The voice that its device gave before becomes its own; where that is another address's already (two people and one
 * telephone) it counts by itself.
 */
export const countVerified = async (tx: Tx, voice: VerifiedVoice): Promise<void> => {
  const { numUpdatedRows } = await tx
    .updateTable('supporter')
    .set({ contact_hash: voice.contactHash })
    .where('tenant_id', '=', voice.tenantId)
    .where('report_id', '=', voice.reportId)
    .where('device_hash', '=', voice.deviceHash)
    .where('contact_hash', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('supporter as s')
            .select('s.device_hash')
            .where('s.tenant_id', '=', voice.tenantId)
            .where('s.report_id', '=', voice.reportId)
            .where('s.contact_hash', '=', voice.contactHash),
        ),
      ),
    )
    .executeTakeFirst();
  if (numUpdatedRows > 0n) return;
  for (const device of [voice.deviceHash, voice.contactHash]) if (await insertVoice(tx, voice, device)) return;
};

/** False: this address, or this device, has been counted. */
const insertVoice = async (tx: Tx, voice: VerifiedVoice, device: Buffer): Promise<boolean> => {
  const { numInsertedOrUpdatedRows = 0n } = await tx
    .insertInto('supporter')
    .values({
      tenant_id: voice.tenantId,
      report_id: voice.reportId,
      device_hash: device,
      contact_hash: voice.contactHash,
      supported_at: voice.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows > 0n;
};

/** How many say that a report is theirs too; who filed it is not among them. */
const countSupporters = async (tx: Tx, tenantId: string, reportId: string): Promise<number> => {
  const { count } = await tx
    .selectFrom('supporter')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('tenant_id', '=', tenantId)
    .where('report_id', '=', reportId)
    .executeTakeFirstOrThrow();
  return Number(count);
};

/** The same by the number of a public report; null for every other. */
export const readSupporters = async (tx: Tx, tenantId: string, number: string): Promise<number | null> => {
  const reportId = await publicReportId(tx, tenantId, number);
  return reportId === null ? null : countSupporters(tx, tenantId, reportId);
};
