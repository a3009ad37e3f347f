import type { Access } from '../../domain/access.ts';
import { idOf } from '../../platform/jobs/job-ids.ts';
import type { Task } from '../../platform/jobs/task.ts';
import { letterLink } from '../../platform/mail/letter-link.ts';
import { letterNamed } from '../../platform/mail/letter-name.ts';
import type { Mail, SendMail } from '../../platform/mail/mail.ts';
import { tenantOfJob } from '../../platform/tenant/tenant-of-job.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import { readInvitation, type OpenInvitation } from '../../store/answer-invitation.ts';
import type { Installation } from '../../store/installation.ts';
import { forgetOldInvitations } from '../../store/invitation.ts';
import { sealLetterPass } from '../../store/letter-pass.ts';
import { renderInvitationLetter } from './letter.ts';

export type InvitationLetterMeans = Installation & { readonly sendMail: SendMail };

/**
 * `send-invitation` {tenantId, invitationId}: the letter with the link. None where the invitation is over meanwhile, or where a later one of the same
 * address tells of it too: who is asked for three posts at once gets one letter. What a mail server refuses stays among the jobs in trouble, where the
 * administrator of the city sees it.
 */
export const sendInvitationTask = (means: InvitationLetterMeans): Task => ({
  access: 'system' satisfies Access,
  run: async (ids) => {
    const tenant = await tenantOfJob(means.tenants, ids);
    const id = idOf(ids, 'invitationId');
    const open = await means.database.inTenant(tenant.id, (tx) => readInvitation(tx, means, tenant, id));
    if (open === null || open.posts.at(-1)?.invitationId !== id) return;
    await means.sendMail(mailOf(means, tenant, id, open));
  },
});

const mailOf = (means: InvitationLetterMeans, tenant: Tenant, id: string, open: OpenInvitation): Mail => {
  const { invited, language, invitedAt, posts } = open;
  const pass = sealLetterPass({ keyring: means.keyring, tenantId: tenant.id, kind: 'invitation' }, id);
  const url = letterLink(`${tenant.origin}/petugas/undangan/${pass}`, language);
  return {
    ...renderInvitationLetter({ city: tenant, language, inviter: invited.inviter, posts, url }),
    to: invited.address,
    ...letterNamed(tenant, `undangan-${id}`, invitedAt),
  };
};

/** Names and addresses of who never answered are not kept. */
export const forgetInvitations = async ({ database }: Installation, tenant: Tenant): Promise<boolean> => {
  await database.inTenant(tenant.id, (tx) => forgetOldInvitations(tx, tenant));
  return false;
};
