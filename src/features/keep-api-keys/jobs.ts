import { createHash } from 'node:crypto';

import type { Access } from '../../domain/access.ts';
import { lastMoment } from '../../domain/last-day.ts';
import { formatDate } from '../../platform/i18n/format.ts';
import { idOf } from '../../platform/jobs/job-ids.ts';
import type { Task } from '../../platform/jobs/task.ts';
import { letterNamed } from '../../platform/mail/letter-name.ts';
import type { Mail, SendMail } from '../../platform/mail/mail.ts';
import { tenantOfJob } from '../../platform/tenant/tenant-of-job.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import { readMadeKey, type MadeKey } from '../../store/api-key-made.ts';
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
  const day = lastDay(tenant, expiresAt);
  return {
    ...letterAt(tenant, `kunci-${id}`, { to, at: warnedAt }),
    subject: t('apiKey.letter.subject', { post, day }),
    text: letterText(tenant, 'id', [
      t('apiKey.letter.body', { post, day }),
      `${t('apiKey.letter.open')}\n${tenant.origin}${keysPath}`,
    ]),
  };
};

/** `tell-of-api-key` {tenantId, keyId}: tells who holds a post that from now on a program acts as it, each by a letter of their own. */
export const tellOfApiKeyTask = (means: WarnMeans): Task => ({
  access: 'system' satisfies Access,
  run: async (ids) => {
    const tenant = await tenantOfJob(means.tenants, ids);
    const key = await means.database.inTenant(tenant.id, (tx) => readMadeKey(tx, tenant, idOf(ids, 'keyId')));
    for (const to of key?.addresses ?? []) if (key !== null) await means.sendMail(newsOf(tenant, key, to));
  },
});

const newsOf = (tenant: Tenant, { id, post, scopes, madeAt, expiresAt }: MadeKey, to: string): Mail => {
  const t = textFor('id');
  const until = expiresAt === null ? t('apiKey.endless') : t('apiKey.until', { day: lastDay(tenant, expiresAt) });
  const may = scopes.map((scope) => t(`apiKey.scope.${scope}`)).join(', ');
  return {
    ...letterAt(tenant, `kunci-baru-${id}`, { to, at: madeAt }),
    subject: t('apiKey.news.subject', { post }),
    text: letterText(tenant, 'id', [t('apiKey.news.body', { post, may, until }), t('apiKey.news.stranger')]),
  };
};

const lastDay = ({ zone }: Tenant, end: Date): string => formatDate(lastMoment(end), zone, 'id');

/** One letter of each name to each address. */
const letterAt = (tenant: Tenant, about: string, { to, at }: { readonly to: string; readonly at: Date }) => {
  return {
    fromName: textFor('id')('notice.signature', { city: tenant.name }),
    to,
    ...letterNamed(tenant, `${about}-${createHash('sha256').update(to).digest('hex').slice(0, 8)}`, at),
  };
};

export const warnOfKeys = async ({ database }: Installation, tenant: Tenant): Promise<boolean> => {
  await database.inTenant(tenant.id, (tx) => warnOfEndingKeys(tx, tenant));
  return false;
};
