import type { Access } from '../../domain/access.ts';
import { idOf } from '../../platform/jobs/job-ids.ts';
import type { Task } from '../../platform/jobs/task.ts';
import { lookup } from '../../platform/keyring/tenant-keys.ts';
import { basicTime, messageIdAt } from '../../platform/mail/letter-name.ts';
import { letterLink } from '../../platform/mail/letter-link.ts';
import { MailError, type Mail, type SendMail } from '../../platform/mail/mail.ts';
import { tenantOfJob } from '../../platform/tenant/tenant-of-job.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import { isAddressStopped, stopAddressPath } from '../../store/contact-stop.ts';
import {
  forgetFollowRequest,
  forgetOldFollowRequests,
  readFollowRequest,
  type FollowRequest,
} from '../../store/follow-request.ts';
import type { Installation } from '../../store/installation.ts';
import { sealLetterPass } from '../../store/letter-pass.ts';
import type { Tx } from '../../store/tx.ts';
import { renderFollowLetter } from './letter.ts';

export type FollowLetterMeans = Installation & { readonly sendMail: SendMail };

/**
 * `send-follow-letter` {tenantId, requestId}: the one letter that an unproved address gets. None where the request is over meanwhile, or where that
 * address wants no letters of this city, or its server refuses them for good: then it is forgotten at once.
 */
export const sendFollowLetterTask = (means: FollowLetterMeans): Task => ({
  access: 'system' satisfies Access,
  run: async (ids) => {
    const tenant = await tenantOfJob(means.tenants, ids);
    const requestId = idOf(ids, 'requestId');
    const mail = await means.database.inTenant(tenant.id, (tx) => mailFor(tx, means, tenant, requestId));
    if (mail === null) return;
    try {
      await means.sendMail(mail);
    } catch (error) {
      if (!(error instanceof MailError && error.isPermanent)) throw error;
      await means.database.inTenant(tenant.id, (tx) => forgetFollowRequest(tx, tenant.id, requestId));
    }
  },
});

const mailFor = async (
  tx: Tx,
  { keyring }: FollowLetterMeans,
  tenant: Tenant,
  requestId: string,
): Promise<Mail | null> => {
  const request = await readFollowRequest(tx, { keyring }, tenant, requestId);
  if (request === null) return null;
  const keys = await keyring.tenantKeys(tx, tenant.id, tenant.clock.now());
  const address = lookup(keys, 'email', request.email);
  if (await isAddressStopped(tx, tenant.id, address)) {
    await forgetFollowRequest(tx, tenant.id, requestId);
    return null;
  }
  const holder = { keyring, tenantId: tenant.id };
  return mailOf(tenant, request, {
    url: `${tenant.origin}/ikuti/${sealLetterPass({ ...holder, kind: 'follow' }, requestId)}`,
    stopUrl: `${tenant.origin}${stopAddressPath(holder, address)}`,
  });
};

type Links = { readonly url: string; readonly stopUrl: string };

const mailOf = (tenant: Tenant, { id, number, language, email, askedAt }: FollowRequest, links: Links): Mail => {
  const name = `${number}-ikuti-${id}`;
  return {
    ...renderFollowLetter({
      number,
      language,
      city: tenant,
      url: letterLink(links.url, language),
      stopUrl: letterLink(links.stopUrl, language),
    }),
    unsubscribeUrl: links.stopUrl,
    to: email,
    messageId: messageIdAt(tenant.origin, `${tenant.slug}-${name}`),
    date: askedAt,
    tenantSlug: tenant.slug,
    fileName: `${basicTime(askedAt)}-${name}`,
  };
};

/** Addresses that nobody proved in time are not kept. */
export const forgetFollowRequests = async ({ database }: Installation, tenant: Tenant): Promise<boolean> => {
  await database.inTenant(tenant.id, (tx) => forgetOldFollowRequests(tx, tenant.id, tenant.clock.now()));
  return false;
};
