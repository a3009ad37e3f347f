import type { Access } from '../../domain/access.ts';
import { idOf } from '../../platform/jobs/job-ids.ts';
import type { Task } from '../../platform/jobs/task.ts';
import { letterNamed } from '../../platform/mail/letter-name.ts';
import { letterLink } from '../../platform/mail/letter-link.ts';
import { MailError, type Mail, type SendMail } from '../../platform/mail/mail.ts';
import { tenantOfJob } from '../../platform/tenant/tenant-of-job.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import { addressLookup } from '../../store/carry-lookups.ts';
import { isAddressStopped, stopAddressPath } from '../../store/contact-stop.ts';
import {
  forgetAsked,
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
 * `send-follow-letter` {tenantId, requestId, asks}: the one letter that an unproved address gets. None where the request is over meanwhile, or where that
 * address wants no letters of this city, or its server refuses them for good: then it is forgotten at once. `asks` `again`: an address that wants none
 * is asked whether it wants them again, and forgotten after that.
 */
export const sendFollowLetterTask = (means: FollowLetterMeans): Task => ({
  access: 'system' satisfies Access,
  run: async (ids) => {
    const tenant = await tenantOfJob(means.tenants, ids);
    const requestId = idOf(ids, 'requestId');
    const asking = { requestId, asksAgain: ids['asks'] === 'again' };
    const written = await means.database.inTenant(tenant.id, (tx) => mailFor(tx, means, tenant, asking));
    if (written === null) return;
    const forget = () => means.database.inTenant(tenant.id, (tx) => forgetFollowRequest(tx, tenant.id, requestId));
    try {
      await means.sendMail(written.mail);
      if (written.isLast) await forget();
    } catch (error) {
      if (!(error instanceof MailError && error.isPermanent)) throw error;
      await forget();
    }
  },
});

const mailFor = async (
  tx: Tx,
  means: FollowLetterMeans,
  tenant: Tenant,
  { requestId, asksAgain }: Asking,
): Promise<Written | null> => {
  const { keyring } = means;
  const request = await readFollowRequest(tx, { keyring }, tenant, requestId);
  if (request === null) return null;
  const address = await addressLookup(tx, means, tenant, request.email);
  const holder = { keyring, tenantId: tenant.id };
  const links = {
    url: `${tenant.origin}/ikuti/${sealLetterPass({ ...holder, kind: 'follow' }, requestId)}`,
    stopUrl: `${tenant.origin}${stopAddressPath(holder, address)}`,
  };
  if (!(await isAddressStopped(tx, tenant.id, address)))
    return { mail: mailOf(tenant, request, { ...links, asksAgain: false }), isLast: false };
  if (asksAgain) return { mail: mailOf(tenant, request, { ...links, asksAgain }), isLast: true };
  await forgetFollowRequest(tx, tenant.id, requestId);
  // It stopped since it was asked: no letter went, and none is waited for.
  await forgetAsked(tx, means, tenant, { ...request, network: null });
  return null;
};

type Asking = { readonly requestId: string; readonly asksAgain: boolean };
/** `isLast`: the request is over with it. */
type Written = { readonly mail: Mail; readonly isLast: boolean };

type Links = { readonly url: string; readonly stopUrl: string; readonly asksAgain: boolean };

const mailOf = (tenant: Tenant, { id, number, language, email, askedAt }: FollowRequest, links: Links): Mail => {
  return {
    ...renderFollowLetter({
      number,
      language,
      city: tenant,
      url: letterLink(links.url, language),
      stopUrl: letterLink(links.stopUrl, language),
      asksAgain: links.asksAgain,
    }),
    unsubscribeUrl: links.stopUrl,
    to: email,
    ...letterNamed(tenant, `${number}-ikuti-${id}`, askedAt),
  };
};

/** Addresses that nobody proved in time are not kept. */
export const forgetFollowRequests = async ({ database }: Installation, tenant: Tenant): Promise<boolean> => {
  await database.inTenant(tenant.id, (tx) => forgetOldFollowRequests(tx, tenant.id, tenant.clock.now()));
  return false;
};
