import type { Access } from '../../domain/access.ts';
import { idOf } from '../../platform/jobs/job-ids.ts';
import type { Task } from '../../platform/jobs/task.ts';
import { letterLink } from '../../platform/mail/letter-link.ts';
import { letterNamed } from '../../platform/mail/letter-name.ts';
import type { SendMail } from '../../platform/mail/mail.ts';
import { tenantOfJob } from '../../platform/tenant/tenant-of-job.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import type { Installation } from '../../store/installation.ts';
import { forgetOldLinks, readSignInLink, signInLinkPath, type SignInLink } from '../../store/sign-in-link.ts';
import { isElsewheresToo } from './elsewhere.ts';
import { renderResetLetter } from './letter.ts';

export type LinkLetterMeans = Installation & { readonly sendMail: SendMail };

/**
 * `send-sign-in-link` {tenantId, linkId}: the letter with a link. None to nobody; and to an address that only this city names, none about an account
 * that another city gave a post to.
 */
export const sendSignInLinkTask = (means: LinkLetterMeans): Task => ({
  access: 'system' satisfies Access,
  run: async (ids) => {
    const tenant = await tenantOfJob(means.tenants, ids);
    const id = idOf(ids, 'linkId');
    const link = await means.database.inTenant(tenant.id, (tx) => readSignInLink(tx, means, tenant, id));
    if (link === null || link.letter.address === '' || link.purpose === 'both') return;
    if (await isElsewheresToo(means, tenant, link)) return;
    await means.sendMail(mailOf(means, tenant, id, { ...link, purpose: link.purpose }));
  },
});

const mailOf = (
  means: LinkLetterMeans,
  tenant: Tenant,
  id: string,
  { purpose, language, askedAt, letter }: SignInLink & { readonly purpose: 'password' | 'second_factor' },
) => {
  const url = letterLink(`${tenant.origin}${signInLinkPath(means.keyring, tenant.id, id)}`, language);
  return {
    ...renderResetLetter({ ...letter, city: tenant, language, purpose, url }),
    to: letter.address,
    ...letterNamed(tenant, `akun-${id}`, askedAt),
  };
};

export const forgetSignInLinks = async ({ database }: Installation, tenant: Tenant): Promise<boolean> => {
  await database.inTenant(tenant.id, (tx) => forgetOldLinks(tx, tenant));
  return false;
};
