import type { VNode } from 'preact';

import {
  formatDate,
  formatDeadline,
  formatDeadlineStamp,
  formatRemaining,
  formatStamp,
} from '../../platform/i18n/format.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import { readPerson, type Identity } from '../../store/person.ts';
import type { PageFrame } from '../../ui/page-frame.ts';
import type { NextStep } from './filed.view.tsx';
import type { FileReportMeans, ShownFiling } from './means.ts';
import type { FiledReport } from './queries.ts';
import { ReceiptPage } from './receipt.view.tsx';

/** The sheet a reporter keeps. Reading who they are leaves its row in the vault's log, like any reading; where it is not shown it is not read. */
export const receiptOf = async (
  laksa: FileReportMeans,
  tenant: Tenant,
  frame: PageFrame,
  { report, showsReporter, claimCode }: ShownFiling,
): Promise<VNode> => {
  const { t, language } = frame;
  const identity = showsReporter ? await readIdentity(laksa, tenant, report) : null;
  return (
    <ReceiptPage
      frame={frame}
      number={report.number}
      claimCode={claimCode}
      filedAt={formatStamp(report.filed_at.toISOString(), tenant.zone, language)}
      kind={t(`state.kind.${report.kind}`)}
      category={report.category?.[language] ?? null}
      summary={inShort(report.words)}
      place={placeOf(report)}
      occurredOn={report.occurred_on === null ? null : formatDate(`${report.occurred_on}T00:00:00Z`, 'UTC', language)}
      identity={identity === null ? null : shownIdentity(identity)}
      next={nextOnPaper(frame, tenant, report)}
      trackAt={`${tenant.origin}/lacak`}
    />
  );
};

const readIdentity = async (laksa: FileReportMeans, tenant: Tenant, report: FiledReport): Promise<Identity> => {
  const { reporter_id: personId } = report;
  if (personId === null) return {};
  const vault = { keyring: laksa.keyring, tenantId: tenant.id, at: tenant.clock.now() };
  const reading = { personId, fields: report.told, ground: 'receipt', reportId: report.id, postId: null } as const;
  return laksa.database.inTenant(tenant.id, (tx) => readPerson(tx, vault, reading));
};

const shownIdentity = ({ name, phone, email }: Identity) => ({
  name: name ?? null,
  phone: phone ?? null,
  email: email ?? null,
});

const shortLength = 300;

/** A short description: the title, or how the words begin. */
const inShort = ({ title, description = '' }: FiledReport['words']): string => {
  const characters = [...(title ?? description).trim().replaceAll(/\s+/g, ' ')];
  return characters.length > shortLength ? `${characters.slice(0, shortLength).join('')} ...` : characters.join('');
};

const placeOf = ({ words, village, district }: FiledReport): string | null =>
  [words.place, village, district].filter((part) => part !== undefined && part !== null).join(', ') || null;

/** The running clock in words, with its name: "Tanggapan pertama: paling lambat Selasa 24 November pukul 14.00", and "5 jam lagi" beside it. */
export const nextOf = ({ t, language }: PageFrame, tenant: Tenant, { clock, due_at }: FiledReport): NextStep | null => {
  if (clock === null || due_at === null) return null;
  const [due, now] = [due_at.toISOString(), tenant.clock.now().toISOString()];
  return {
    words: t('fileReport.nextBy', {
      clock: t(`state.clock.${clock}`),
      due: formatDeadline(due, tenant.zone, language, now),
    }),
    remaining: formatRemaining(due, now, t),
  };
};

/** The same for a sheet that is read on other days: nothing in it is counted from today. */
const nextOnPaper = ({ t, language }: PageFrame, { zone }: Tenant, { clock, due_at }: FiledReport): string | null => {
  if (clock === null || due_at === null) return null;
  const due = formatDeadlineStamp(due_at.toISOString(), zone, language);
  return t('fileReport.nextBy', { clock: t(`state.clock.${clock}`), due });
};
