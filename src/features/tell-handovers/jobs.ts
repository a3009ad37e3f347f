import type { Access } from '../../domain/access.ts';
import { lastMoment } from '../../domain/last-day.ts';
import { formatDate } from '../../platform/i18n/format.ts';
import { idOf } from '../../platform/jobs/job-ids.ts';
import type { Task } from '../../platform/jobs/task.ts';
import { letterNamed } from '../../platform/mail/letter-name.ts';
import { MailError, type Mail, type SendMail } from '../../platform/mail/mail.ts';
import { tenantOfJob } from '../../platform/tenant/tenant-of-job.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import type { Installation } from '../../store/installation.ts';
import type { Tx } from '../../store/tx.ts';
import { letterText } from '../../ui/letter-text.ts';
import { textFor, type Text } from '../../ui/texts/text.ts';
import { readAddressees, readMovedWork, readNewHolding, type Addressee, type NewHolding } from './queries.ts';

export type HandoverLetterMeans = Installation & { readonly sendMail: SendMail };

/** `tell-of-handover` {tenantId, handoverId}: one letter to each who holds the post that work was moved to, however many reports they are. */
export const tellOfHandoverTask = (means: HandoverLetterMeans): Task => ({
  access: 'system' satisfies Access,
  run: async (ids) => {
    const tenant = await tenantOfJob(means.tenants, ids);
    const handoverId = idOf(ids, 'handoverId');
    await sendAll(means, tenant, async (tx) => {
      const work = await readMovedWork(tx, tenant.id, handoverId);
      if (work === null || work.reports === 0) return [];
      const to = await readAddressees(tx, tenant.id, { postId: work.toId, now: tenant.clock.now() });
      const said = (t: Text): Said => ({
        subject: t('postNotice.handover.subject', { post: work.to }),
        body: t('postNotice.handover.body', { from: work.from, to: work.to, count: work.reports }),
      });
      return to.map((one) => mailOf(tenant, one, { id: handoverId, at: work.madeAt, said }));
    });
  },
});

/** `tell-of-new-post` {tenantId, holderId}: to whoever an administrator has put into a post. */
export const tellOfNewPostTask = (means: HandoverLetterMeans): Task => ({
  access: 'system' satisfies Access,
  run: async (ids) => {
    const tenant = await tenantOfJob(means.tenants, ids);
    const holderId = idOf(ids, 'holderId');
    await sendAll(means, tenant, async (tx) => {
      const now = tenant.clock.now();
      const holding = await readNewHolding(tx, tenant.id, { holderId, now });
      if (holding === null) return [];
      const to = await readAddressees(tx, tenant.id, { ...holding, now });
      return to.map((one) => mailOf(tenant, one, { id: holderId, at: now, said: saidOf(tenant, one, holding) }));
    });
  },
});

type Said = { readonly subject: string; readonly body: string };

const saidOf =
  ({ zone }: Tenant, { language }: Addressee, { post, from, until, acting, reports }: NewHolding) =>
  (t: Text): Said => {
    const day = (at: string): string => formatDate(at, zone, language);
    const named = acting === null ? post : `${t(`offices.holder.mark.${acting}`)} ${post}`;
    const span = until === null ? 'open' : 'until';
    const last = until === null ? '' : day(lastMoment(until));
    const begins = t(`postNotice.newPost.${span}`, { post: named, from: day(from.toISOString()), until: last });
    return {
      subject: t('postNotice.newPost.subject', { post: named }),
      body: reports === 0 ? begins : `${begins} ${t('postNotice.newPost.waiting', { count: reports })}`,
    };
  };

const sendAll = async (
  { database, sendMail }: HandoverLetterMeans,
  tenant: Tenant,
  write: (tx: Tx) => Promise<readonly Mail[]>,
): Promise<void> => {
  const mails = await database.inTenant(tenant.id, write, { readOnly: true });
  for (const mail of mails)
    await sendMail(mail).catch((error: unknown) => {
      if (!(error instanceof MailError && error.isPermanent)) throw error;
    });
};

type Told = { readonly id: string; readonly at: Date; readonly said: (t: Text) => Said };

const mailOf = (tenant: Tenant, { userId, address, language }: Addressee, { id, at, said }: Told): Mail => {
  const t = textFor(language);
  const { subject, body } = said(t);
  return {
    fromName: t('notice.signature', { city: tenant.name }),
    subject,
    text: letterText(tenant, language, [body, `${t('postNotice.newPost.desk')}\n${tenant.origin}/petugas`]),
    to: address,
    ...letterNamed(tenant, `jabatan-${id}-${userId.slice(0, 8)}`, at),
  };
};
