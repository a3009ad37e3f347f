import type { Access } from '../../domain/access.ts';
import { idOf } from '../../platform/jobs/job-ids.ts';
import type { Task } from '../../platform/jobs/task.ts';
import { letterLink } from '../../platform/mail/letter-link.ts';
import { letterNamed } from '../../platform/mail/letter-name.ts';
import { MailError, type Mail, type SendMail } from '../../platform/mail/mail.ts';
import { tenantOfJob } from '../../platform/tenant/tenant-of-job.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import type { Installation } from '../../store/installation.ts';
import { sealLetterPass } from '../../store/letter-pass.ts';
import { forgetOldSignIns, isLettered, readSignIn } from '../../store/sign-in-event.ts';
import type { Tx } from '../../store/tx.ts';
import { renderSignInLetter } from './letter.ts';
import { notMePath } from './means.ts';
import { addresseeOf } from './queries.ts';

export type SignInLetterMeans = Installation & { readonly sendMail: SendMail };

/**
 * `send-sign-in-letter` {tenantId, eventId}: to the address where the person is written to about their work; none where there is none, or its server
 * refuses letters for good. Quiet hours do not hold it up: it warns.
 */
export const sendSignInLetterTask = (means: SignInLetterMeans): Task => ({
  access: 'system' satisfies Access,
  run: async (ids) => {
    const tenant = await tenantOfJob(means.tenants, ids);
    const mail = await means.database.inTenant(tenant.id, (tx) => mailFor(tx, means, tenant, idOf(ids, 'eventId')), {
      readOnly: true,
    });
    if (mail === null) return;
    await means.sendMail(mail).catch((error: unknown) => {
      if (!(error instanceof MailError && error.isPermanent)) throw error;
    });
  },
});

const mailFor = async (tx: Tx, means: SignInLetterMeans, tenant: Tenant, eventId: string): Promise<Mail | null> => {
  const event = await readSignIn(tx, tenant.id, eventId);
  if (event === null || !isLettered(event.kind)) return null;
  const to = await addresseeOf(tx, tenant.id, event.userId);
  if (to === null) return null;
  const pass = sealLetterPass({ keyring: means.keyring, tenantId: tenant.id, kind: 'sign_in' }, event.id);
  const { language } = to;
  return {
    ...renderSignInLetter({
      ...event,
      kind: event.kind,
      language,
      city: tenant,
      url: letterLink(`${tenant.origin}${notMePath}/${pass}`, language),
    }),
    to: to.address,
    ...letterNamed(tenant, `akun-${event.id}`, event.at),
  };
};

/** What happened with an account is kept for half a year. */
export const forgetSignIns = async ({ database, clock }: Installation, tenant: Tenant): Promise<boolean> => {
  await database.inTenant(tenant.id, (tx) => forgetOldSignIns(tx, tenant.id, clock.now()));
  return false;
};
