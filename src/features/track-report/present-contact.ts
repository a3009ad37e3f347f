import type { FastifyRequest } from 'fastify';

import { formatMoment } from '../../platform/i18n/format.ts';
import type { Claim } from '../../store/claim-check.ts';
import { onRecord } from '../../store/contact-change.ts';
import { heldChanges, openSide } from '../../store/contact-change-row.ts';
import { personFields, type OpenedIdentity, type PersonField } from '../../store/person.ts';
import { isConfirmable } from '../../store/contact-change-settle.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import type { Tx } from '../../store/tx.ts';
import type { PageFrame } from '../../ui/page-frame.ts';
import type { ContactProps } from './contact.view.tsx';
import type { TrackReportMeans } from './means.ts';
import { readContactHistory, type ContactChangeTold } from './contact-queries.ts';
import { maskedContact } from '../../domain/personal-data/masked-contact.ts';

/** What stands on the page; the vault is opened for it, and that is written down. Null where the code was replaced since. */
export const presentContact = async (
  laksa: TrackReportMeans,
  request: FastifyRequest,
  claim: Claim,
): Promise<Pick<ContactProps, 'now' | 'lost' | 'waiting' | 'history'> | null> => {
  const { tenant } = request;
  const read = await laksa.database.inTenant(tenant.id, async (tx) => {
    const own = await readContactHistory(tx, tenant.id, claim.reportId);
    if (own === null || own.claim_generation !== claim.generation) return null;
    const identity = await onRecord(tx, laksa, tenant, { id: claim.reportId, reporterId: own.reporter_id });
    return { identity, changes: own.changes, waiting: await waitingAddress(tx, laksa, tenant, claim.reportId) };
  });
  if (read === null) return null;
  const frame = laksa.frame(request);
  const moment = (at: string): string =>
    formatMoment(new Date(at).toISOString(), tenant.zone, frame.language, tenant.clock.now().toISOString());
  const waiting = read.waiting === null ? null : maskedContact('email', read.waiting);
  const lost: readonly PersonField[] = read.identity.lost ?? [];
  return { now: masked(read.identity), lost, waiting, history: contactHistory(frame, read.changes, moment) };
};

/** The new address that has yet to prove itself. */
const waitingAddress = async (
  tx: Tx,
  laksa: TrackReportMeans,
  tenant: Tenant,
  reportId: string,
): Promise<string | null> => {
  const held = await heldChanges(tx, tenant.id, reportId);
  const change = held.findLast((one) => isConfirmable(one, tenant.clock.now()));
  return change === undefined ? null : openSide(tx, laksa, tenant, { change, side: 'new' });
};

const masked = (identity: OpenedIdentity): ContactProps['now'] =>
  Object.fromEntries(
    personFields.flatMap((field) => {
      const value = identity[field];
      return value === undefined ? [] : [[field, maskedContact(field, value)]];
    }),
  );

/** When what was changed, without what it was. */
export const contactHistory = (
  { t }: Pick<PageFrame, 't'>,
  changes: readonly ContactChangeTold[],
  moment: (at: string) => string,
): readonly string[] =>
  changes.map(({ field, state, did, doneAt, expiresAt }) => {
    if (doneAt === null) return t('contact.history.waiting', { when: moment(expiresAt) });
    const what = t(`contact.history.${did ?? 'recorded'}.${field}`, { when: moment(doneAt) });
    return state === 'taken_back' ? t('contact.history.taken_back', { what }) : what;
  });
