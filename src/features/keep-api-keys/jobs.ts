import { createHash } from 'node:crypto';

import type { Access } from '../../domain/access.ts';
import { formatDate } from '../../platform/i18n/format.ts';
import { idOf } from '../../platform/jobs/job-ids.ts';
import type { Task } from '../../platform/jobs/task.ts';
import { basicTime, messageIdAt } from '../../platform/mail/letter-name.ts';
import type { Mail, SendMail } from '../../platform/mail/mail.ts';
import { tenantOfJob } from '../../platform/tenant/tenant-of-job.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import { readEndingKey, warnOfEndingKeys, type EndingKey } from '../../store/api-key-warning.ts';
import type { Installation } from '../../store/installation.ts';
import { letterText } from '../../ui/letter-text.ts';
import { textFor } from '../../ui/texts/text.ts';
import { keysPath } from './means.ts';

export type WarnMeans = Installation & { readonly sendMail: SendMail };

/** `warn-of-api-key` {tenantId, keyId}: tells whoever has to do with a key that it runs out, each by a letter of their own. */
export const warnOfApiKeyTask = (means: WarnMeans): Task => ({
  access: 'system' satisfies Access,
  run: async (ids) => {
    const tenant = await tenantOfJob(means.tenants, ids);
    const key = await means.database.inTenant(tenant.id, (tx) => readEndingKey(tx, tenant, idOf(ids, 'keyId')));
    for (const to of key?.addresses ?? []) if (key !== null) await means.sendMail(mailOf(tenant, key, to));
  },
});

const mailOf = (tenant: Tenant, { id, post, expiresAt, warnedAt }: EndingKey, to: string): Mail => {
  const t = textFor('id');
  const day = formatDate(new Date(expiresAt.getTime() - 1).toISOString(), tenant.zone, 'id');
  const name = `kunci-${id}-${createHash('sha256').update(to).digest('hex').slice(0, 8)}`;
  return {
    fromName: t('notice.signature', { city: tenant.name }),
    subject: t('apiKey.letter.subject', { post, day }),
    text: letterText(tenant, 'id', [
      t('apiKey.letter.body', { post, day }),
      `${t('apiKey.letter.open')}\n${tenant.origin}${keysPath}`,
    ]),
    to,
    messageId: messageIdAt(tenant.origin, `${tenant.slug}-${name}`),
    date: warnedAt,
    tenantSlug: tenant.slug,
    fileName: `${basicTime(warnedAt)}-${name}`,
  };
};

export const warnOfKeys = async ({ database }: Installation, tenant: Tenant): Promise<boolean> => {
  await database.inTenant(tenant.id, (tx) => warnOfEndingKeys(tx, tenant));
  return false;
};
